import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { searchProfile } from "../support/disk.ts";
import {
  begin,
  fill,
  firstSlot,
  heading,
  keepLink,
  links,
  lock,
  press,
  rowsIn,
  takeWords,
  toSettings,
  unlock,
} from "../support/journey-vault.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { startHost, type StaticHost } from "../support/server.ts";

let profile: string;
let host: StaticHost;
let browser: RealBrowser;
const open = async (): Promise<Page> => {
  browser = await startBrowser(profile);
  await browser.page.goto(host.url);
  return browser.page;
};
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), "second-"));
  host = await startHost(join(import.meta.dirname, "../../dist"));
});
afterEach(async () => {
  await browser.close();
  await host.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
const lockedPage = async (page: Page): Promise<string> => {
  await heading(page, "Locked");
  return page.locator("body").ariaSnapshot();
};

test("a second place: told apart only by what opens it; erasing one leaves the other", async () => {
  const page = await open();
  const first = await begin(page);
  await keepLink(page, "https://clipmirror.example/first");
  const [header] = await rowsIn(page, "headers");
  await lock(page);
  const before = await lockedPage(page);
  await unlock(page, first);
  await heading(page, "Next, one thing");

  await toSettings(page);
  await press(page, /^A second place/u);
  await page.getByText("can see that there is more than one place").waitFor();
  await page.getByText("Do not count on being able to deny it.").waitFor();
  await press(page, "Choose its passphrase");
  await press(page, "Use my own instead");
  for (const label of ["Passphrase", "Type it once more"]) await fill(page, label, first);
  await press(page, "Use this passphrase");
  await fill(page, "Passphrase or recovery words", "somebody who holds the open phone");
  await press(page, "Make the second place");
  await page.getByText("This passphrase does not open it.").waitFor();
  await fill(page, "Passphrase or recovery words", first);
  await press(page, "Make the second place");
  await page.getByText("This cannot be used here a second time.").waitFor();
  const second = await takeWords(page, "Continue");
  await fill(page, "Passphrase or recovery words", first);
  await press(page, "Make the second place");
  await heading(page, "It is made");
  await press(page, "Stay here");
  expect(await links(page)).toContain("/first");
  await lock(page);
  expect(await lockedPage(page)).toBe(before);

  await unlock(page, second);
  await heading(page, "Next, one thing");
  expect(await links(page)).not.toContain("clipmirror");
  await keepLink(page, "https://clipmirror.example/second");
  await lock(page);
  await unlock(page, first);
  await heading(page, "Next, one thing");
  const seen = await links(page);
  expect([seen.includes("/first"), seen.includes("/second")]).toEqual([true, false]);

  const old = [firstSlot(header), (header ?? new Uint8Array()).slice(2_000, 2_064)];
  expect(new Set(searchProfile(profile, old).finds.map(({ text }) => text)).size).toBe(2);
  await toSettings(page);
  await press(page, "Erase");
  await press(page, /^Everything that this passphrase opens/u);
  await page.getByText("What another passphrase opens on this device, if there is any.").waitFor();
  await page.getByRole("checkbox").click();
  await press(page, "Erase it");
  await heading(page, "Locked");
  await unlock(page, first);
  await page.getByText("This passphrase does not open it.").waitFor();
  await browser.kill();
  expect(searchProfile(profile, old).finds).toEqual([]);

  const again = await open();
  await heading(again, "Locked");
  await unlock(again, second);
  await heading(again, "Next, one thing");
  expect(await links(again)).toContain("/second");
});
