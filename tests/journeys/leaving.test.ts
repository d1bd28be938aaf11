import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deriveHere } from "../../src/crypto/kdf-worker.ts";
import { reveal } from "../../src/crypto/secret.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { openSlots, readHeader, slotKeyOf } from "../../src/vault/header.ts";
import { typedBytes } from "../../src/vault/recovery.ts";
import { keysOf } from "../../src/vault/rows.ts";
import { begin, fill, heading, keepLink, lock, press, rowsIn, toSettings, unlock } from "../support/journey-vault.ts";
import { searchMemory } from "../support/memory.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";

let profile: string;
let host: StaticHost;
/** Where the person was before. */
let elsewhere: StaticHost;
let browser: RealBrowser;
let page: Page;
/** Workers that run, as the browser's own list has them, by address: what holds keys is among them. */
let alive: Map<string, string>;
const neutral = "https://neutral.example/";

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(async () =>
    say(
      await page
        .locator("body")
        .innerText()
        .catch(() => "closed"),
    ),
  );
  profile = mkdtempSync(join(tmpdir(), "leaving-"));
  host = await startHost(join(import.meta.dirname, "../../dist"));
  elsewhere = await startHost(join(import.meta.dirname, "../../dist"));
  // Nothing gets out of this machine: the neutral site itself is not what this is about.
  browser = await startBrowser(profile, ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);
  ({ page } = browser);
  alive = new Map();
  const session = await browser.context.newCDPSession(page);
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") alive.set(sessionId, targetInfo.url);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => alive.delete(sessionId));
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  // The person came from somewhere else, and there is a way back to it.
  await page.goto(`${elsewhere.url}leave.html`);
  await page.goto(host.url);
});
afterEach(async () => {
  await browser.close();
  await host.close();
  await elsewhere.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const workers = (): readonly string[] => [...alive.values()];
const open = async (): Promise<string> => {
  const words = await begin(page);
  await toSettings(page);
  await fill(page, "Leave goes to", neutral);
  await press(page, "Save");
  await keepLink(page, "https://clipmirror.example/kept");
  expect(workers()).toHaveLength(1);
  return words;
};
const history = async (): Promise<readonly string[]> => {
  const session = await browser.context.newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  return entries.map(({ url }) => url);
};
/** Left for `there`; no worker of ours runs, nothing of ours is in the history, and Back leads to where the person was before. */
const isGone = async (there: string): Promise<void> => {
  await expect.poll(async () => (await history()).at(-1), { timeout: 30_000 }).toBe(there);
  await expect.poll(workers, { timeout: 30_000 }).toEqual([]);
  expect((await history()).filter((url) => url.startsWith(host.url) && url !== there)).toEqual([]);
  await page.goBack();
  expect(page.url()).toBe(`${elsewhere.url}leave.html`);
  expect(await page.locator("body").innerText()).not.toContain("clipmirror");
};

describe("Leave", () => {
  test("from an open case, by one tap: Back shows nothing, and the worker is gone", async () => {
    await open();
    await press(page, "Leave");
    await isGone(neutral);
  });

  /**
   * The keys that lie in the worker, worked out here from the header and the words; and a line that only the app puts together, so that it is in no
   * message by which this test types. (Worker and page are one process.)
   */
  const needlesOf = async (words: string): Promise<Readonly<Record<string, Buffer>>> => {
    await cryptoReady();
    const header = readHeader((await rowsIn(page, "headers"))[0] ?? new Uint8Array());
    if (typeof header === "string") throw new Error(header);
    const derived = await deriveHere({ kind: "argon2id", password: typedBytes(words), salt: header.kdf.salt, params: header.kdf.params });
    const slot = derived === null ? undefined : openSlots([header], slotKeyOf(derived));
    if (slot === undefined) throw new Error("the words do not open it");
    const { log, names } = keysOf(slot.vaultKey);
    const line = "Link added: https://clipmirror.example/kept";
    return {
      "key of the log": Buffer.from(reveal(log)),
      "key of the names": Buffer.from(reveal(names)),
      line: Buffer.from(line, "latin1"),
      "line, two bytes a letter": Buffer.from(line, "utf16le"),
    };
  };

  test("takes keys and text out of the memory of every process of the browser", async () => {
    const needles = await needlesOf(await open());
    await press(page, "Timeline");
    await page.getByRole("list", { name: "Timeline" }).waitFor();
    expect(await searchMemory(browser.context, needles)).toEqual(
      expect.arrayContaining(["renderer: key of the log", "renderer: key of the names", "renderer: line"]),
    );
    await press(page, "Leave");
    await expect.poll(async () => (await history()).at(-1), { timeout: 30_000 }).toBe(neutral);
    // The process lives on as long as the service worker in it, which the browser ends half a minute after its last answer.
    await expect.poll(() => searchMemory(browser.context, needles), { timeout: 120_000 }).toEqual([]);
  });

  test("by Shift three times, said to screen readers as it goes; capitals do not leave", async () => {
    await open();
    await press(page, "Case");
    await press(page, "Add links");
    await page.getByRole("textbox").first().focus();
    await page.keyboard.type("ABC");
    const spoken = page.locator("[role=status].visually-hidden");
    await page.keyboard.press("Shift");
    await expect.poll(() => spoken.allTextContents()).toContain("Shift, press 2 more times to leave.");
    await page.keyboard.press("Shift");
    await expect.poll(() => spoken.allTextContents()).toContain("Shift, press 1 more time to leave.");
    expect(page.url()).toBe(host.url);
    await page.keyboard.press("Shift");
    await isGone(neutral);
  });

  test("from the locked page, also while it is opening", async () => {
    const words = await open();
    await lock(page);
    await fill(page, "Passphrase", words);
    await press(page, "Unlock");
    await press(page, "Leave");
    await isGone(neutral);
  });

  test("before there is anything, from Welcome", async () => {
    await heading(page, "This is not your fault.");
    await press(page, "Leave");
    await isGone("https://www.wikipedia.org/");
  });

  test("offline: to a page of our own that says nothing of it", async () => {
    await open();
    await browser.context.setOffline(true);
    await press(page, "Leave");
    await page.waitForURL(`${host.url}leave.html`);
    expect(await page.locator("body").innerText()).toContain("You’re offline");
    await browser.context.setOffline(false);
    await isGone(`${host.url}leave.html`);
  });

  test("while a file is being sealed", async () => {
    await open();
    await keepLink(page, "https://clipmirror.example/sealed");
    await press(page, "Share");
    await page.getByRole("radio", { name: /^A lawyer/u }).click();
    await press(page, "Continue");
    await heading(page, "A first page, if you want one");
    await press(page, "Continue");
    await heading(page, "What goes in");
    await press(page, "Continue");
    await heading(page, "This is what they will see");
    await press(page, "Seal it");
    await press(page, "Leave");
    await isGone(neutral);
  });
});

describe("a page that slept", () => {
  /** What stands on the page in the very turn in which it wakes: before anything can be painted. */
  const wakeAfter = async (minutes: number): Promise<string> => {
    await page.clock.setSystemTime(Date.now() + minutes * 60_000);
    return page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      const top = document.elementFromPoint(150, 300);
      return top?.parentElement === document.documentElement && top !== document.body ? "covered" : document.body.innerText;
    });
  };
  const hide = (): Promise<void> =>
    page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });

  test("for hours is covered when it wakes, locks, ends the worker, and what was typed is there after unlocking", async () => {
    await page.clock.install();
    const words = await open();
    await press(page, "Case");
    await press(page, "Add links");
    await fill(page, "Links, one on each line or mixed with text", "https://clipmirror.example/half");
    await hide();
    const [keyHolder = ""] = alive.keys();
    expect(await wakeAfter(8 * 60)).toBe("covered");
    await heading(page, "Locked");
    await expect.poll(() => [...alive.keys()]).not.toContain(keyHolder);
    expect(await page.locator("body").innerText()).not.toContain("clipmirror");
    await unlock(page, words);
    await heading(page, "Next, one thing");
    await press(page, "Case");
    await press(page, "Add links");
    await expect
      .poll(() => page.getByRole("textbox", { name: "Links, one on each line or mixed with text" }).inputValue())
      .toBe("https://clipmirror.example/half");
  });

  test("for a few seconds goes on", async () => {
    await page.clock.install();
    await open();
    await hide();
    expect(await wakeAfter(0.1)).toContain("clipmirror");
  });
});
