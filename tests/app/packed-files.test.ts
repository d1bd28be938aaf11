import { expect, test } from "vitest";
import { takeIn } from "../../src/app/intake.ts";
import { takePacked } from "../../src/app/packed-files.ts";
import type { MessageFile } from "../../src/evidence/text.ts";
import { err, ok } from "../../src/lib/result.ts";
import { fakeReader } from "./fake-reader.ts";
import { openedApp } from "./test-app.ts";

const zip = new File(["the zip"], "chat.zip");
const packed = { index: 3, name: "IMG-20261119-WA0003.jpg", size: 5 * 1024 * 1024 };
const claims = { role: "chat", about: ["case"], pictures: [], capturedAt: null, capturedBy: "other", came: "import" } as const;

/** An app whose reader takes this out of the zip, with what was given to be looked at and to be stored. */
const start = async (part: Blob | ArrayBuffer) => {
  const given: MessageFile[] = [];
  const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", part instanceof Blob ? await part.arrayBuffer() : part))];
  const reader = fakeReader(digest.map((byte) => byte.toString(16).padStart(2, "0")).join(""), (file) => {
    given.push(file);
    return { type: "text/plain" };
  });
  const made = await openedApp({ evidence: async () => ({ ...reader, takeFromZip: async () => ok(part) }) });
  const { importFile } = made.vault;
  Object.assign(made.vault, {
    importFile: async (...asked: Parameters<typeof importFile>) => {
      given.push(asked[1]);
      return importFile(...asked);
    },
  });
  return { ...made, given };
};

test("what had to be unpacked is taken in as bytes, of which no Blob is made that could be written to the disk", async () => {
  const bytes = new ArrayBuffer(packed.size);
  const { app, given } = await start(bytes);
  const taken = await takePacked(app, zip, packed);
  if (!taken.ok) throw new Error(taken.error.code);
  expect(taken.value).toMatchObject({ name: packed.name, size: packed.size, type: "", lastModified: 0 });
  expect(taken.value).not.toBeInstanceOf(Blob);
  expect(await takeIn(app, taken.value, claims, () => undefined)).toMatchObject({ ok: true });
  expect(given).toEqual([bytes, bytes]);
  const { view } = app.state();
  expect(view.at === "unlocked" ? [...view.state.evidence.values()] : []).toMatchObject([
    { name: packed.name, size: packed.size, fileTime: null },
  ]);
});

test("what was only stored stays a part of the zip", async () => {
  const { app, given } = await start(new Blob(["a film"]));
  const taken = await takePacked(app, zip, packed);
  if (!taken.ok) throw new Error(taken.error.code);
  expect(await takeIn(app, taken.value, claims, () => undefined)).toMatchObject({ ok: true });
  expect(given).toEqual([taken.value, taken.value]);
  expect(taken.value).toBeInstanceOf(File);
});

test("what cannot be taken out is said", async () => {
  const { app } = await openedApp({
    evidence: async () => ({ ...fakeReader(""), takeFromZip: async () => err({ code: "file-too-large" }) }),
  });
  expect(await takePacked(app, zip, packed)).toEqual({ ok: false, error: { code: "file-too-large" } });
});
