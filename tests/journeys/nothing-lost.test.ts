import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { begin, fill, heading, keepLink, links, press, rowsIn, unlock } from "../support/journey-vault.ts";
import { buildPage } from "../support/page-build.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import type {} from "./kills/page.ts";
import type {} from "./newer/page.ts";

const dist = join(import.meta.dirname, "../../dist");
let folder: string;
let host: StaticHost;
let browser: RealBrowser;
let page: Page;
beforeEach(async ({ onTestFailed }) => {
  onTestFailed(async () =>
    say(
      await page
        .locator("body")
        .innerText()
        .catch(() => "closed"),
    ),
  );
  folder = mkdtempSync(join(tmpdir(), "nothing-lost-"));
  host = await startHost(dist);
  // Else Chromium says 10 GiB whatever there is, also where a quota is set.
  browser = await startBrowser(join(folder, "profile"), ["--disable-features=StaticStorageQuota"]);
  ({ page } = browser);
});
afterEach(async () => {
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
const pasteField = "Links, one on each line or mixed with text";
const typeLink = async (text: string): Promise<void> => {
  await press(page, "Case");
  await press(page, "Add links");
  await fill(page, pasteField, text);
};

/** Another script on the app's own origin and store, in a tab whose requests pass by the app's service worker. */
const openScript = async (script: string): Promise<Page> => {
  const built = join(folder, "script");
  await buildPage(script, built);
  host.serve(built);
  const tab = await browser.context.newPage();
  await browser.context.newCDPSession(tab).then((session) => session.send("Network.setBypassServiceWorker", { bypass: true }));
  await tab.exposeFunction("begun", () => undefined);
  // What it covers would be drawn once in a second.
  await page.bringToFront();
  return tab;
};
const quota = async () => {
  const session = await browser.context.newCDPSession(page);
  const { origin } = new URL(host.url);
  return {
    /** Leaves so much room from now on. */
    leave: async (bytes: number): Promise<void> => {
      const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
      await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + bytes });
    },
    lift: () => session.send("Storage.overrideQuotaForOrigin", { origin }),
  };
};
const passphrase = "correct horse battery";
const mebibyte = 1_048_576;

test("a full disk: handled in the midst of a file, said before one comes in, and nothing that was saved is lost", async () => {
  const tab = await openScript("tests/journeys/newer/page.ts");
  await tab.goto(host.url);
  await tab.waitForFunction(() => "newer" in window);
  await tab.evaluate((typed) => window.newer.make(typed, false), passphrase);
  const disk = await quota();
  const empty = (await rowsIn(tab, "rows")).length;
  // Room enough at first; taken away while the file comes in.
  let isCut = false;
  await tab.exposeFunction("reached", async (bytes: number) => {
    if (isCut || bytes < 20 * mebibyte) return;
    isCut = true;
    await disk.leave(mebibyte);
  });
  expect(await tab.evaluate((typed) => window.newer.bring(typed, 120_000_000), passphrase)).toBe("vault-full");
  expect([isCut, (await rowsIn(tab, "rows")).length]).toEqual([true, empty]);
  await tab.close();
  await disk.lift();

  host.serve(dist);
  await page.goto(host.url);
  await unlock(page, passphrase);
  await heading(page, "Next, one thing");
  await keepLink(page, "https://clipmirror.example/before");
  const file = join(folder, "letter.eml");
  writeFileSync(file, `From: a@b.example\r\nSubject: x\r\nDate: Sat, 1 Aug 2026 10:00:00 +0000\r\n\r\n${"word ".repeat(mebibyte)}\r\n`);
  const before = (await rowsIn(page, "rows")).length;
  await press(page, "Case");
  await press(page, /^Messages/u);
  await press(page, "Add a message");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "Choose a file")]);
  await chooser.setFiles(file);
  await heading(page, "What we read");
  await disk.leave(3 * mebibyte);
  await press(page, "Keep it");
  await page.getByText("There is not enough space left on this device for this file. Nothing of it was stored.").waitFor();
  // The row of a draft that was saved meanwhile may be gone.
  expect((await rowsIn(page, "rows")).length).toBeLessThanOrEqual(before);
  await disk.lift();
  await press(page, "Keep it");
  await heading(page, "Message");
  expect((await rowsIn(page, "rows")).length).toBeGreaterThan(before + 4);
  expect(await links(page)).toContain("/before");
});

