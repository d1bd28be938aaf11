import { describe, expect, test } from "vitest";
import type { FileClaims } from "../../src/app/intake.ts";
import { takeIn, wouldAccept } from "../../src/app/intake.ts";
import { fakeReader } from "./fake-reader.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const picture = "1".repeat(32);
const claims: FileClaims = {
  role: "content",
  about: ["case"],
  pictures: [picture],
  capturedAt: null,
  capturedBy: "person",
  came: "import",
};
const file = new File(["the same bytes"], "shot.png");
const sha256 = await crypto.subtle
  .digest("SHA-256", await file.arrayBuffer())
  .then((digest) => [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join(""));

const adult = async (evidence = fakeReader(sha256)): Promise<TestApp & { readonly kept: () => readonly string[] }> => {
  const made = await openedApp({ evidence: async () => evidence });
  await made.app.send({ do: "add-picture", picture, label: "x" });
  await made.app.send({ do: "answer-age", picture, age: "adult" });
  const stored: string[] = [];
  const { importFile, dropFile } = made.vault;
  Object.assign(made.vault, {
    importFile: async (...given: Parameters<typeof importFile>) => {
      const done = await importFile(...given);
      if (done.ok) stored.push(done.value.file);
      return done;
    },
    dropFile: async (...given: Parameters<typeof dropFile>) => {
      stored.splice(stored.indexOf(given[1]), 1);
      return dropFile(...given);
    },
  });
  return { ...made, kept: () => stored };
};
const evidenceOf = ({ app }: TestApp) => {
  const { view } = app.state();
  return view.at === "unlocked" ? [...view.state.evidence.values()] : [];
};

describe("taking a file in", () => {
  test("names the stored file in one entry", async () => {
    const made = await adult();
    const taken = await takeIn(made.app, file, claims, () => undefined);
    expect(evidenceOf(made)).toMatchObject([
      { id: taken.ok ? taken.value : "", file: made.kept()[0], sha256, name: "shot.png", ...claims },
    ]);
  });

  test("a failed write leaves no file behind", async () => {
    const made = await adult();
    made.vault.fail({ code: "vault-full" });
    expect(await takeIn(made.app, file, claims, () => undefined)).toEqual({ ok: false, error: { code: "vault-full" } });
    expect(made.kept()).toEqual([]);
    expect(evidenceOf(made)).toEqual([]);
  });

  test("a file that changed between the two readings is not kept", async () => {
    const made = await adult(fakeReader("0".repeat(64)));
    expect(await takeIn(made.app, file, claims, () => undefined)).toEqual({ ok: false, error: { code: "file-unreadable" } });
    expect(made.kept()).toEqual([]);
  });

  test("a refused one never reaches the vault", async () => {
    const made = await adult();
    await made.app.send({ do: "answer-age", picture, age: "under18" });
    expect(await takeIn(made.app, file, claims, () => undefined)).toEqual({ ok: false, error: { code: "media-under-18" } });
    expect(made.kept()).toEqual([]);
  });
});

test("asking whether something would be refused writes nothing", async () => {
  const made = await adult();
  const appends = made.vault.appends();
  expect(wouldAccept(made.app, { do: "open-case" })).toEqual({ ok: false, error: { code: "already-open" } });
  expect(wouldAccept(made.app, { do: "add-picture", picture: "2".repeat(32), label: "y" })).toEqual({ ok: true, value: null });
  expect(made.vault.appends()).toBe(appends);
});
