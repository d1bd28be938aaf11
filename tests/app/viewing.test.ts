import { expect, test } from "vitest";
import { kindOf, readRange, viewedIn } from "../../src/app/viewing.ts";
import { pieceBytes } from "../../src/lib/media.ts";
import { ok } from "../../src/lib/result.ts";
import type { Vault } from "../../src/vault/types.ts";
import { memoryVault } from "./memory-vault.ts";
import { openedApp } from "./test-app.ts";

test.each([
  ["video/webm", "film"],
  ["video/quicktime", "film"],
  ["audio/wav", "sound"],
  ["application/pdf", "pages"],
  ["text/html", "words"],
  ["multipart/related", "words"],
  ["message/rfc822", "words"],
  ["application/zip", "other"],
])("%s is shown as %s", (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

test("any range of a file is put together from its pieces, and ends where the file ends", async () => {
  const size = 2 * pieceBytes + 5;
  const whole = Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 7) % 251));
  const file = {
    type: "application/pdf",
    size,
    read: async (index: number) => new Uint8Array(whole.subarray(index * pieceBytes, (index + 1) * pieceBytes)).buffer,
  };
  for (const [from, to] of [
    [0, 4],
    [pieceBytes - 2, pieceBytes + 2],
    [pieceBytes, 2 * pieceBytes],
    [3, size + 100],
    [size, size + 1],
  ] as const) {
    const bytes = await readRange(file, from, to);
    expect(bytes !== null && whole.subarray(from, to).equals(bytes)).toBe(true);
  }
  expect(await readRange({ ...file, read: async () => null }, 0, 4)).toBeNull();
});

test("each piece is refused as soon as somebody in it may be under 18, and in another case", async () => {
  const reading: string[] = [];
  const vault: Vault = { ...memoryVault(), readChunk: async (_, file) => (reading.push(file), ok(new ArrayBuffer(3))) };
  const { app } = await openedApp({ vault: async () => vault });
  const id = (char: string): string => char.repeat(32);
  const send = async (command: Parameters<typeof app.send>[0]): Promise<void> => {
    const sent = await app.send(command);
    if (!sent.ok) throw new Error(sent.error.code);
  };
  const picture = id("b");
  await send({ do: "add-picture", picture, label: "green scarf" });
  await send({ do: "answer-age", picture, age: "adult" });
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("locked");
  const sha256 = "c".repeat(64);
  await send({
    do: "add-evidence",
    evidence: id("d"),
    file: id("e"),
    name: "film.webm",
    sha256,
    size: 3,
    type: "video/webm",
    role: "other",
    about: [],
    pictures: [picture],
    capturedAt: null,
    capturedBy: "person",
    came: "import",
    fileTime: null,
    capturedFrom: null,
    misnamed: false,
    source: null,
  });
  const now = app.state().view;
  const item = now.at === "unlocked" ? now.state.evidence.get(id("d")) : undefined;
  if (item === undefined) throw new Error("not kept");
  const file = viewedIn(app, view.caseId, item);
  expect((await file.read(0))?.byteLength).toBe(3);
  expect(await viewedIn(app, id("f"), item).read(0)).toBeNull();
  await send({ do: "answer-age", picture, age: "under18" });
  expect(await file.read(0)).toBeNull();
  expect(reading).toEqual([item.file]);
});
