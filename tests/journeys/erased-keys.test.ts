import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { searchProfile } from "../support/disk.ts";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import type {} from "./erasing/page.ts";

/*
 * What unlocked an erased file must be nowhere on the disk: the row of its key as it was, and the file's own pieces. They are searched for in every file
 * of the browser's profile, after it was killed and after it was closed; and are found there while they ought to be.
 */
const folder = mkdtempSync(join(tmpdir(), "erased-keys-"));
let profile = "";
let host: StaticHost;
let browser: RealBrowser;
let page: Page;

beforeAll(async () => {
  await buildPage("tests/journeys/erasing/page.ts", join(folder, "page"));
  host = await startHost(join(folder, "page"));
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  profile = mkdtempSync(join(folder, "profile-"));
  await open();
  await page.evaluate(() => window.erasing.create());
});
afterEach(() => browser.close());

const open = async (): Promise<void> => {
  browser = await startBrowser(profile);
  ({ page } = browser);
  await page.goto(host.url);
  await page.waitForFunction(() => "erasing" in window);
};

/** Of a row: its size, and 64 bytes of its nonce, start, middle and end. Each piece is searched for by itself. */
interface Row {
  readonly size: number;
  readonly pieces: readonly string[];
}
const rowsNow = (): Promise<readonly Row[]> =>
  page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<readonly ArrayBuffer[]>((resolve, reject) => {
      const request = db.transaction("rows").objectStore("rows").getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return rows.map((row) => ({
      size: row.byteLength,
      pieces: [0, 64, Math.floor(row.byteLength / 2), row.byteLength - 64].map((at) =>
        Array.from(new Uint8Array(row, at, 64), (byte) => byte.toString(16).padStart(2, "0")).join(""),
      ),
    }));
  });
/** A keyring row is 73,728 bytes with its nonce and tag around it, a whole chunk a mebibyte and more: no other row is of these sizes. */
const isKeyring = ({ size }: Row): boolean => size > 73_000 && size < 74_000;
const isWholeChunk = ({ size }: Row): boolean => size > 2 ** 20;
const secretRows = async (): Promise<readonly Row[]> => (await rowsNow()).filter((row) => isKeyring(row) || isWholeChunk(row));
const piecesOf = (rows: readonly Row[]): readonly string[] => rows.flatMap(({ pieces }) => pieces);

/** Which of the pieces lie anywhere in the profile. */
const onDisk = (pieces: readonly string[]): ReadonlySet<string> => {
  const needles = pieces.map((piece) => Buffer.from(piece, "hex"));
  const { finds, undecoded, files } = searchProfile(profile, needles);
  expect(undecoded).toEqual([]);
  expect(files).toBeGreaterThan(20);
  return new Set(finds.map(({ text }) => text));
};

/** Erases, ends the browser, and looks. What is there afterwards is found as well: the search did see the store as it then was. */
const erased = async (how: "killed" | "closed", chunks: number, erase: () => Promise<unknown>): Promise<void> => {
  const before = piecesOf(await secretRows());
  expect(onDisk(before)).toEqual(new Set(before));
  await erase();
  const rows = await secretRows();
  expect(rows.filter(isWholeChunk)).toHaveLength(chunks);
  const left = piecesOf(rows);
  const gone = before.filter((piece) => !left.includes(piece));
  // A keyring and a chunk at least.
  expect(gone.length).toBeGreaterThanOrEqual(8);
  await (how === "killed" ? browser.kill() : browser.close());
  expect(onDisk([...gone, ...left])).toEqual(new Set(left));
};

test.each(["killed", "closed"] as const)(
  "after erasing one item the keyring with its key is nowhere on disk, nor its file, the browser %s",
  async (how) => {
    const caseId = await page.evaluate(() => window.erasing.fill(3));
    await erased(how, 2, () => page.evaluate((id) => window.erasing.eraseItem(id, 1), caseId));
    await open();
    expect(await page.evaluate(() => window.erasing.unlock())).toEqual([caseId]);
    expect(await page.evaluate((id) => window.erasing.look(id), caseId)).toEqual([true, false, true]);
  },
);

test.each(["killed", "closed"] as const)(
  "after erasing one case its keyring is nowhere on disk, nor its files, the browser %s",
  async (how) => {
    const [gone, kept] = await page.evaluate(async () => [await window.erasing.fill(2), await window.erasing.fill(1)] as const);
    await erased(how, 1, () => page.evaluate((id) => window.erasing.eraseCase(id), gone));
    await open();
    expect(await page.evaluate(() => window.erasing.unlock())).toEqual([kept]);
    expect(await page.evaluate((id) => window.erasing.look(id), kept)).toEqual([true]);
  },
);
