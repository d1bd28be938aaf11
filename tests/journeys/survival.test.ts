import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { searchProfile } from "../support/disk.ts";
import { begin, databases, fill, firstSlot, heading, lock, press, rowsIn, unlock } from "../support/journey-vault.ts";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { isManifestTorn, tearManifest } from "../support/torn-store.ts";
import type {} from "./kills/page.ts";

let profile: string;
let host: StaticHost;
let browser: RealBrowser;

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(async () => {
    for (const page of browser.context.pages())
      say(
        await page
          .locator("body")
          .innerText()
          .catch(() => "closed"),
      );
  });
  profile = mkdtempSync(join(tmpdir(), "survival-"));
  host = await startHost(join(import.meta.dirname, "../../dist"));
  browser = await open();
});
afterEach(async () => {
  await browser.close();
  await host.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const open = async (): Promise<RealBrowser> => {
  const started = await startBrowser(profile);
  await started.page.goto(host.url);
  return started;
};
test("a vault whose database is gone is said plainly; none is made silently, also not after a reload", async () => {
  await begin(browser.page);
  await lock(browser.page);
  // Browsers take it from a site that is not open. From one that is still looking into it, an empty one could be left behind.
  await browser.page.goto("about:blank");
  const session = await browser.context.newCDPSession(browser.page);
  const { origin } = new URL(host.url);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  for (let i = 0; i < 2; i++) {
    await browser.page.goto(host.url);
    await heading(browser.page, "What was stored here is gone");
    expect(await browser.page.getByRole("main").textContent()).toContain("Look in the place where you first used it");
    expect(await databases(browser.page)).toEqual([]);
  }
  // Only the person's own word makes a new one.
  await press(browser.page, "Start again here");
  await heading(browser.page, "This is not your fault.");
  await begin(browser.page);
});

test.each(["killed", "closed"] as const)("after changing the passphrase the old header is nowhere on disk, the browser %s", async (how) => {
  const words = await begin(browser.page);
  const [before] = await rowsIn(browser.page, "headers");
  const old = [firstSlot(before), (before ?? new Uint8Array()).slice(2_000, 2_064)];
  expect(old.map(({ length }) => length)).toEqual([104, 64]);
  // What is searched for is really found while it is there.
  expect(new Set(searchProfile(profile, old).finds.map(({ text }) => text)).size).toBe(2);

  await press(browser.page, "Case");
  await press(browser.page, "Settings");
  await browser.page.getByRole("button", { name: /^Ways to open this/u }).click();
  await press(browser.page, "Change the passphrase");
  const list = browser.page.getByRole("list", { name: "Six words, made for you" });
  await list.getByRole("listitem").nth(5).waitFor();
  const next = (await list.locator(".word").allTextContents()).join(" ");
  await press(browser.page, "Use these words");
  await fill(browser.page, "The six words", next);
  await press(browser.page, "Continue");
  await fill(browser.page, "Passphrase or recovery words", words);
  await press(browser.page, "Change it");
  await browser.page.getByText("From now on only the new passphrase works.").waitFor();
  const [after] = await rowsIn(browser.page, "headers");
  await (how === "killed" ? browser.kill() : browser.close());

  const found = searchProfile(profile, [...old, firstSlot(after)]);
  expect([...new Set(found.finds.map(({ text }) => text))]).toEqual([Buffer.from(firstSlot(after)).toString("hex")]);
  expect(found.undecoded).toEqual([]);

  browser = await open();
  await heading(browser.page, "Locked");
  await unlock(browser.page, words);
  await browser.page.getByText("This passphrase does not open it.").waitFor();
  await unlock(browser.page, next);
  await heading(browser.page, "Next, one thing");
});

test("two tabs: the one in use takes over, the other says so, keeps its text and loses nothing that was saved", async () => {
  const words = await begin(browser.page);
  const [one, two] = [browser.page, await browser.context.newPage()];
  const toPaste = async (page: Page): Promise<void> => {
    // A page that another one covers is drawn once in a second.
    await page.bringToFront();
    await press(page, "Case");
    await press(page, "Add links");
    await heading(page, "Add links");
  };
  const paste = async (page: Page, text: string): Promise<void> => {
    await fill(page, "Links, one on each line or mixed with text", text);
    await press(page, "Read it");
  };
  const keep = (page: Page): Promise<void> => press(page, "Keep it");
  const saved = (page: Page): Promise<void> => page.getByText(/^Kept: 1/u).waitFor();
  const toldThenAgain = async (page: Page, text: string): Promise<void> => {
    await page.getByText("Another tab is using this, so nothing was saved here just now.").waitFor();
    expect(await page.getByRole("textbox", { name: "Links, one on each line or mixed with text" }).inputValue()).toContain(text);
    await press(page, "Read it");
    await keep(page);
    await saved(page);
  };
  const links = async (page: Page): Promise<string> => {
    await press(page, "Case");
    await page.getByRole("button", { name: /^Links/u }).click();
    await heading(page, "Links");
    return (await page.getByRole("main").textContent()) ?? "";
  };

  await toPaste(one);
  await paste(one, "https://clipmirror.example/first");
  await keep(one);
  await saved(one);
  await two.bringToFront();
  await two.goto(host.url);
  await heading(two, "Locked");
  await unlock(two, words);
  await heading(two, "Next, one thing");
  await toPaste(two);
  await paste(two, "https://clipmirror.example/second");
  await keep(two);
  await saved(two);

  // The first tab knows nothing yet; it is told, its text stays, and trying once more makes it the writer.
  await toPaste(one);
  await paste(one, "https://clipmirror.example/third");
  await keep(one);
  await toldThenAgain(one, "https://clipmirror.example/third");
  const there = await links(one);
  for (const name of ["first", "second", "third"]) expect(there).toContain(`/${name}`);

  await toPaste(two);
  await paste(two, "https://clipmirror.example/fourth");
  await keep(two);
  await toldThenAgain(two, "https://clipmirror.example/fourth");
  await browser.kill();
  browser = await open();
  await unlock(browser.page, words);
  await heading(browser.page, "Next, one thing");
  const all = await links(browser.page);
  for (const name of ["first", "second", "third", "fourth"]) expect(all).toContain(`/${name}`);
});

test.each(["killed", "closed"] as const)(
  "after erasing everything there is a fresh start and the old header is nowhere on disk, the browser %s",
  async (how) => {
    await begin(browser.page);
    const [before] = await rowsIn(browser.page, "headers");
    const old = [firstSlot(before), (before ?? new Uint8Array()).slice(2_000, 2_064)];
    expect(new Set(searchProfile(profile, old).finds.map(({ text }) => text)).size).toBe(2);
    await press(browser.page, "Case");
    await press(browser.page, "Settings");
    await press(browser.page, "Erase");
    await browser.page.getByRole("button", { name: /^Everything on this device/u }).click();
    await heading(browser.page, "Erase everything here?");
    await browser.page.getByRole("checkbox").click();
    await press(browser.page, "Erase everything");
    await heading(browser.page, "This is not your fault.");
    expect(await databases(browser.page)).toEqual([]);
    await (how === "killed" ? browser.kill() : browser.close());
    const found = searchProfile(profile, old);
    expect(found.finds).toEqual([]);
    expect(found.undecoded).toEqual([]);
    browser = await open();
    await heading(browser.page, "This is not your fault.");
  },
);

test.each(["killed", "closed"] as const)("after erasing everything the keyring is nowhere on disk, the browser %s", async (how) => {
  const folder = mkdtempSync(join(tmpdir(), "survival-page-"));
  await buildPage("tests/journeys/kills/page.ts", folder);
  // A host and a profile of its own: for the app's, its service worker would answer.
  const bare = await startHost(folder);
  onTestFinished(async () => {
    await bare.close();
    rmSync(folder, { recursive: true });
  });
  await browser.close();
  rmSync(profile, { recursive: true, maxRetries: 5 });
  profile = mkdtempSync(join(tmpdir(), "survival-"));
  browser = await startBrowser(profile);
  const { page } = browser;
  for (const name of ["begun", "acknowledged"]) await page.exposeFunction(name, () => undefined);
  await page.goto(bare.url);
  await page.waitForFunction(() => "kills" in window);
  await page.evaluate(async () => {
    await window.kills.create();
    await window.kills.keep(await window.kills.newCase());
  });
  const large = (await rowsIn(page, "rows")).filter(({ length }) => length > 70_000 && length < 80_000);
  expect(large).toHaveLength(1);
  const old = large.map((row) => row.slice(1_000, 1_064));
  expect(searchProfile(profile, old).finds.length).toBeGreaterThan(0);
  await page.evaluate(() => window.kills.eraseAll());
  await (how === "killed" ? browser.kill() : browser.close());
  expect(searchProfile(profile, old).finds).toEqual([]);
});

test("a browser that was killed in the midst of its own bookkeeping deletes the database later on: that is said, and nothing is made silently", async () => {
  const words = await begin(browser.page);
  await browser.kill();
  tearManifest(profile);
  expect(isManifestTorn(profile)).toBe(true);
  // All is there the first time, and can be added to.
  browser = await open();
  await heading(browser.page, "Locked");
  await unlock(browser.page, words);
  await heading(browser.page, "Next, one thing");
  await fillStore(browser.page);
  await browser.kill();
  browser = await open();
  await heading(browser.page, "What was stored here is gone");
  await browser.page.reload();
  await heading(browser.page, "What was stored here is gone");
});

/** Makes the browser's own log large enough that it is rewritten, as many entries would. */
const fillStore = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("filler", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("rows", { autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (let i = 0; i < 200; i++)
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
        transaction.objectStore("rows").add(crypto.getRandomValues(new Uint8Array(50_000)).buffer);
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    db.close();
  });
