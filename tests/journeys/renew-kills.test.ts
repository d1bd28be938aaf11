import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchProfile } from "../support/disk.ts";
import { startKillsPage } from "../support/kills-page.ts";
import { buildPage } from "../support/page-build.ts";
import type { RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { isManifestTorn } from "../support/torn-store.ts";

/** How often a change of everything is killed. The nightly run sets HOLDFAST_RENEW_KILLS=200. */
const kills = Number(process.env["HOLDFAST_RENEW_KILLS"] ?? "20");
/** Entries and files of the vault that is changed. */
const things = 24;
/** The kill comes at any part of it, or (above 1) after its last row, and then up to this many milliseconds later. */
const latest = { part: 1.3, ms: 60 };

const folder = mkdtempSync(join(tmpdir(), "renew-kills-"));
let host: StaticHost;

beforeAll(async () => {
  await buildPage("tests/journeys/kills/page.ts", join(folder, "page"));
  host = await startHost(join(folder, "page"));
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Two {
  readonly profile: string;
  readonly caseId: string;
  readonly besideId: string;
}
/** A vault with some of everything, and another one beside it. */
const makeTwo = async (): Promise<Two> => {
  const profile = mkdtempSync(join(folder, "profile-"));
  const { page, close } = await startKillsPage(profile, host.url);
  const made = await page.evaluate(async (count) => {
    await window.kills.create();
    const caseId = await window.kills.newCase();
    await window.kills.stream(caseId, 0, count);
    return { caseId, besideId: await window.kills.createBeside() };
  }, things);
  await close();
  return { profile, ...made };
};
const databasesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name = "" }) => name));
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test(
  `${String(kills)} kills of a change of everything: the old one or the new one is there, whole, and the vault beside it`,
  { timeout: 120_000 + kills * 40_000 },
  async () => {
    let two = await makeTwo();
    let turn = 0;
    const tally = { old: 0, renewed: 0, halfMade: 0, tornByTheBrowser: 0 };
    let wanted = { part: 0, reached: (): void => undefined };
    const start = (): Promise<RealBrowser> =>
      startKillsPage(two.profile, host.url, { progressed: (part) => part >= wanted.part && wanted.reached() });
    // Each browser looks at what the one before it has left, and then is killed itself.
    let running = await start();
    for (let killed = 0; killed < kills; killed++) {
      await running.page.reload();
      await running.page.waitForFunction(() => "kills" in window);
      expect(await running.page.evaluate((n) => window.kills.unlockTurn(n), turn)).toBe("ok");
      const part = Math.random() * latest.part;
      const isTime = new Promise<void>((resolve) => {
        wanted = { part: Math.min(part, 1), reached: resolve };
      });
      const changing = running.page
        .evaluate((n) => window.kills.change(n), turn)
        .then(
          () => "ended by itself",
          (thrown: unknown) => String(thrown),
        );
      await Promise.race([isTime, changing]);
      await wait(Math.random() * latest.ms);
      await running.kill();
      expect(await changing).toMatch(/closed|crashed|ended by itself/u);

      const isTorn = isManifestTorn(two.profile);
      running = await start();
      const { page } = running;
      if ((await databasesOf(page)).length > 1) tally.halfMade += 1;
      expect(await page.evaluate(() => window.kills.status())).toBe("present");
      expect(await databasesOf(page)).toHaveLength(1);
      // One of the two opens it, and never both.
      const codes = await page.evaluate(async (n) => [await window.kills.unlockTurn(n), await window.kills.unlockTurn(n + 1)], turn);
      expect(codes.toSorted()).toEqual(["ok", "vault-wrong-passphrase"]);
      const isRenewed = codes[1] === "ok";
      tally[isRenewed ? "renewed" : "old"] += 1;
      if (isRenewed) turn += 1;
      await page.evaluate((n) => window.kills.unlockTurn(n), turn);
      expect(await page.evaluate((id) => window.kills.verify(id), two.caseId)).toBe(things);
      expect(await page.evaluate(() => window.kills.unlockBeside())).toEqual([two.besideId]);
      expect(await page.evaluate((id) => window.kills.verify(id), two.besideId)).toBe(3);
      // This profile is doomed, and by nothing that a page could do or leave.
      if (isTorn) {
        tally.tornByTheBrowser += 1;
        await running.close();
        two = await makeTwo();
        turn = 0;
        running = await start();
      }
    }
    await running.close();
    say(`${String(kills)} kills of a change of everything: ${JSON.stringify(tally)}`);
    // Chance may bring few kills all to the same side.
    expect(tally.old).toBeGreaterThan(kills < 100 ? -1 : 0);
    expect(tally.halfMade).toBeGreaterThan(kills < 100 ? -1 : 0);
  },
);

/** A piece of every header and row: from behind what two writings of a header have in common. */
const piecesOf = async (page: Page): Promise<readonly Uint8Array[]> => {
  const found = await page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = await Promise.all(
      (["headers", "rows"] as const).map(
        (store) =>
          new Promise<readonly ArrayBuffer[]>((resolve, reject) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    db.close();
    return all.flat().map((row) => [...new Uint8Array(row).subarray(1_000, 1_048)]);
  });
  return found.filter(({ length }) => length === 48).map((piece) => Uint8Array.from(piece));
};

test.each(["killed", "closed"] as const)(
  "after a change of everything the old header, keyring and rows are nowhere on disk, the browser %s",
  { timeout: 180_000 },
  async (how) => {
    const profile = mkdtempSync(join(folder, "canary-"));
    let browser: RealBrowser = await startKillsPage(profile, host.url);
    await browser.page.evaluate(async (count) => {
      await window.kills.create();
      await window.kills.stream(await window.kills.newCase(), 0, count);
    }, things);
    // The store is read in a browser of its own: the page that is looked at later shall not have read it.
    await browser.close();
    browser = await startKillsPage(profile, host.url);
    const old = await piecesOf(browser.page);
    expect(old.length).toBeGreaterThan(10);
    // What is searched for is really found while it is there.
    expect(new Set(searchProfile(profile, old).finds.map(({ text }) => text)).size).toBe(old.length);
    await browser.page.evaluate(async () => {
      await window.kills.unlockTurn(0);
      await window.kills.change(0);
    });
    const renewed = await piecesOf(browser.page);
    // Chromium throws the last of it away in the background.
    await expect.poll(() => searchProfile(profile, old).finds.map(({ file }) => file), { timeout: 30_000, interval: 500 }).toEqual([]);
    await (how === "killed" ? browser.kill() : browser.close());
    const found = searchProfile(profile, [...old, ...renewed]);
    expect(found.undecoded).toEqual([]);
    const texts = new Set(found.finds.map(({ text }) => text));
    expect(old.filter((piece) => texts.has(Buffer.from(piece).toString("hex")))).toEqual([]);
    expect(renewed.filter((piece) => !texts.has(Buffer.from(piece).toString("hex")))).toEqual([]);
  },
);
