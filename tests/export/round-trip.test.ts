import { BlobReader, Uint8ArrayWriter, ZipReader, configure } from "@zip.js/zip.js";
import { beforeAll, describe, expect, test } from "vitest";
import { randomBytes } from "../../src/crypto/random.ts";
import { decryptAge } from "../../src/export/age/transform.ts";
import { openBundle, passphraseOf } from "../../src/export/open.ts";
import { sealBundle } from "../../src/export/seal.ts";
import type { Disclosure } from "../../src/export/types.ts";
import { padme } from "../../src/export/zip/padme.ts";
import { scrypt, ready, through } from "./age/support.ts";
import { deps, noise, valueOf } from "./deps.ts";
import { testCase, type TestFile } from "./source.ts";

beforeAll(ready);

const file = (name: string, size: number): TestFile => ({ id: "ab".repeat(16), name, type: "image/png", bytes: noise(size) });
const sealed = async (files: readonly TestFile[], change: Partial<Disclosure> = {}) => {
  const { source, disclosure } = testCase(randomBytes, files);
  const out = valueOf(await sealBundle({ ...disclosure, ...change }, source, deps));
  const opening = valueOf(await openBundle(out.file, [{ by: "passphrase", passphrase: out.words.join("-"), scrypt }], { keys: [] }));
  return { source, disclosure, out, opening };
};

describe("a sealed bundle", () => {
  test("opens again with its words, every check reported, every file the same", async () => {
    const shot = file("listing-page.png", 200_000);
    const { out, opening, disclosure } = await sealed([shot]);
    expect(out.words.length).toBe(6);
    expect(out.name).toBe("2026-11-22-documents.age");
    expect(opening.bundle.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      "container-opens pass",
      "format-known pass",
      "names-allowed pass",
      "files-present pass",
      "files-listed pass",
      "digests-match pass",
      "seal-valid pass",
      "key-known first-time",
      "evidence-disclosed pass",
      "entries-prove not-applicable",
      "extends-earlier not-applicable",
    ]);
    expect(opening.bundle.label).toBe("my lawyer");
    expect(opening.bundle.sealedAt).toBe("2026-11-22T09:58:00.000Z");
    expect(opening.bundle.sealCode).toEqual(out.sealCode);
    expect(opening.bundle.caseJson).toEqual(disclosure.caseJson);
    expect(valueOf(await opening.read("data/evidence/001-listing-page.png"))).toEqual(shot.bytes);
    expect(opening.bundle.files.find(({ path }) => path.endsWith(".png"))?.type).toBe("image/png");
    expect((await opening.read("data/evidence/none.png")).ok).toBe(false);
  });

  test("is an extract that says nothing about what was left out", async () => {
    const { opening } = await sealed([]);
    expect(opening.bundle.timeline.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(opening.bundle.timeline.every(({ entry }) => !("seq" in entry))).toBe(true);
    expect(opening.bundle.files.some(({ path }) => path.startsWith("data/checkpoints/"))).toBe(false);
  });

  test("with continuity proves each entry into its checkpoint", async () => {
    const { opening, source } = await sealed([file("a.png", 10)], { continuity: true, entries: [0, 2, 4] });
    const outcome = Object.fromEntries(opening.bundle.checks.map(({ check, outcome: o }) => [check, o]));
    expect(outcome["entries-prove"]).toBe("pass");
    expect(outcome["extends-earlier"]).toBe("first-time");
    expect(opening.bundle.timeline.map(({ n }) => n)).toEqual([0, 2, 4]);
    expect(opening.bundle.files.map(({ path }) => path)).toContain(`data/checkpoints/${source.logId}`);
  });

  test.each([0, 1, 65_536, 70_000, 1 << 20, 3_333_333])("with %i bytes of evidence has a Padmé size", async (size) => {
    const { out } = await sealed([file("a.png", size)]);
    expect(padme(out.file.size)).toBe(out.file.size);
  });

  test("is a zip that another reader takes, byte for byte", async () => {
    const shot = file("Ελένη Нина.png", 100_000);
    const { out } = await sealed([shot]);
    const key = { by: "passphrase", passphrase: passphraseOf(` ${out.words.join("  ").toUpperCase()}\n`), scrypt } as const;
    const { out: zip, error } = await through(decryptAge([key]), new Uint8Array(await out.file.arrayBuffer()));
    expect(error).toBeUndefined();
    configure({ useWebWorkers: false });
    const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(zip)])), { checkSignature: true });
    const entries = await reader.getEntries();
    const found = entries.find(({ filename }) => filename.endsWith("/data/evidence/001-Ελένη Нина.png"));
    if (found === undefined || found.directory) throw new Error("not there");
    expect(await found.getData(new Uint8ArrayWriter())).toEqual(shot.bytes);
    expect(entries.every(({ compressionMethod, directory }) => compressionMethod === 0 && !directory)).toBe(true);
  });
});

describe("sealing refuses", () => {
  const attempt = (change: Partial<Disclosure>, files = [file("a.png", 10)]) => {
    const { source, disclosure } = testCase(randomBytes, files);
    return sealBundle({ ...disclosure, ...change }, source, deps);
  };
  const evidence = (name: string, more = {}) => {
    const { disclosure } = testCase(randomBytes, [file("a.png", 10)]);
    return disclosure.evidence.map((one) => ({ ...one, name, ...more }));
  };

  test.each([
    "../a.png",
    "/a.png",
    "C:a.png",
    "a\u202Egnp.exe",
    "a\u0000.png",
    "con.png",
    "a%20b.png",
    "a\\b.png",
    "e\u0301.png",
    " a",
    "a.",
    "",
  ])("the name %j", async (name) => {
    expect(await attempt({ evidence: evidence(name) })).toEqual({ ok: false, error: { code: "seal-name-not-allowed" } });
  });

  test("a file whose bytes are not those of its digest", async () => {
    expect(await attempt({ evidence: evidence("a.png", { sha256: "0".repeat(64) }) })).toMatchObject({
      ok: false,
      error: { code: "seal-self-check-failed", where: "digests-match" },
    });
  });
  test("a file of another size", async () => {
    expect(await attempt({ evidence: evidence("a.png", { size: 11 }) })).toMatchObject({
      ok: false,
      error: { code: "seal-source-damaged" },
    });
  });
  test("a file that no chosen entry names", async () => {
    expect(await attempt({ entries: [0, 1] })).toMatchObject({
      ok: false,
      error: { code: "seal-self-check-failed", where: "evidence-disclosed" },
    });
  });
  test("an entry that is gone", async () => {
    expect(await attempt({ entries: [0, 99] })).toEqual({ ok: false, error: { code: "seal-source-damaged", where: "entry 99" } });
  });
  test("a case.json with a member that the schema does not know", async () => {
    expect(
      await attempt({ caseJson: { format: "holdfast-case/1", date: "2026-11-22", language: "en", recipient: "lawyer", device: "x" } }),
    ).toEqual({
      ok: false,
      error: { code: "seal-self-check-failed", where: "data/case.json#device" },
    });
  });
  test("continuity for a friend, as a bug of the caller", async () => {
    await expect(attempt({ continuity: true, recipient: "friend" })).rejects.toThrow(RangeError);
  });
  test("to go on when it is stopped", async () => {
    const { source, disclosure } = testCase(randomBytes, [file("a.png", 3_000_000)]);
    let asked = 0;
    const isStopped = (): boolean => ++asked > 5;
    expect(await sealBundle(disclosure, source, { ...deps, isStopped })).toEqual({ ok: false, error: { code: "stopped" } });
  });
});
