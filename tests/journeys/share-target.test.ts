import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchProfile } from "../support/disk.ts";
import { begin, heading, lock, press, rowsIn, toSettings, unlock } from "../support/journey-vault.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { sample } from "../support/journey-evidence.ts";
import { packedChat, share } from "../support/share-sheet.ts";

const secret = {
  text: "canary-in-shared-words",
  title: "canary-in-a-shared-title",
  name: "canary-in-a-file-name",
  bytes: "canary-in-shared-bytes",
  chat: "canary-in-a-packed-chat",
};
const planted = "canary-that-was-planted-beside-it";

/** A small PNG: a real one's first bytes, and bytes of its own behind its end. */
const png = (n: number): Uint8Array => {
  const base = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  return Buffer.concat([base, Buffer.from(`${secret.bytes} ${String(n)} `.repeat(n === 0 ? 200_000 : 3_000))]);
};

/** What the page says of it, once, and nothing in its address. */
const says = async (page: Page, text: string): Promise<void> => {
  await page.getByText(text, { exact: true }).waitFor();
  expect(new URL(page.url()).hash).toBe("");
};

describe("what is shared while it is locked", () => {
  const folder = mkdtempSync(join(tmpdir(), "share-"));
  const profile = join(folder, "profile");
  const outside = join(folder, "outside");
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(outside, name), bytes);
    return join(outside, name);
  };
  let host: StaticHost;
  let browser: RealBrowser;
  let words = "";
  const unlocked = async (): Promise<Page> => {
    browser = await startBrowser(profile);
    await browser.page.goto(host.url);
    await unlock(browser.page, words);
    await heading(browser.page, "Next, one thing");
    return browser.page;
  };
  const inbox = async (page: Page): Promise<string> => {
    await press(page, "Case");
    await press(page, /shared items? waits?$/u);
    await heading(page, "Shared to Daybook");
    // The vault has been asked what waits once it has also said whether it takes more.
    await page.getByRole("main").getByRole("status").waitFor();
    return page.getByRole("main").innerText();
  };

  beforeAll(async () => {
    mkdirSync(profile);
    mkdirSync(outside);
    host = await startHost(join(import.meta.dirname, "../../dist"), { base: "/some/where/" });
    browser = await startBrowser(profile);
    await browser.page.goto(host.url);
    // Stopped before it is installed, it would not be there at all.
    await browser.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await browser.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("nothing is kept where there is no vault, nor where it was not asked for", async () => {
    await says(
      await share(browser.context, host.url, { fields: { text: "before" } }),
      "Nothing of it was kept. Open this first, then add it from inside.",
    );
    // A page that another one covers is drawn once in a second.
    await browser.page.bringToFront();
    words = await begin(browser.page);
    const rows = (await rowsIn(browser.page, "rows")).length;
    await says(
      await share(browser.context, host.url, { fields: { text: "not asked for" } }),
      "Nothing of it was kept. Open this first, then add it from inside.",
    );
    expect((await rowsIn(browser.page, "rows")).length).toBe(rows);
    await browser.page.bringToFront();
    await toSettings(browser.page);
    await press(browser.page, /^Shared to Daybook/u);
    await press(browser.page, "Let it wait here");
    await browser.page
      .getByText("What you share to Daybook while it is locked waits here, sealed. Only this record can open it.")
      .waitFor();
    await lock(browser.page);
  });

  test("a page of another site can send nothing here under its own name", async () => {
    const other = await startHost(join(import.meta.dirname, "../../dist"));
    const rows = (await rowsIn(browser.page, "rows")).length;
    const page = await share(browser.context, host.url, { from: `${other.url}build.txt`, fields: { text: "from a page" } });
    await says(page, "Nothing of it was kept. Open this first, then add it from inside.");
    expect((await rowsIn(browser.page, "rows")).length).toBe(rows);
    await other.close();
  });

  test("20 files, words, a mail, a packed chat, a file that is too large and one of another kind: said once, and no count anywhere", async () => {
    const before = await browser.page.locator("body").ariaSnapshot();
    const large = put("large.mp4", "");
    truncateSync(large, 201 * 1024 * 1024);
    const files = [
      ...Array.from({ length: 20 }, (_, n) => put(`${secret.name}-${String(n)}.png`, png(n))),
      sample("extortion.eml"),
      put("chat.zip", await packedChat(`19/11/2026, 21:15 - Ana: ${secret.chat}\n19/11/2026, 21:16 - Ana: pay me\n`, png(99))),
      large,
      put("program.exe", secret.bytes),
    ];
    const page = await share(browser.context, host.url, {
      files,
      fields: { title: secret.title, text: `${secret.text} https://clipmirror.example/watch?v=shared#t` },
    });
    await says(page, "Part of it was kept. Look inside for the rest.");
    await heading(page, "Locked");
    await page.reload();
    await heading(page, "Locked");
    expect(await page.locator("body").ariaSnapshot()).toBe(before);
    await page.evaluate(async (text) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("planted");
        request.onupgradeneeded = () => request.result.createObjectStore("rows");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const tx = db.transaction("rows", "readwrite", { durability: "strict" });
        tx.objectStore("rows").put({ text }, "row");
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error);
      });
      db.close();
      await new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase("none");
        request.onsuccess = () => resolve();
      });
    }, planted);
    await browser.kill();
  });

  test("on the disk there is ciphertext alone", () => {
    const found = searchProfile(profile, [...Object.values(secret), "clipmirror.example/watch?v=shared", planted]);
    expect(found.finds.filter(({ text }) => text !== planted)).toEqual([]);
    expect(found.finds.length).toBeGreaterThan(0);
    expect(found.undecoded).toEqual([]);
  });

  test("after unlocking it waits, with kind, size and time; nothing is opened, and nothing filed, before the age is known", async () => {
    const page = await unlocked();
    await page.getByRole("button", { name: "25 shared items wait" }).waitFor();
    const said = await inbox(page);
    expect(said.match(/^Picture$/gmu)).toHaveLength(20);
    for (const text of [
      "Words or a link",
      "Mail",
      "Zip: a chat, or files",
      "Video, not kept",
      "It was larger than 200 MB. Add it from inside instead.",
      "File, not kept",
      "Files of this kind are not taken from the share sheet.",
    ])
      expect(said).toContain(text);
    expect(said).toContain("Pictures and videos stay sealed here");
    expect(said).not.toContain("canary");
    await press(page, "File these 20 files");
    await page.getByRole("textbox", { name: "Name for it" }).fill("The holiday one");
    await press(page, "Save");
    await page.getByRole("checkbox", { name: /^The holiday one/u }).click();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "I don’t know", exact: true }).click();
    await press(page, "Save");
    await heading(page, "No screenshot can be kept here");
  });

  test("words go to the links as text, and a mail to the messages as text: the file waits for the age to be known", async () => {
    const { page } = browser;
    await inbox(page);
    await press(page, /^Words or a link/u);
    const field = page.getByRole("textbox", { name: "Links, one on each line or mixed with text" });
    await field.waitFor();
    expect(await field.inputValue()).toBe(`${secret.title}\n${secret.text} https://clipmirror.example/watch?v=shared#t`);
    await inbox(page);
    await press(page, /^Mail/u);
    await heading(page, "What we read");
    await press(page, "Keep it");
    await heading(page, "Message");
    await inbox(page);
    expect(await page.getByRole("main").innerText()).toMatch(/^Mail$/mu);
  });

  test("of a packed chat the text is kept; its picture waits, sealed, for the age to be known", async () => {
    const { page } = browser;
    await inbox(page);
    await press(page, /^Zip: a chat, or files/u);
    await heading(page, "What we read");
    await page.getByText("What was shared stays where it waits, sealed.").waitFor();
    await press(page, "Keep it");
    await heading(page, "Message");
    await page.getByRole("listitem").getByText(secret.chat).waitFor();
    expect(await inbox(page)).toContain("Zip: a chat, or files");
  });

  test("once everyone was 18 or older the files are filed together, as what they are", async () => {
    const { page } = browser;
    await press(page, "Case");
    await press(page, /^Pictures/u);
    await press(page, /^The holiday one/u);
    await press(page, /^Was everyone 18 or older/u);
    await page.getByRole("radio", { name: "Everyone was 18 or older", exact: true }).click();
    await press(page, "Save");
    await inbox(page);
    await press(page, "File these 20 files");
    await page.getByRole("checkbox", { name: /^The holiday one/u }).click();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Chat", exact: true }).click();
    await press(page, "Use the 20 files that were shared");
    await heading(page, "About these 20 files");
    await page.getByRole("radio", { name: "I did", exact: true }).click();
    await press(page, "Keep it");
    await heading(page, "Your screenshot");
    await press(page, "Case");
    await page
      .getByRole("button", { name: /^Evidence/u })
      .getByText("20", { exact: true })
      .waitFor();
    // The chat's own picture, out of the zip that still waits.
    await inbox(page);
    await press(page, /^Zip: a chat, or files/u);
    await heading(page, "What we read");
    await press(page, "Keep it");
    await heading(page, "Also in the zip");
    await press(page, "Keep: IMG-20261119-WA0003.png");
    await page.getByRole("checkbox", { name: /^The holiday one/u }).click();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Someone else", exact: true }).click();
    await press(page, "Keep it");
    await heading(page, "Also in the zip");
    await press(page, "Done");
    await heading(page, "Message");
    await press(page, "Case");
    await page
      .getByRole("button", { name: /^Evidence/u })
      .getByText("21", { exact: true })
      .waitFor();
    // Word of what was not kept is left.
    await inbox(page);
    await press(page, "Throw away");
    await press(page, "Throw these 3 away for good");
    await page.getByText("Nothing waits.").waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("not kept");
    await lock(page);
  });
});
