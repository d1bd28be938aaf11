import { describe, expect, test, vi } from "vitest";
import { err, ok } from "../../src/lib/result.ts";
import { openedApp, PASSPHRASE, START, testApp, type TestApp } from "./test-app.ts";
import { memoryVault } from "./memory-vault.ts";

// The loop knows no framework: with preact gone everything below still holds.
vi.mock("preact", () => ({}));
vi.mock("preact/hooks", () => ({}));

describe("start", () => {
  test("welcome is shown before the worker has answered, when there is surely no vault", async () => {
    const made = testApp({ vault: () => new Promise(() => undefined), vaultLikely: async () => false });
    const shown = new Promise((resolve) => made.app.subscribe(() => resolve(made.app.state().view)));
    void made.app.start();
    expect(await shown).toEqual({ at: "welcome" });
  });

  test("a vault: locked", async () => {
    const made = testApp({ passphrase: PASSPHRASE });
    await made.app.start();
    expect(made.app.state().view).toEqual({ at: "locked" });
  });

  test("a vault that was expected and is gone is said", async () => {
    const vault = memoryVault();
    const status = async () => ({ ...(await vault.status()), vault: "missing" as const });
    const made = testApp({ vault: async () => ({ ...vault, status }) });
    await made.app.start();
    expect(made.app.state().view).toEqual({ at: "vault-gone" });
  });

  test("missing parts: nothing else is tried", async () => {
    const made = testApp({ missingParts: async () => ["webassembly"], vault: () => Promise.reject(new Error("not now")) });
    await made.app.start();
    expect(made.app.state().view).toEqual({ at: "missing-parts", missing: ["webassembly"] });
  });

  test("a worker that may not run is a missing part, not a blank page", async () => {
    const made = testApp({ vault: () => Promise.reject(new Error("no policy")) });
    await made.app.start();
    expect(made.app.state().view).toEqual({ at: "missing-parts", missing: ["service-worker"] });
  });
});

describe("create, unlock, lock", () => {
  test("the opening answers are kept with the first case, the skipped ones as skipped", async () => {
    const made = testApp();
    await made.app.start();
    made.app.answerOpening("danger", "yes");
    made.app.answerOpening("watched", null);
    expect(await made.app.create(PASSPHRASE)).toBe(true);
    const { view, opening } = made.app.state();
    expect(view.at === "unlocked" ? view.state.facts : null).toEqual({ danger: "yes", watched: null });
    expect(opening).toEqual({});
  });

  test.each(["kept", "not-kept", "unknown"] as const)(
    "the browser is asked to keep it once it is made, and its answer is shown (%s)",
    async (answer) => {
      const asked: string[] = [];
      const plain = testApp();
      const made = testApp({ device: { ...plain.app.device, askToKeep: async () => (asked.push("keep"), answer) } });
      await made.app.start();
      expect([asked, made.app.state().notice]).toEqual([[], null]);
      await made.app.create(PASSPHRASE);
      await Promise.resolve();
      const shown = answer === "unknown" ? null : { tone: "info", key: `settings.storage-${answer}` };
      expect([asked, made.app.state().notice]).toEqual([["keep"], shown]);
      const again = testApp({
        passphrase: PASSPHRASE,
        device: { ...plain.app.device, askToKeep: async () => (asked.push("again"), answer) },
      });
      await again.app.start();
      await again.app.unlock(PASSPHRASE);
      expect(asked).toEqual(["keep"]);
    },
  );

  test("a wrong passphrase is told and changes nothing", async () => {
    const made = testApp({ passphrase: PASSPHRASE });
    await made.app.start();
    expect(await made.app.unlock("something else")).toBe(false);
    expect(made.app.state().view).toEqual({ at: "locked" });
    expect(made.app.state().notice?.key).toBe("error.vault-wrong-passphrase");
  });

  test("a case is shown before its leaves are verified; what that finds is said then, before the next command", async () => {
    const vault = memoryVault();
    await vault.create(PASSPHRASE);
    const caseId = await vault.createCase();
    if (!caseId.ok) throw new Error(caseId.error.code);
    await vault.append(caseId.value, 0, [{ kind: "case.opened.v1", body: { parent: null }, secrets: [] }], START, 60);
    const damage = { what: "head", number: 0, why: "altered" } as const;
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const made = testApp({ vault: async () => ({ ...vault, verifyLoaded: async () => (await asked, ok([damage])) }) });
    await made.app.start();
    expect(await made.app.unlock(PASSPHRASE)).toBe(true);
    expect(made.app.state().view).toMatchObject({ at: "unlocked", damage: [] });
    const told = made.app.act({ do: "answer-fact", fact: "danger", value: "no" });
    answer();
    expect(await told).toBe(true);
    expect(made.app.state().view).toMatchObject({ at: "unlocked", damage: [damage], state: { facts: { danger: "no" } } });
  });

  test("a case whose first entry was never written is opened at the next unlock", async () => {
    const vault = memoryVault();
    await vault.create(PASSPHRASE);
    await vault.createCase();
    const made = testApp({ vault: async () => vault });
    await made.app.start();
    expect(await made.app.unlock(PASSPHRASE)).toBe(true);
    const { view } = made.app.state();
    expect(view.at === "unlocked" && view.state.openedAt !== null).toBe(true);
    expect(view.at === "unlocked" && view.cases).toHaveLength(1);
  });

  test("locking shows nothing at once, wipes, then loads the page again", async () => {
    const made = await openedApp();
    const locking = made.app.lock();
    expect(made.app.state().view).toEqual({ at: "starting" });
    await locking;
    expect(made.asked).toEqual(["reload"]);
    expect((await made.vault.createCase()).ok).toBe(false);
  });

  test("locking goes on when the vault does not answer well", async () => {
    const vault = memoryVault();
    const made = await openedApp({ vault: async () => ({ ...vault, lock: () => Promise.reject(new Error("gone")) }) });
    await made.app.lock();
    expect(made.asked).toEqual(["reload"]);
  });

  test("locking does not wait for a worker that never answers", async () => {
    const vault = memoryVault();
    const made = await openedApp({ vault: async () => ({ ...vault, lock: () => new Promise(() => undefined) }) });
    const locking = made.app.lock();
    made.pass(2000);
    await locking;
    expect(made.asked).toEqual(["reload"]);
  });

  test("leave goes where the person chose", async () => {
    const made = await openedApp();
    await made.app.saveSettings({ leaveTo: "https://weather.example/" });
    made.app.leave();
    expect(made.asked).toEqual(["leave https://weather.example/"]);
  });

  test("a second case is apart from the first", async () => {
    const made = await openedApp();
    const first = made.app.state().view;
    await made.app.act({ do: "answer-fact", fact: "danger", value: "no" });
    expect(await made.app.newCase()).toBe(true);
    const second = made.app.state().view;
    if (first.at !== "unlocked" || second.at !== "unlocked") throw new Error("not unlocked");
    expect(second.state.facts).toEqual({});
    expect(second.cases).toEqual([first.caseId, second.caseId]);
  });
});

