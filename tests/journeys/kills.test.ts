import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { isManifestTorn, tearLog, type LogTear } from "../support/torn-store.ts";
import type {} from "./kills/page.ts";

/** How often the browser is killed. The nightly run sets HOLDFAST_KILLS=1000. */
const kills = Number(process.env["HOLDFAST_KILLS"] ?? "30");
/** A new case after this many, so that verifying all of it after each kill stays quick; older cases are verified again at the end. */
const killsPerCase = 6;
/** The kill comes up to this many acknowledgements after the stream began, and then up to this many milliseconds into the next write. */
const most = { acknowledged: 10, ms: 40 };

const folder = mkdtempSync(join(tmpdir(), "kills-"));
let profile = "";
let host: StaticHost;

beforeAll(async () => {
  await buildPage("tests/journeys/kills/page.ts", join(folder, "page"));
  host = await startHost(join(folder, "page"));
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const start = async (begun: (n: number) => void, acknowledged: (n: number) => void): Promise<RealBrowser> => {
  const browser = await startBrowser(profile);
  await browser.page.exposeFunction("begun", begun);
  await browser.page.exposeFunction("acknowledged", acknowledged);
  await browser.page.goto(host.url);
  await browser.page.waitForFunction(() => "kills" in window);
  return browser;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test(
  `${String(kills)} kills at random moments: what was acknowledged is there, nothing else is, and every vault opens`,
  { timeout: 60_000 + kills * 15_000 },
  async () => {
    /** Things of the stream that are known to be there, per case. */
    let cases: { readonly id: string; done: number }[] = [];
    const tally = { acknowledged: 0, inFlightKept: 0, inFlightGone: 0, tornByTheBrowser: 0 };
    let begun = 0;
    let acknowledged = 0;
    let enough = { at: 0, reached: (): void => undefined };
    const launch = (): Promise<RealBrowser> =>
      start(
        (n) => {
          begun = n + 1;
        },
        (n) => {
          acknowledged = n + 1;
          if (acknowledged >= enough.at) enough.reached();
        },
      );

    const startAnew = async (): Promise<void> => {
      profile = mkdtempSync(join(folder, "profile-"));
      cases = [];
      const { page, close } = await launch();
      await page.evaluate(() => window.kills.create());
      await close();
    };
    await startAnew();

    for (let killed = 0; killed < kills;) {
      const isTorn = isManifestTorn(profile);
      const { page, kill, close } = await launch();
      expect(await page.evaluate(() => window.kills.status())).toBe("present");
      await page.evaluate(() => window.kills.unlock());
      const current = cases.at(-1);
      if (current !== undefined) {
        const there = await page.evaluate((id) => window.kills.verify(id), current.id);
        expect(there).toBeGreaterThanOrEqual(acknowledged);
        expect(there).toBeLessThanOrEqual(begun);
        tally.acknowledged += acknowledged - current.done;
        if (begun > acknowledged) tally[there > acknowledged ? "inFlightKept" : "inFlightGone"] += 1;
        current.done = there;
      }
      // All was there; but this profile is doomed, and by nothing that a page could do or leave.
      if (isTorn) {
        tally.tornByTheBrowser += 1;
        await close();
        await startAnew();
        continue;
      }
      if (current === undefined || killed % killsPerCase === 0)
        cases.push({ id: await page.evaluate(() => window.kills.newCase()), done: 0 });
      const { id, done } = cases.at(-1) ?? { id: "", done: 0 };
      begun = done;
      acknowledged = done;
      const isTime = new Promise<void>((resolve) => {
        enough = { at: done + Math.floor(Math.random() * (most.acknowledged + 1)), reached: resolve };
        if (enough.at === done) resolve();
      });
      // Ends with the browser, in the midst of something.
      const streaming = page
        .evaluate(([caseId, from]) => window.kills.stream(caseId, from), [id, done] as const)
        .then(
          () => "ended by itself",
          (thrown: unknown) => String(thrown),
        );
      await Promise.race([isTime, streaming]);
      await wait(Math.random() * most.ms);
      await kill();
      expect(await streaming).toMatch(/closed|crashed/u);
      killed += 1;
    }

    const { page, close } = await launch();
    expect(await page.evaluate(() => window.kills.unlock())).toEqual(cases.map(({ id }) => id));
    for (const [i, { id, done }] of cases.entries()) {
      const there = await page.evaluate((caseId) => window.kills.verify(caseId), id);
      const isLast = i === cases.length - 1;
      expect(there).toBeGreaterThanOrEqual(isLast ? acknowledged : done);
      expect(there).toBeLessThanOrEqual(isLast ? begun : done);
    }
    await close();
    say(`${String(kills)} kills: ${JSON.stringify(tally)}`);
    expect(tally.acknowledged).toBeGreaterThan(kills);
    // Chance may bring few kills all to the same side.
    expect(tally.inFlightGone).toBeGreaterThan(kills < 100 ? -1 : 0);
  },
);

const tears = [
  "part of a head",
  "a head without content",
  "half of the content",
  "the first piece of several",
] as const satisfies readonly LogTear[];

test.each(tears)("a kill in the midst of a write that left %s in the browser's log loses nothing later on", async (tear) => {
  profile = mkdtempSync(join(folder, "profile-"));
  const launch = (): Promise<RealBrowser> =>
    start(
      () => undefined,
      () => undefined,
    );
  let browser = await launch();
  const caseId = await browser.page.evaluate(async () => {
    await window.kills.create();
    const made = await window.kills.newCase();
    await window.kills.stream(made, 0, 3);
    return made;
  });
  await browser.kill();
  expect(tearLog(profile, tear)).toBe(1);
  for (const there of [3, 5, 7]) {
    browser = await launch();
    const found = await browser.page.evaluate(
      async ([id, from]) => {
        await window.kills.unlock();
        const verified = await window.kills.verify(id);
        await window.kills.stream(id, from, from + 2);
        return verified;
      },
      [caseId, there] as const,
    );
    expect(found).toBe(there);
    await browser.kill();
  }
});
