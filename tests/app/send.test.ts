import { describe, expect, test } from "vitest";
import { memoryVault } from "./memory-vault.ts";
import { openedApp, PASSPHRASE, testApp, type TestApp } from "./test-app.ts";

const unlocked = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view;
};
const answer = { do: "answer-fact", fact: "danger", value: "no" } as const;

describe("send", () => {
  test("what is shown is on disk: nothing changes until the append has answered", async () => {
    const made = await openedApp();
    const before = unlocked(made);
    const release = made.vault.hold();
    const sent = made.app.send(answer);
    await Promise.resolve();
    expect(unlocked(made)).toBe(before);
    release();
    expect(await sent).toEqual({ ok: true, value: null });
    expect(unlocked(made).state.facts.danger).toBe("no");
    expect(made.vault.entries(before.caseId).at(-1)?.body).toEqual({ fact: "danger", value: "no" });
  });

  test("the plan is that of the new state", async () => {
    const made = await openedApp();
    const before = unlocked(made).plan;
    await made.app.send(answer);
    expect(unlocked(made).plan).not.toEqual(before);
  });

  test("a refusal writes nothing, leaves the view and is told in a sentence", async () => {
    const made = await openedApp();
    const before = unlocked(made);
    const appends = made.vault.appends();
    expect(await made.app.act({ do: "open-case" })).toBe(false);
    expect(made.app.state().notice).toEqual({ tone: "problem", key: "error.already-open" });
    expect(unlocked(made)).toBe(before);
    expect(made.vault.appends()).toBe(appends);
  });

  test.each(["vault-full", "vault-locked", "vault-damaged"] as const)("a failed append (%s) leaves the view as it was", async (code) => {
    const made = await openedApp();
    const before = unlocked(made);
    made.vault.fail({ code });
    expect(await made.app.send(answer)).toEqual({ ok: false, error: { code } });
    expect(unlocked(made)).toBe(before);
  });

  test.each([true, false])("a lost write is sent again and counts once (it had landed: %s)", async (landed) => {
    const made = await openedApp();
    const { caseId } = unlocked(made);
    const size = made.vault.entries(caseId).length;
    made.vault.fail({ code: "vault-lost", landed });
    expect(await made.app.send(answer)).toEqual({ ok: true, value: null });
    expect(made.vault.entries(caseId)).toHaveLength(size + 1);
    expect(unlocked(made).size).toBe(size + 1);
  });

  test("another tab wrote first: its entries are read, the command is not silently repeated", async () => {
    const made = await openedApp();
    const { caseId, size } = unlocked(made);
    await made.vault.append(
      caseId,
      size,
      [{ kind: "fact.answered.v1", body: { fact: "country", value: "IE" }, secrets: [] }],
      made.app.now(),
      0,
    );
    expect(await made.app.send(answer)).toEqual({ ok: false, error: { code: "vault-taken" } });
    expect(unlocked(made).state.facts).toEqual({ country: "IE" });
    expect(await made.app.send(answer)).toEqual({ ok: true, value: null });
    expect(unlocked(made).state.facts).toEqual({ country: "IE", danger: "no" });
  });

  test("one at a time, in order", async () => {
    const made = await openedApp();
    const { caseId } = unlocked(made);
    const values = ["no", "yes", "unsure", null];
    const release = made.vault.hold();
    const sent = values.map((value) => made.app.send({ do: "answer-fact", fact: "danger", value }));
    release();
    const results = await Promise.all(sent);
    expect(results.every(({ ok }) => ok)).toBe(true);
    const bodies = made.vault
      .entries(caseId)
      .slice(-values.length)
      .map(({ body }) => body);
    expect(bodies).toEqual(values.map((value) => ({ fact: "danger", value })));
  });

  test("a bug rejects its own command and does not block the next", async () => {
    const made = await openedApp();
    made.vault.fail(new Error("a bug"));
    await expect(made.app.send(answer)).rejects.toThrow("a bug");
    expect(await made.app.send(answer)).toEqual({ ok: true, value: null });
  });

  test("a bug is told without its text", async () => {
    const made = await openedApp();
    made.vault.fail(new Error("secret words"));
    expect(await made.app.act(answer)).toBe(false);
    expect(made.app.state().notice).toEqual({ tone: "problem", key: "error.unexpected" });
  });

  test("while locked nothing is sent", async () => {
    const made = testApp({ passphrase: PASSPHRASE });
    await made.app.start();
    expect(await made.app.send(answer)).toEqual({ ok: false, error: { code: "vault-locked" } });
    expect(made.vault.appends()).toBe(0);
  });

  test("an answer that comes after locking does not show the case again", async () => {
    const made = await openedApp();
    const release = made.vault.hold();
    const sent = made.app.send(answer);
    await made.app.lock();
    release();
    await sent;
    expect(made.app.state().view.at).toBe("starting");
    expect(made.asked).toContain("reload");
  });

  test("actAll stops at the first that fails", async () => {
    const made = await openedApp();
    expect(await made.app.actAll([answer, { do: "open-case" }, { do: "answer-fact", fact: "watched", value: "no" }])).toBe(false);
    expect(unlocked(made).state.facts).toEqual({ danger: "no" });
  });

  test("an entry of a newer version makes the case one to read: nothing is added to what is not understood", async () => {
    const vault = memoryVault();
    const made = await openedApp({ vault: async () => vault });
    const { caseId, size } = unlocked(made);
    await vault.append(caseId, size, [{ kind: "from.the-future.v9", body: {}, secrets: [] }], made.app.now(), 0);
    await made.app.openCase(caseId);
    expect(unlocked(made).state.unread.newer).toBe(1);
    expect(await made.app.act(answer)).toBe(false);
    expect(made.app.state().notice).toEqual({ tone: "problem", key: "error.case-newer" });
    expect(vault.entries(caseId)).toHaveLength(size + 1);
  });

  test("an entry that was erased keeps its number for the next append", async () => {
    const vault = memoryVault();
    const made = await openedApp({ vault: async () => vault });
    const { caseId, size } = unlocked(made);
    await made.app.send(answer);
    await vault.erase(caseId, size);
    await made.app.openCase(caseId);
    expect(unlocked(made).state.unread.erased).toBe(1);
    expect(await made.app.send(answer)).toEqual({ ok: true, value: null });
    expect(vault.entries(caseId).map(({ seq }) => seq)).toEqual([...Array(size + 2).keys()]);
  });
});