describe("drafts", () => {
  test("kept after a pause, restored after unlocking, forgotten when saved", async () => {
    const made = await openedApp();
    made.app.keepDraft("note", "half a sente");
    made.app.keepDraft("note", "half a sentence");
    made.pass(600);
    await made.app.flushDrafts();
    const { view } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    expect(await made.vault.loadDrafts(view.caseId)).toEqual({ ok: true, value: { note: "half a sentence" } });
    await made.app.openCase(view.caseId);
    expect(made.app.draft("note")).toBe("half a sentence");
    made.app.keepDraft("note", "");
    await made.app.flushDrafts();
    expect(await made.vault.loadDrafts(view.caseId)).toEqual({ ok: true, value: {} });
  });

  test("a draft survives reading the case again after another tab wrote", async () => {
    const made = await openedApp();
    const { view } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    made.app.keepDraft("note", "typed just now");
    made.vault.fail({ code: "vault-taken" });
    await made.app.act({ do: "answer-fact", fact: "danger", value: "no" });
    expect(made.app.draft("note")).toBe("typed just now");
  });

  test("what could not be written survives reading the case again, beside what is there, and is written later", async () => {
    const made = await openedApp();
    const { view } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    made.app.keepDraft("note", "kept before");
    made.app.keepDraft("other", "kept too");
    await made.app.flushDrafts();
    const { saveDraft, loadDrafts } = made.vault;
    Object.assign(made.vault, {
      saveDraft: async () => err({ code: "vault-taken" }),
      loadDrafts: async (id: string) => {
        made.app.keepDraft("late", "typed while reading");
        return loadDrafts(id);
      },
    });
    made.app.keepDraft("note", "typed just now");
    made.vault.fail({ code: "vault-taken" });
    await made.app.act({ do: "answer-fact", fact: "danger", value: "no" });
    expect(["note", "other", "late"].map(made.app.draft)).toEqual(["typed just now", "kept too", "typed while reading"]);
    Object.assign(made.vault, { saveDraft, loadDrafts });
    await made.app.flushDrafts();
    const value = { note: "typed just now", other: "kept too", late: "typed while reading" };
    expect(await made.vault.loadDrafts(view.caseId)).toEqual({ ok: true, value });
  });

  test("a write that breaks off loses nothing of what is pending", async () => {
    const made = await openedApp();
    const { view } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    const { saveDraft } = made.vault;
    Object.assign(made.vault, { saveDraft: () => Promise.reject(new Error("broken")) });
    made.app.keepDraft("a", "one");
    made.app.keepDraft("b", "two");
    await made.app.flushDrafts().catch(() => undefined);
    Object.assign(made.vault, { saveDraft });
    await made.app.flushDrafts();
    expect(await made.vault.loadDrafts(view.caseId)).toEqual({ ok: true, value: { a: "one", b: "two" } });
  });

  test("what is still pending is written before locking", async () => {
    const vault = memoryVault();
    const saved: string[] = [];
    const made = await openedApp({
      vault: async () => ({ ...vault, saveDraft: (id, field, text) => (saved.push(text), vault.saveDraft(id, field, text)) }),
    });
    made.app.keepDraft("note", "typed just now");
    await made.app.lock();
    expect(saved).toEqual(["typed just now"]);
  });
});

