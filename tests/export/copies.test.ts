import { describe, expect, test } from "vitest";
import { readMetadata } from "../../src/evidence/metadata/read.ts";
import { strip } from "../../src/evidence/strip/strip.ts";
import { copyLine } from "../../src/export/bag/copies.ts";
import { parseCustody } from "../../src/export/bag/custody.ts";
import { makeExporter } from "../../src/export/exporter.ts";
import { openBundle } from "../../src/export/open.ts";
import { sealBundle } from "../../src/export/seal.ts";
import type { Disclosure } from "../../src/export/types.ts";
import { allPass } from "../../src/export/verify.ts";
import { randomBytes } from "../../src/crypto/random.ts";
import { sha256 } from "../../src/crypto/hash.ts";
import { hex, sameBytes } from "../../src/lib/bytes.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { pictureNamed, tellsMark } from "../evidence/corpus/bytes.ts";
import { jpegHeads, jpegTails, jpegWith } from "../evidence/corpus/jpeg.ts";
import { ready, scrypt } from "./age/support.ts";
import { copier, deps, valueOf } from "./deps.ts";
import { testCase } from "./source.ts";

await ready();

const photo = jpegWith("baseline.jpg", Object.keys(jpegHeads), Object.keys(jpegTails));
const files = [
  { id: "ab".repeat(16), name: "photo.jpg", type: "image/jpeg", bytes: photo },
  { id: "cd".repeat(16), name: "moving.webp", type: "image/webp", bytes: pictureNamed("moving.webp") },
  { id: "ef".repeat(16), name: "film.mp4", type: "video/mp4", bytes: new Uint8Array(100) },
];
const { source, disclosure } = testCase(randomBytes, files);
const original = hex(sha256(photo));
const exporter = makeExporter({
  disclose: (caseId) => Promise.resolve(caseId === "known" ? source : undefined),
  scrypt,
  now: () => instantFromMs(0),
  copier,
});
const asked = files.map(({ id, type, bytes }) => ({ file: id, type, size: bytes.length }));
const [first, ...others] = disclosure.evidence;
if (first === undefined) throw new Error("no evidence");
const path = `data/evidence/${first.name}`;

/** The disclosure with a copy of the photo, as the page makes it from what the exporter has answered. */
const withCopy = async (change: Partial<Disclosure> = {}): Promise<Disclosure> => {
  const [photoGoes] = valueOf(await exporter.copies("known", asked));
  if (photoGoes?.how !== "stripped") throw new Error("no copy");
  const copy = { sha256: photoGoes.sha256, size: photoGoes.size };
  return {
    ...disclosure,
    evidence: [{ ...first, copy }, ...others],
    custody: [...disclosure.custody, copyLine({ path, of: original, ...copy })],
    ...change,
  };
};
const opened = async (sealed: { readonly file: Blob; readonly words: readonly string[] }) =>
  valueOf(await openBundle(sealed.file, [{ by: "passphrase", passphrase: sealed.words.join("-"), scrypt }], { keys: [] }));

