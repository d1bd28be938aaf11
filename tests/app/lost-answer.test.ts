import { describe, expect, test } from "vitest";
import { takeIn, type FileClaims } from "../../src/app/intake.ts";
import { keepMessage } from "../../src/app/messages-keep.ts";
import type { ReadMessage } from "../../src/app/messages-read.ts";
import { fakeReader } from "./fake-reader.ts";
import { err } from "../../src/lib/result.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const picture = "1".repeat(32);
const file = new File(["the same bytes"], "shot.png");
const claims: FileClaims = {
  role: "content",
  about: ["case"],
  pictures: [picture],
  capturedAt: null,
  capturedBy: "person",
  came: "import",
};
const sha256 = await crypto.subtle
  .digest("SHA-256", await file.arrayBuffer())
  .then((digest) => [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join(""));
const reader = fakeReader(sha256);

/** An open case; `kept`: ids of the files that lie in the vault. */
const opened = async (): Promise<TestApp & { readonly kept: Set<string> }> => {
  const made = await openedApp({ evidence: async () => reader });
  await made.app.send({ do: "add-picture", picture, label: "x" });
  await made.app.send({ do: "answer-age", picture, age: "adult" });
  const kept = new Set<string>();
  const { importFile, dropFile } = made.vault;
  Object.assign(made.vault, {
    importFile: async (...given: Parameters<typeof importFile>) => {
      const done = await importFile(...given);
      if (done.ok) kept.add(done.value.file);
      return done;
    },
    dropFile: async (...given: Parameters<typeof dropFile>) => (kept.delete(given[1]), dropFile(...given)),
  });
  return { ...made, kept };
};
const take = ({ app }: TestApp) => takeIn(app, file, claims, () => undefined);
const message: ReadMessage = {
  channel: "email",
  packed: 0,
  media: null,
  waits: false,
  from: "",
  date: "",
  name: "letter.eml",
  text: "text",
  count: 1,
  signs: [],
  bytes: file,
  sha256,
  attachments: 0,
  textOnly: null,
};
const keep = ({ app }: TestApp) => keepMessage(app, message, ["case"]);
const unlocked = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not open");
  return view;
};

describe.each([
  ["a file", take],
  ["a message", keep],
] as const)("%s", (_, bring) => {
  test("whose entry was written, and the answers got lost, is not dropped", async () => {
    const made = await opened();
    const { append } = made.vault;
    let isDone = false;
    Object.assign(made.vault, {
      append: async (...given: Parameters<typeof append>) => {
        if (!isDone) await append(...given);
        isDone = true;
        return err({ code: "vault-lost" });
      },
    });
    expect(await bring(made)).toEqual({ ok: false, error: { code: "vault-lost" } });
    expect(made.kept.size).toBe(1);
    Object.assign(made.vault, { append });
    expect(await bring(made)).toMatchObject({ ok: false });
    const { state } = unlocked(made);
    expect([...state.evidence.values(), ...state.messages.values()].map((item) => item.file)).toEqual([...made.kept]);
  });

  test("whose entry was not written is dropped", async () => {
    const made = await opened();
    made.vault.fail({ code: "vault-full" });
    expect(await bring(made)).toEqual({ ok: false, error: { code: "vault-full" } });
    expect(made.kept.size).toBe(0);
  });

  test("that may have been written stays while the case cannot be read", async () => {
    const made = await opened();
    Object.assign(made.vault, { append: async () => err({ code: "vault-lost" }), loadCase: async () => err({ code: "vault-lost" }) });
    expect(await bring(made)).toEqual({ ok: false, error: { code: "vault-lost" } });
    expect(made.kept.size).toBe(1);
  });

  test("goes into the case in which it was begun, or nowhere", async () => {
    const made = await opened();
    const first = unlocked(made).caseId;
    const { importFile } = made.vault;
    Object.assign(made.vault, {
      importFile: async (...given: Parameters<typeof importFile>) => {
        const done = await importFile(...given);
        await made.app.newCase();
        return done;
      },
    });
    const sizes = made.vault.entries(first).length;
    expect(await bring(made)).toEqual({ ok: false, error: { code: "vault-taken", where: "case" } });
    const second = unlocked(made);
    expect(second.caseId).not.toBe(first);
    expect([second.state.evidence.size, second.state.messages.size, made.vault.entries(first).length]).toEqual([0, 0, sizes]);
    expect(made.kept.size).toBe(0);
  });
});
