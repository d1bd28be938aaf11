import { beforeAll, describe, expect, test } from "vitest";
import { toldCustody } from "../../src/export/bag/custody.ts";
import { heldPaths } from "../../src/export/bag/limits.ts";
import { paths } from "../../src/export/bag/tags.ts";
import { openBundle } from "../../src/export/open.ts";
import type { CheckName, CheckResult, ExportError } from "../../src/export/types.ts";
import { utf8 } from "../../src/lib/bytes.ts";
import { centralOf, craft, passphrase, patched, shot, type Files, type Spoil } from "../vectors/bundle-1/craft.ts";
import { ready, scrypt } from "./age/support.ts";
import { valueOf } from "./deps.ts";

/** Bundles of the frozen vectors' kind that are too large to be kept: made here, sealed with valid words and a valid key, and hostile. */
beforeAll(ready);

const open = async (spoil: Spoil) => openBundle(new Blob([new Uint8Array(await craft(spoil))]), [key], { keys: [] });
const key = { by: "passphrase", passphrase, scrypt } as const;
const refusal = async (spoil: Spoil): Promise<ExportError | undefined> => {
  const opened = await open(spoil);
  return opened.ok ? undefined : opened.error;
};
const check = async (spoil: Spoil, name: CheckName): Promise<CheckResult | undefined> =>
  valueOf(await open(spoil)).bundle.checks.find((result) => result.check === name);
const payload = (path: string, text: string): Spoil => ({ payload: (files: Files) => void files.set(path, utf8(text)) });
const lineFiles = [paths.custody, paths.timeline, paths.consistency];

describe("files of lines", () => {
  test.each(lineFiles)("%s of a million empty lines is refused", async (path) => {
    expect(await refusal(payload(path, "\n".repeat(1_000_000)))).toEqual({ code: "bundle-malformed", where: path });
  });

  test.each(lineFiles)("%s of as many bad lines as may be is opened, and the first hundred are named", async (path) => {
    const found = await check(payload(path, "\n".repeat(50_000)), "format-known");
    expect(found?.outcome).toBe("fail");
    expect(found?.items.length).toBe(100);
    expect(found?.items[0]).toBe(`${path}:1`);
    expect(found?.more).toBe(49_900);
  });

  test("a last line without its newline counts too", async () => {
    expect(await refusal(payload(paths.custody, `${"\n".repeat(50_000)}{}`))).toEqual({ code: "bundle-malformed", where: paths.custody });
  });
});

describe("the record of custody", () => {
  const line = { at: "2026-11-22T09:58:00.000Z", what: "merged" };
  const rows = (count: number): string => `${JSON.stringify({ path: "x", history: Array(9_000).fill(line) })}\n`.repeat(count);

  test("may say only so much of all files together, since each line is drawn", async () => {
    expect(await refusal(payload(paths.custody, rows(12)))).toEqual({ code: "bundle-malformed", where: paths.custody });
    expect(await refusal(payload(paths.custody, rows(11)))).toBe(undefined);
  });

  test("is told only of files that are there, once each, and with the digest that they or their originals have", () => {
    const [a, b, c] = ["a".repeat(64), "b".repeat(64), "c".repeat(64)];
    const digests = new Map([
      ["data/evidence/1", a],
      ["data/evidence/2", b],
    ]);
    const copies = [{ path: "data/evidence/2", sha256: b, of: c }];
    const honest = [
      { path: "data/evidence/1", sha256: a, name: "one" },
      { path: "data/evidence/2", sha256: c, name: "two" },
      { record: "checked", at: line.at, outcome: "as-saved" },
    ];
    const lies = [
      { path: "data/evidence/1", sha256: a, name: "again" },
      { path: "data/evidence/2", sha256: b, name: "the copy as if it were the original" },
      { path: "data/evidence/3", sha256: a },
      { path: "data/evidence/1", sha256: b },
      { record: "other", path: "data/evidence/1", sha256: a },
      { path: 5 },
    ];
    const told = [...honest, { record: "copy", ...copies[0] }];
    expect(toldCustody({ digests, copies, custody: [...honest, ...lies] })).toEqual(told);
    expect(toldCustody({ digests, copies, custody: [...lies.slice(3), ...honest] })).toEqual(told);
  });
});

describe("what is held in memory", () => {
  const checkpoint = `${paths.checkpoints}${"ab".repeat(16)}`;
  test.each([
    ["a checkpoint", payload(checkpoint, "x".repeat(1025)), checkpoint],
    ["the signature", { signed: (files: Files) => void files.set(paths.signature, new Uint8Array(1025)) }, paths.signature],
    ["the key", { signed: (files: Files) => void files.set(paths.signingKey, new Uint8Array(1025)) }, paths.signingKey],
    ["bag-info.txt", { info: (text: string) => text + "x".repeat(1024) }, paths.bagInfo],
    ["the manifest", { manifest: (text: string) => text + "x".repeat(2 ** 21) }, paths.manifest],
  ])("%s that is too large is refused", async (_, spoil, where) => {
    expect(await refusal(spoil)).toEqual({ code: "bundle-malformed", where });
  });

  test("nor may all files together be too large", () => {
    const files = new Map([paths.caseJson, paths.timeline, paths.custody].map((path) => [path, 40 * 2 ** 20]));
    expect(() => heldPaths(files)).toThrow(expect.objectContaining({ error: { code: "bundle-malformed", where: paths.custody } }));
    expect(heldPaths(new Map([["data/evidence/film.mp4", 2 ** 31]]))).toEqual(new Set());
  });
});

test("a file whose sum in the zip is another one is named, since other tools would refuse it", async () => {
  const path = `${paths.evidence}001-${shot.name}`;
  const zip = (whole: Uint8Array): Uint8Array => {
    const central = centralOf(whole, shot.name);
    const view = new DataView(whole.buffer, whole.byteOffset);
    const [local, size] = [view.getUint32(central + 42, true), view.getUint32(central + 24, true)];
    const descriptor = local + 30 + view.getUint16(local + 26, true) + size;
    return patched(whole, [central + 16, 4, 7], [descriptor + 4, 4, 7]);
  };
  const opened = valueOf(await open({ zip }));
  const failed = opened.bundle.checks.filter(({ outcome }) => outcome === "fail");
  expect(failed).toEqual([{ check: "container-opens", outcome: "fail", items: [path] }]);
});