describe("copies without hidden details", () => {
  test("are told before anything is sealed: what each file would go as", async () => {
    const made = valueOf(await strip(photo, "image/jpeg"));
    expect(valueOf(await exporter.copies("known", asked))).toEqual([
      { how: "stripped", sha256: hex(sha256(made)), size: made.length },
      { how: "exact", why: "strip-animated" },
      { how: "exact", why: "strip-kind" },
    ]);
    expect(await exporter.copies("other", asked)).toMatchObject({ ok: false, error: { code: "seal-source-damaged" } });
    const lies = asked.map((one) => ({ ...one, size: one.size + 1 }));
    expect(await exporter.copies("known", lies)).toMatchObject({ ok: false, error: { code: "seal-source-damaged" } });
  });

  test("go instead of the file, and every check holds", async () => {
    const before = photo.slice();
    const sealed = valueOf(await sealBundle(await withCopy(), source, deps));
    expect(allPass(sealed.checks)).toBe(true);
    const { bundle, read } = await opened(sealed);
    const copy = valueOf(await read(path));
    expect(tellsMark(copy)).toBe(false);
    expect((await readMetadata(copy, "image/jpeg")).filter(({ what }) => what !== "colours")).toEqual([]);
    expect(bundle.copies).toEqual([{ path, of: original }]);
    // What it is was said of the original.
    expect(bundle.files.find((file) => file.path === path)?.type).toBe("image/jpeg");
    expect(sameBytes(photo, before)).toBe(true);
    const exact = valueOf(await sealBundle(disclosure, source, deps));
    const whole = await opened(exact);
    expect(sameBytes(valueOf(await whole.read(path)), photo)).toBe(true);
    expect(whole.bundle.copies).toEqual([]);
  });

  test.each<
    readonly [
      string,
      string,
      (line: { readonly path: string; readonly of: string; readonly sha256: string; readonly size: number }) => object,
    ]
  >([
    ["that nobody names", "evidence-disclosed", ({ path: _, ...line }) => ({ ...line, path: "data/evidence/other.jpg" })],
    ["of something that no entry names", "evidence-disclosed", (line) => ({ ...line, of: "0".repeat(64) })],
    ["with another digest", "evidence-disclosed", (line) => ({ ...line, sha256: "1".repeat(64) })],
    ["made in a way that is not known", "format-known", (line) => ({ ...line, how: "painted" })],
    ["with a member too many", "format-known", (line) => ({ ...line, more: 1 })],
  ])("a copy %s is refused by the check", async (_, check, change) => {
    const good = await withCopy();
    const [line] = good.custody.slice(-1);
    const { sha256: digest, size } = good.evidence[0]?.copy ?? { sha256: "", size: 0 };
    const bad = { ...line, ...change({ path, of: original, sha256: digest, size }) };
    const custody = [...disclosure.custody, bad];
    expect(await sealBundle({ ...good, custody }, source, deps)).toMatchObject({
      ok: false,
      error: { code: "seal-self-check-failed", where: check },
    });
  });

  test("that are not what was previewed, or that nobody can make, are not sealed", async () => {
    const good = await withCopy();
    const [one, ...rest] = good.evidence;
    const other = { ...good, evidence: [{ ...first, ...one, copy: { sha256: "2".repeat(64), size: one?.copy?.size ?? 0 } }, ...rest] };
    expect(await sealBundle(other, source, deps)).toMatchObject({ ok: false, error: { code: "seal-self-check-failed" } });
    const { copier: _, ...without } = deps;
    expect(await sealBundle(good, source, without)).toMatchObject({ ok: false, error: { code: "seal-self-check-failed" } });
  });

  test("a line of custody is any object; a history in it is a list of things with their time", () => {
    const at = "2026-11-22T09:58:00.000Z";
    const row = (history: unknown): unknown => parseCustody(JSON.stringify({ path, history }));
    expect(
      row([
        { at, what: "checked" },
        { at, what: "some later thing", more: 1 },
      ]),
    ).toMatchObject({ copy: undefined });
    expect(row([])).toMatchObject({ copy: undefined });
    for (const wrong of [
      null,
      "x",
      {},
      [null],
      [{ at }],
      [{ what: "checked" }],
      [{ at: "today", what: "checked" }],
      Array(10_001).fill({ at, what: "x" }),
    ])
      expect(row(wrong)).toBe(undefined);
  });

  test("a line of custody that is a copy's has one shape", () => {
    const line = copyLine({ path, of: original, sha256: "3".repeat(64), size: 5 });
    expect(parseCustody(JSON.stringify(line))).toEqual({ row: line, copy: { path, of: original, sha256: "3".repeat(64) } });
    expect(parseCustody('{"anything":1}')).toEqual({ row: { anything: 1 }, copy: undefined });
    expect(parseCustody("[]")).toBe(undefined);
    for (const wrong of [{ path: "../x" }, { of: "x" }, { sha256: 5 }, { size: -1 }, { size: 1.5 }, { record: "copy", path: null }])
      expect(parseCustody(JSON.stringify({ ...line, ...wrong }))).toBe(undefined);
  });
});
