import { expect, test } from "vitest";
import { takeMany } from "../../src/app/intake-many.ts";
import type { FileClaims } from "../../src/app/intake.ts";
import type { EvidenceReader } from "../../src/evidence/reader.ts";
import { hex } from "../../src/lib/bytes.ts";
import { err, ok } from "../../src/lib/result.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { fakeReader } from "./fake-reader.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const picture = "1".repeat(32);
const claims: FileClaims = { role: "chat", about: ["case"], pictures: [picture], capturedAt: null, capturedBy: "person", came: "import" };
const file = (name: string, text = name): File => new File([text], name, { lastModified: Date.UTC(2026, 10, 1) });

/** Knows the real digest; a file called "bad" cannot be read. */
const reader: EvidenceReader = {
  ...fakeReader(""),
  inspect: async (given, name) => {
    if (name === "bad") return err({ code: "file-unreadable" });
    const bytes = given instanceof Blob ? await given.arrayBuffer() : given;
    const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    return ok({ sha256, size: bytes.byteLength, type: "image/png", mismatch: false, width: 1, height: 1 });
  },
};
const adult = async (): Promise<TestApp> => {
  const made = await openedApp({ evidence: async () => reader });
  await made.app.send({ do: "add-picture", picture, label: "x" });
  await made.app.send({ do: "answer-age", picture, age: "adult" });
  return made;
};
const evidenceOf = ({ app }: TestApp) => {
  const { view } = app.state();
  return view.at === "unlocked" ? [...view.state.evidence.values()] : [];
};

test("one bad file stops no other, the same bytes are kept once, and each is said", async () => {
  const made = await adult();
  const seen: number[] = [];
  const done = await takeMany(
    made.app,
    [file("a"), file("bad"), file("a again", "a"), file("b")],
    { ...claims, capturedFrom: "file" },
    (bytes) => {
      seen.push(bytes);
    },
  );
  expect(done.taken.map(({ name, how }) => [name, how])).toEqual([
    ["a", "kept"],
    ["a again", "there"],
    ["b", "kept"],
  ]);
  expect([done.failed, done.left]).toEqual([[{ name: "bad", error: { code: "file-unreadable" } }], 0]);
  const own = instantFromMs(Date.UTC(2026, 10, 1));
  expect(evidenceOf(made)).toMatchObject([
    { name: "a", fileTime: own, capturedAt: own, capturedFrom: "file" },
    { name: "b", fileTime: own },
  ]);
  expect(seen).toEqual([...seen].toSorted((x, y) => x - y));
  // The same file about something else belongs to both.
  const again = await takeMany(made.app, [file("b")], { ...claims, about: [`picture:${picture}`] }, () => undefined);
  expect(again.taken).toEqual([{ name: "b", how: "joined", evidence: evidenceOf(made)[1]?.id }]);
  expect(evidenceOf(made)[1]?.about).toEqual(["case", `picture:${picture}`]);
});

test("stopped, what is done stays, and the rest is counted", async () => {
  const made = await adult();
  const files = Array.from({ length: 100 }, (_, n) => file(`shot ${String(n)}`));
  const done = await takeMany(made.app, files, claims, () => evidenceOf(made).length < 37);
  expect([done.taken.length, done.failed, done.left, evidenceOf(made).length]).toEqual([37, [], 63, 37]);
});

test("a full disk ends it; nothing that was kept is lost", async () => {
  const made = await adult();
  const first = await takeMany(made.app, [file("a")], claims, () => undefined);
  made.vault.fail({ code: "vault-full" });
  const done = await takeMany(made.app, [file("b"), file("c")], claims, () => undefined);
  expect([first.taken.length, done]).toEqual([1, { taken: [], failed: [{ name: "b", error: { code: "vault-full" } }], left: 1 }]);
  expect(evidenceOf(made).map(({ name }) => name)).toEqual(["a"]);
});

test("where no media may enter, no byte is written", async () => {
  const made = await adult();
  await made.app.send({ do: "answer-age", picture, age: "under18" });
  const done = await takeMany(made.app, [file("a"), file("b")], claims, () => undefined);
  expect(done.failed.map(({ error }) => error.code)).toEqual(["media-under-18", "media-under-18"]);
  expect(evidenceOf(made)).toEqual([]);
});