describe("a worker that stopped by itself", () => {
  const typing = async (): Promise<TestApp> => {
    const made = await openedApp();
    made.app.go("links");
    made.app.keepDraft("note", "typed just now");
    made.app.workerStopped();
    return made;
  };

  test("locks and says so at once; what was typed is written after unlocking, where the person was", async () => {
    const made = await typing();
    const { view, notice, halted } = made.app.state();
    expect([view, notice?.key, halted]).toEqual([{ at: "locked" }, "error.vault-stopped", true]);
    expect(made.asked).toEqual([]);
    expect(await made.app.unlock(PASSPHRASE)).toBe(true);
    const after = made.app.state();
    expect([after.halted, after.route.screen, made.app.draft("note")]).toEqual([false, "links", "typed just now"]);
    if (after.view.at !== "unlocked") throw new Error("not unlocked");
    expect(await made.vault.loadDrafts(after.view.caseId)).toEqual({ ok: true, value: { note: "typed just now" } });
  });

  test("in the second of two cases: that one is open again", async () => {
    const made = await openedApp();
    await made.app.newCase();
    const { view } = made.app.state();
    made.app.workerStopped();
    await made.app.unlock(PASSPHRASE);
    expect(view.at === "unlocked" && made.app.state().view).toMatchObject({
      at: "unlocked",
      caseId: view.at === "unlocked" && view.caseId,
    });
  });

  test("where another passphrase then opens another vault, nothing of it is shown or kept there", async () => {
    const made = await typing();
    const other = memoryVault();
    await other.create("another passphrase");
    await other.createCase();
    const caseId = await other.createCase();
    Object.assign(made.vault, other, { unlock: async () => ok({ cases: caseId.ok ? [caseId.value] : [] }) });
    expect(await made.app.unlock("another passphrase")).toBe(true);
    expect([made.app.state().route.screen, made.app.draft("note")]).toEqual(["home", ""]);
    await made.app.flushDrafts();
    expect(await other.loadDrafts(caseId.ok ? caseId.value : "")).toEqual({ ok: true, value: {} });
  });

  test("is nothing to a locked page or the made-up case; an opened sealed file is gone with it", async () => {
    const locked = testApp({ passphrase: PASSPHRASE });
    await locked.app.start();
    locked.app.workerStopped();
    expect([locked.app.state().halted, locked.asked]).toEqual([false, []]);
    const looking = testApp();
    await looking.app.start();
    await looking.app.openSample();
    looking.app.workerStopped();
    expect(looking.app.state().view.at).toBe("unlocked");
    locked.app.showBundle(true);
    locked.app.workerStopped();
    expect(locked.asked).toEqual(["reload"]);
  });
});

describe("routes and time", () => {
  test("back leads where one came from; a replaced screen is skipped", async () => {
    const { app } = await openedApp();
    app.go("case");
    app.go("links");
    app.go("link", { link: "a" }, "replace");
    expect(app.state().route).toEqual({ screen: "link", params: { link: "a" } });
    app.back();
    expect(app.state().route.screen).toBe("case");
  });

  test("a tick plans for the new time", async () => {
    const made = await openedApp();
    const before = made.app.state().view;
    made.pass(60_000);
    made.app.tick();
    const after = made.app.state().view;
    if (before.at !== "unlocked" || after.at !== "unlocked") throw new Error("not unlocked");
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(60_000);
  });

  test("an update is taken only when it was offered", async () => {
    const taken: string[] = [];
    const made = testApp({ acceptUpdate: async (hash) => (taken.push(hash), { ok: false, error: { code: "update-failed" } }) });
    expect(await made.app.acceptUpdate()).toBe(false);
    made.app.offerUpdate({ version: "0.2.0", hash: "abc" });
    expect(await made.app.acceptUpdate()).toBe(false);
    expect(taken).toEqual(["abc"]);
    expect(made.app.state().notice?.key).toBe("error.update-failed");
  });
});
