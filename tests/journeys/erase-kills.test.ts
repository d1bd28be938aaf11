import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { isManifestTorn } from "../support/torn-store.ts";
import type {} from "./erasing/page.ts";

/** How often the browser is killed in each of three kinds of erasing. The nightly run sets HOLDFAST_ERASE_KILLS. */
const kills = Number(process.env["HOLDFAST_ERASE_KILLS"] ?? "7");
const timeout = 120_000 + kills * 20_000;

const folder = mkdtempSync(join(tmpdir(), "erase-kills-"));
let profile = "";
let host: StaticHost;

beforeAll(async () => {
  await buildPage("tests/journeys/erasing/page.ts", join(folder, "page"));
  host = await startHost(join(folder, "page"));
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const launch = async (): Promise<RealBrowser> => {
  const browser = await startBrowser(profile);
  await browser.page.goto(host.url);
  await browser.page.waitForFunction(() => "erasing" in window);
  return browser;
};
const newProfile = (): void => {
  profile = mkdtempSync(join(folder, "profile-"));
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** How long it takes, so that the kills fall before, into and just behind it. */
const took = async (job: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await job();
  return performance.now() - began;
};

/** Begins and does not wait for the end, which the browser does not live to see. */
const killedWhile = async ({ kill }: RealBrowser, ms: number, job: () => Promise<unknown>): Promise<boolean> => {
  let isAnswered = false;
  const ended = job().then(
    () => {
      isAnswered = true;
    },
    (thrown: unknown) => expect(String(thrown)).toMatch(/closed|crashed/u),
  );
  // More of them early, where the old and the new are apart.
  await wait(Math.random() ** 2 * ms * 1.3);
  await kill();
  await ended;
  return isAnswered;
};

const tallied = (what: string, tally: { readonly old: number; readonly new: number }): void => {
  say(`${what} killed ${String(kills)} times: ${JSON.stringify(tally)}`);
  expect(tally.old + tally.new).toBe(kills);
};

test(`an item, ${String(kills)} kills: it is there with its file or gone with it, and all others are there`, { timeout }, async () => {
  const perCase = 12;
  const tally = { old: 0, new: 0 };
  let cases: { readonly id: string; readonly there: boolean[] }[] = [];
  let ms = 0;
  const startAnew = async (): Promise<void> => {
    newProfile();
    const { page, close } = await launch();
    await page.evaluate(() => window.erasing.create());
    const ids = await page.evaluate(async (count) => [await window.erasing.fill(count), await window.erasing.fill(2)], perCase);
    cases = ids.map((id, i) => ({ id, there: Array.from({ length: i === 0 ? perCase : 2 }, () => true) }));
    const [first] = cases;
    ms = await took(() => page.evaluate((id) => window.erasing.eraseItem(id, 0), first?.id ?? ""));
    if (first !== undefined) first.there[0] = false;
    await close();
  };
  await startAnew();

  let pending: { readonly seq: number; readonly isAnswered: boolean } | undefined;
  while (tally.old + tally.new < kills) {
    const isTorn = isManifestTorn(profile);
    const browser = await launch();
    const { page } = browser;
    expect(await page.evaluate(() => window.erasing.unlock())).toEqual(cases.map(({ id }) => id));
    const seen = await page.evaluate(
      (ids) => Promise.all(ids.map((id) => window.erasing.look(id))),
      cases.map(({ id }) => id),
    );
    const [first, ...others] = cases;
    if (first === undefined) throw new Error("no case");
    if (pending !== undefined) {
      const isThere = seen[0]?.[pending.seq] === true;
      // What was said to be gone must not come back.
      expect(isThere && pending.isAnswered).toBe(false);
      tally[isThere ? "old" : "new"] += 1;
      first.there[pending.seq] = isThere;
      pending = undefined;
    }
    expect(seen).toEqual([first, ...others].map(({ there }) => there));
    // Chunks of what is gone went with it, or now.
    expect(await page.evaluate(() => window.erasing.wholeChunks())).toBe(seen.flat().filter(Boolean).length);
    const seq = first.there.indexOf(true);
    if (isTorn || seq === -1) {
      await browser.close();
      await startAnew();
      continue;
    }
    const isAnswered = await killedWhile(browser, ms, () =>
      page.evaluate(([id, n]) => window.erasing.eraseItem(id, n), [first.id, seq] as const),
    );
    pending = { seq, isAnswered };
  }
  tallied("erasing an item", tally);
});

test(`a case, ${String(kills)} kills: it is wholly there or wholly gone, and the others are there`, { timeout }, async () => {
  const tally = { old: 0, new: 0 };
  let cases: readonly string[] = [];
  let ms = 0;
  const startAnew = async (): Promise<void> => {
    newProfile();
    const { page, close } = await launch();
    await page.evaluate(() => window.erasing.create());
    cases = await page.evaluate(async (count) => {
      const made: string[] = [];
      for (let i = 0; i < count; i++) made.push(await window.erasing.fill(2));
      return made;
    }, 8);
    ms = await took(() => page.evaluate((id) => window.erasing.eraseCase(id), cases[0] ?? ""));
    cases = cases.slice(1);
    await close();
  };
  await startAnew();

  let pending: { readonly id: string; readonly isAnswered: boolean } | undefined;
  while (tally.old + tally.new < kills) {
    const isTorn = isManifestTorn(profile);
    const browser = await launch();
    const { page } = browser;
    const there = await page.evaluate(() => window.erasing.unlock());
    if (pending !== undefined) {
      const { id, isAnswered } = pending;
      const isThere = there.includes(id);
      expect(isThere && isAnswered).toBe(false);
      tally[isThere ? "old" : "new"] += 1;
      cases = cases.filter((known) => known !== id || isThere);
      pending = undefined;
    }
    expect(there).toEqual(cases);
    const seen = await page.evaluate((ids) => Promise.all(ids.map((id) => window.erasing.look(id))), cases);
    expect(seen).toEqual(cases.map(() => [true, true]));
    expect(await page.evaluate(() => window.erasing.wholeChunks())).toBe(cases.length * 2);
    const [id] = cases;
    // One case always stays, to be looked at.
    if (isTorn || id === undefined || cases.length === 1) {
      await browser.close();
      await startAnew();
      continue;
    }
    pending = { id, isAnswered: await killedWhile(browser, ms, () => page.evaluate((gone) => window.erasing.eraseCase(gone), id)) };
  }
  tallied("erasing a case", tally);
});

test(`everything, ${String(kills)} kills: all of it is there, or there is a fresh start`, { timeout }, async () => {
  const tally = { old: 0, new: 0 };
  newProfile();
  let isAnswered: boolean | undefined;
  let id = "";
  let ms = 0;
  while (tally.old + tally.new < kills) {
    // A profile in which nothing is stored yet has no manifest to tear.
    if (existsSync(join(profile, "Default/IndexedDB")) && isManifestTorn(profile)) {
      newProfile();
      isAnswered = undefined;
    }
    const browser = await launch();
    const { page } = browser;
    const status = await page.evaluate(() => window.erasing.status());
    if (status === "present") {
      expect(await page.evaluate(() => window.erasing.unlock())).toEqual([id]);
      expect(await page.evaluate((one) => window.erasing.look(one), id)).toEqual([true, true]);
    } else {
      expect(status).toBe("none");
      expect(await page.evaluate(() => window.erasing.databases())).toBe(0);
    }
    if (isAnswered !== undefined) {
      expect(status === "present" && isAnswered).toBe(false);
      tally[status === "present" ? "old" : "new"] += 1;
    }
    const make = async (): Promise<void> => {
      await page.evaluate(() => window.erasing.create());
      id = await page.evaluate(() => window.erasing.fill(2));
    };
    if (status === "none") await make();
    if (ms === 0) {
      ms = await took(() => page.evaluate(() => window.erasing.eraseAll()));
      await make();
    }
    isAnswered = await killedWhile(browser, ms, () => page.evaluate(() => window.erasing.eraseAll()));
  }
  tallied("erasing everything", tally);
});