test("a worker that is gone is said at once; what was typed is still there, and everything saved is", async () => {
  await page.goto(host.url);
  const words = await begin(page);
  await keepLink(page, "https://clipmirror.example/saved");
  await typeLink("https://clipmirror.example/half-typ");
  const workers = page.workers();
  expect(workers).toHaveLength(1);
  await workers[0]?.evaluate(() => self.close());
  await heading(page, "Locked");
  await page.getByText("The part of this app that keeps your case stopped. What was saved is safe.").waitFor();
  await unlock(page, words);
  await heading(page, "Add links");
  expect(await page.getByRole("textbox", { name: pasteField }).inputValue()).toBe("https://clipmirror.example/half-typ");
  await press(page, "Read it");
  await press(page, "Keep it");
  await page.getByText(/^Kept: 1/u).waitFor();
  const seen = await links(page);
  for (const end of ["saved", "half-typ"]) expect(seen).toContain(`/${end}`);
});

test("two tabs, and the first is busy when the other takes over: every acknowledged entry and file is there", async () => {
  const acknowledged: number[] = [];
  const one = await openScript("tests/journeys/kills/page.ts");
  let enough = (): void => undefined;
  const isBusy = new Promise<void>((resolve) => {
    enough = resolve;
  });
  await one.exposeFunction("acknowledged", (n: number) => {
    acknowledged.push(n);
    if (n === 25) enough();
  });
  await one.goto(host.url);
  await one.waitForFunction(() => "kills" in window);
  const caseId = await one.evaluate(async () => (await window.kills.create(), window.kills.newCase()));
  const stream = one.evaluate((id) => window.kills.stream(id, 0).then(String, String), caseId);
  await isBusy;
  await page.goto(host.url);
  await page.waitForFunction(() => "kills" in window);
  await page.evaluate(() => window.kills.unlock());
  expect(await stream).toContain("vault-taken");
  const there = await page.evaluate((id) => window.kills.verify(id), caseId);
  // The last one may be there although its answer came too late.
  expect(there - acknowledged.length).toBeGreaterThanOrEqual(0);
  expect(there - acknowledged.length).toBeLessThanOrEqual(1);
  expect(acknowledged).toEqual([...acknowledged.keys()]);
});

test("a clock that jumps back, and the hour that comes twice: the order is the log's, the times are the device's", async () => {
  const session = await browser.context.newCDPSession(page);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "Europe/Berlin" });
  await page.clock.install({ time: new Date("2026-10-24T20:00:00Z") });
  await page.goto(host.url);
  const words = await begin(page);
  for (const [name, time] of [
    ["summer", "2026-10-25T00:30:00Z"],
    ["winter", "2026-10-25T01:30:00Z"],
    ["set-back", "2026-10-20T08:15:00Z"],
    ["again", "2026-10-25T02:45:00Z"],
  ] as const) {
    // Each jump locks: nobody can say how long the page was alone. Then the device goes on with the wrong clock.
    await page.clock.setSystemTime(new Date(time));
    await page.mouse.move(5, 5 + name.length);
    await unlock(page, words);
    await heading(page, "Next, one thing");
    await keepLink(page, `https://clipmirror.example/${name}`);
  }
  await press(page, "Timeline");
  await heading(page, "Timeline");
  // Read from the vault once the screen is there.
  await page.getByText("clipmirror.example/again").first().waitFor();
  const said = await page.getByRole("main").ariaSnapshot();
  const seen = [
    ...said.matchAll(/heading "([^"]+)" \[level=2\]|time: (\S+)\n\s+- text: "Link added: https:\/\/clipmirror\.example\/([^"]+)"/gu),
  ];
  expect(seen.map(([, day, time, name]) => day ?? `${String(time)} ${String(name)}`)).toEqual([
    "Saturday 24 October",
    "Sunday 25 October",
    "02:30 summer",
    "02:30 winter",
    "Tuesday 20 October",
    "10:15 set-back",
    "Sunday 25 October",
    "03:45 again",
  ]);
});

test("a case that a newer version has continued opens for reading, says so, and nothing is added to it", async () => {
  const tab = await openScript("tests/journeys/newer/page.ts");
  await tab.goto(host.url);
  await tab.waitForFunction(() => "newer" in window);
  await tab.evaluate((typed) => window.newer.make(typed, true), passphrase);
  await tab.close();
  host.serve(dist);
  await page.goto(host.url);
  await unlock(page, passphrase);
  await page.getByText("1 entry was written by a newer version of the app and cannot be read here. It is kept.").waitFor();
  await page.getByText("this case can be read, but not changed or shared").waitFor();
  await typeLink("https://clipmirror.example/late");
  await press(page, "Read it");
  await press(page, "Keep it");
  await page.getByText("Here it can only be read. Get the newer version to go on.").waitFor();
  await press(page, "Timeline");
  await heading(page, "Timeline");
  await page.getByText("Written by a newer version. It is kept and not shown here.").waitFor();
  expect(await page.getByRole("main").textContent()).not.toContain("late");
});
