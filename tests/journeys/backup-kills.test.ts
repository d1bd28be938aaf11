import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import type {} from "./backup-kills/page.ts";

/** How often each of the two is killed. The nightly run sets more. */
const kills = Number(process.env["HOLDFAST_BACKUP_KILLS"] ?? "20");

const folder = mkdtempSync(join(tmpdir(), "backup-kills-"));
const profile = join(folder, "profile");
let host: StaticHost;
let caseId = "";
/** How long each takes when nobody kills it, in milliseconds: the kills fall anywhere in it. */
const whole = { backUp: 0, restore: 0 };

let begun = (): void => undefined;
const start = async (): Promise<RealBrowser> => {
  const browser = await startBrowser(profile);
  await browser.page.exposeFunction("backupBegun", () => begun());
  await load(browser);
  return browser;
};
/** The page anew, with no worker of an earlier call. */
const load = async ({ page }: RealBrowser): Promise<void> => {
  await page.goto(host.url);
  await page.waitForFunction(() => "backupKills" in window);
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a job, and kills the browser at some moment after it said that it began. Answers the next browser: each looks, and then is killed itself. */
const killIn = async (browser: RealBrowser, job: (browser: RealBrowser) => Promise<unknown>, longest: number): Promise<RealBrowser> => {
  await load(browser);
  const isTime = new Promise<void>((resolve) => {
    begun = resolve;
  });
  // Ends with the browser; or it was done before.
  const ended = job(browser).catch(() => undefined);
  await Promise.race([isTime, ended]);
  await wait(Math.random() * longest);
  await browser.kill();
  await ended;
  return start();
};

beforeAll(async () => {
  await buildPage("tests/journeys/backup-kills/page.ts", join(folder, "page"));
  host = await startHost(join(folder, "page"));
  let from = 0;
  begun = () => (from = performance.now());
  const { page, close } = await start();
  caseId = await page.evaluate(() => window.backupKills.make("old"));
  await page.evaluate((id) => window.backupKills.backUp("old", id), caseId);
  whole.backUp = performance.now() - from;
  from = performance.now();
  await page.evaluate(() => window.backupKills.restore("first"));
  whole.restore = performance.now() - from;
  await close();
}, 120_000);
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test(
  `a backup killed ${String(kills)} times: the case is as it was, and the file is the last one or the new one, whole`,
  { timeout: 60_000 + kills * 20_000 },
  async () => {
    const tally = { old: 0, new: 0 };
    let notes = 1;
    let browser = await start();
    for (let n = 0; n < kills; n++) {
      browser = await killIn(
        browser,
        ({ page }) => page.evaluate((id) => window.backupKills.backUp("old", id), caseId),
        whole.backUp * 1.3,
      );
      const found = await browser.page.evaluate((id) => window.backupKills.check("old", id, true), caseId);
      expect([notes, notes + 1]).toContain(found.notes);
      // A note in the log never comes without its file.
      expect(found.inFile).toBeGreaterThanOrEqual(40 + found.notes - 1);
      tally[found.notes === notes ? "old" : "new"] += 1;
      ({ notes } = found);
    }
    await browser.close();
    say(`${String(kills)} kills of a backup: ${JSON.stringify(tally)}`);
    expect(tally.old + tally.new).toBe(kills);
  },
);

test(`a restoring killed ${String(kills)} times: all of it is there, or nothing`, { timeout: 60_000 + kills * 20_000 }, async () => {
  const tally = { all: 0, nothing: 0 };
  let browser = await start();
  for (let n = 0; n < kills; n++) {
    const store = `kills-${String(n)}`;
    const isBeside = n % 2 === 1;
    if (isBeside) await browser.page.evaluate((name) => window.backupKills.make(name), store);
    browser = await killIn(browser, ({ page }) => page.evaluate((name) => window.backupKills.restore(name), store), whole.restore * 1.2);
    const { page } = browser;
    tally[await page.evaluate((name) => window.backupKills.restored(name), store)] += 1;
    // And then it can be done.
    if (n === 0) {
      await page.evaluate(() => window.backupKills.restore("after-a-kill"));
      expect(await page.evaluate(() => window.backupKills.restored("after-a-kill"))).toBe("all");
    }
  }
  await browser.close();
  say(`${String(kills)} kills of a restoring: ${JSON.stringify(tally)}`);
  // Chance may bring few kills all to the same side.
  expect(tally.nothing).toBeGreaterThan(kills < 100 ? -1 : 0);
});
