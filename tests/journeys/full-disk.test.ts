import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { begin, fill, heading, keepLink, links, press, unlock } from "../support/journey-vault.ts";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import type {} from "./kills/page.ts";

/*
 * A store that is really full: the browser's own quota, set through its debugging protocol, which IndexedDB keeps although `estimate` does not tell of
 * it. So the app cannot see the wall coming, and runs into it in the midst of what it does.
 */
const folder = mkdtempSync(join(tmpdir(), "full-"));
let bare: StaticHost;
let app: StaticHost;
let browser: RealBrowser;
let profile = "";

beforeAll(async () => {
  await buildPage("tests/journeys/kills/page.ts", join(folder, "page"));
  bare = await startHost(join(folder, "page"));
  app = await startHost(join(import.meta.dirname, "../../dist"));
});
afterAll(async () => {
  await bare.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(() => {
  profile = mkdtempSync(join(folder, "profile-"));
});
afterEach(() => browser.close());

/**
 * Starts the browser in which this host has so many bytes; answers what gives it as many as it would have by itself. A browser that runs believes for
 * half a minute that what was left is left still, so a limit is set before it first writes.
 */
const openWith = async ({ url }: StaticHost, quotaSize: number): Promise<() => Promise<unknown>> => {
  browser = await startBrowser(profile);
  const session = await browser.context.newCDPSession(browser.page);
  const { origin } = new URL(url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  return () => session.send("Storage.overrideQuotaForOrigin", { origin });
};

test("a stream of entries and files hits the wall: all that was acknowledged is there, nothing else, and it goes on after room was made", async () => {
  let acknowledged = -1;
  const open = async (quotaSize: number): Promise<() => Promise<unknown>> => {
    const makeRoom = await openWith(bare, quotaSize);
    await browser.page.exposeFunction("begun", () => undefined);
    await browser.page.exposeFunction("acknowledged", (n: number) => {
      acknowledged = n;
    });
    await browser.page.goto(bare.url);
    await browser.page.waitForFunction(() => "kills" in window);
    return makeRoom;
  };
  const makeRoom = await open(16_000_000);
  const caseId = await browser.page.evaluate(async () => (await window.kills.create(), window.kills.newCase()));
  await expect(browser.page.evaluate((id) => window.kills.stream(id, 0), caseId)).rejects.toThrow("vault-full");
  const there = acknowledged + 1;
  expect(there).toBeGreaterThan(5);
  expect(await browser.page.evaluate((id) => window.kills.verify(id), caseId)).toBe(there);
  await makeRoom();
  await browser.page.evaluate(([id, n]) => window.kills.stream(id, n, n + 3), [caseId, there] as const);
  await browser.close();

  // A file of eight transactions: the wall stands in the midst of them.
  const makeMore = await open(34_000_000);
  await browser.page.evaluate(() => window.kills.unlock());
  expect(await browser.page.evaluate((id) => window.kills.keepFor(id, 30_000_000), caseId)).toBe("vault-full");
  expect(await browser.page.evaluate((id) => window.kills.verify(id), caseId)).toBe(there + 3);
  await makeMore();
  expect(await browser.page.evaluate((id) => window.kills.keepFor(id, 30_000_000), caseId)).toBe("ok");
});

test("on the screen it is said in words, the text stays, what is kept opens and can be read, and after room was made it is saved", async () => {
  browser = await startBrowser(profile);
  await browser.page.goto(app.url);
  const words = await begin(browser.page);
  await keepLink(browser.page, "https://clipmirror.example/before");
  await browser.close();

  const makeRoom = await openWith(app, 1);
  const { page } = browser;
  await page.goto(app.url);
  await heading(page, "Locked");
  await unlock(page, words);
  await heading(page, "Next, one thing");
  const kept = await links(page);
  expect(kept).toContain("/before");
  const label = "Links, one on each line or mixed with text";
  await press(page, "Case");
  await press(page, "Add links");
  await fill(page, label, "https://clipmirror.example/full");
  await press(page, "Read it");
  await press(page, "Keep it");
  await page.getByText("There is no space left on this device. Nothing was lost.").first().waitFor();
  expect(await page.getByRole("textbox", { name: label }).inputValue()).toBe("https://clipmirror.example/full");
  await makeRoom();
  await press(page, "Read it");
  await press(page, "Keep it");
  await page.getByText(/^Kept: 1/u).waitFor();
  const now = await links(page);
  expect([now.includes("/before"), now.includes("/full")]).toEqual([true, true]);
});
