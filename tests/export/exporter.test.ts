import { describe, expect, test } from "vitest";
import { randomBytes } from "../../src/crypto/random.ts";
import { makeExporter } from "../../src/export/exporter.ts";
import { openBundle } from "../../src/export/open.ts";
import { allPass } from "../../src/export/verify.ts";
import { concat } from "../../src/lib/bytes.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { scryptOnce as scrypt } from "../support/derive.ts";
import { ready } from "./age/support.ts";
import { copier, noise, valueOf } from "./deps.ts";
import { testCase } from "./source.ts";

/** The exporter as the worker's root makes it, with the real report and the real work factor. */
await ready();

const shot = { id: "ab".repeat(16), name: "listing-page.png", type: "image/png", bytes: noise(2_500_000) };
const made = testCase(randomBytes, [shot]);
const exporter = makeExporter({
  disclose: (caseId) => Promise.resolve(caseId === "known" ? made.source : undefined),
  scrypt,
  now: () => instantFromMs(Date.UTC(2026, 10, 22, 9, 58)),
  copier,
});

describe("the exporter", () => {
  test("seals, opens with the words as somebody types them, reads piece by piece, forgets", async () => {
    const told: number[] = [];
    const sealed = valueOf(await exporter.seal("known", made.disclosure, ({ done, total }) => told.push(done / total)));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(allPass(sealed.checks)).toBe(true);
    const bundle = valueOf(await exporter.open(sealed.file, `  ${sealed.words.join(" ").toUpperCase()} `));
    expect(bundle.bundleId).toBe(sealed.bundleId);
    expect(new Uint8Array(valueOf(await exporter.readOpened("data/evidence/001-listing-page.png")))).toEqual(shot.bytes);
    const pieces: Uint8Array[] = [];
    for (let n = 0; n < 3; n++)
      pieces.push(new Uint8Array(valueOf(await exporter.readOpenedPiece("data/evidence/001-listing-page.png", n))));
    expect(pieces.map(({ length }) => length)).toEqual([2 ** 20, 2 ** 20, 2_500_000 - 2 * 2 ** 20]);
    expect(concat(...pieces)).toEqual(shot.bytes);
    for (const [path, n] of [
      ["data/evidence/001-listing-page.png", 3],
      ["data/evidence/001-listing-page.png", -1],
      ["data/evidence/001-listing-page.png", 0.5],
      ["data/evidence/no-such.png", 0],
      ["data/evidence/001-listing-page.png", 2 ** 40],
    ] as const)
      expect(await exporter.readOpenedPiece(path, n)).toMatchObject({ ok: false, error: { code: "bundle-malformed" } });
    const pdf = new Uint8Array(valueOf(await exporter.readOpened("data/report.pdf")));
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe("%PDF-");
    expect(await exporter.open(sealed.file, sealed.words.slice(1).join(" "))).toMatchObject({
      ok: false,
      error: { code: "bundle-wrong-words" },
    });
    expect((await exporter.readOpened("data/report.pdf")).ok).toBe(false);
    valueOf(await exporter.open(sealed.file, sealed.words.join("-")));
    await exporter.closeOpened();
    expect((await exporter.readOpened("data/report.pdf")).ok).toBe(false);
    expect((await exporter.readOpenedPiece("data/report.pdf", 0)).ok).toBe(false);
  });

  test("says that a case is not there, and stops when it is told", async () => {
    expect(await exporter.seal("other", made.disclosure)).toMatchObject({ ok: false, error: { code: "seal-source-damaged" } });
    const sealing = exporter.seal("known", made.disclosure, () => void exporter.stop());
    expect(await sealing).toEqual({ ok: false, error: { code: "stopped" } });
  });

  test("makes a plain report that says it is not locked", async () => {
    const pdf = valueOf(await exporter.plainReport(made.disclosure, "This document is not locked."));
    expect(pdf.type).toBe("application/pdf");
    expect(pdf.size).toBeGreaterThan(5000);
  });

  test("puts nothing of the device into a bundle", async () => {
    const sealed = valueOf(await exporter.seal("known", { ...made.disclosure, entries: [0, 1, 2, 3], evidence: [], custody: [] }));
    const opening = valueOf(
      await openBundle(sealed.file, [{ by: "passphrase", passphrase: sealed.words.join("-"), scrypt }], { keys: [] }),
    );
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const forbidden = [
      navigator.userAgent,
      "Mozilla",
      "Chrome/",
      "Linux ",
      navigator.platform,
      `${String(screen.width)}x${String(screen.height)}`,
      ...(zone === "UTC" ? [] : [zone]),
      "jsPDF ",
      "/home/",
      "/Users/",
      "C:\\Users",
      made.source.logId,
      "left out of the bundle",
    ].filter((text) => text !== "");
    for (const { path } of opening.bundle.files) {
      const text = new TextDecoder("latin1").decode(valueOf(await opening.read(path)));
      for (const word of forbidden) expect([path, word, text.includes(word)]).toEqual([path, word, false]);
    }
    expect(opening.bundle.files.length).toBeGreaterThan(10);
  });
});
