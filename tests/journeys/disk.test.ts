import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findChromium } from "../support/chromium.ts";
import { searchProfile, type SearchResult } from "../support/disk.ts";

/** The search for plaintext is only worth something if it finds what browsers really write: each way is planted and must be found. */
const planted = {
  small: "canary-small-value",
  compressed: "canary-in-a-value-that-compresses",
  wide: "canary-utf16-Нина",
  blob: "canary-in-a-row-file",
  overwritten: "canary-that-was-overwritten",
  local: "canary-in-local-storage",
  cache: "canary-in-the-cache-storage",
  typed: "canary-typed-into-a-plain-field",
};
const absent = "canary-that-was-never-planted";

describe("search of a browser profile", () => {
  const profile = mkdtempSync(join(tmpdir(), "profile-"));
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end("<textarea></textarea>");
  });
  let result: SearchResult;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium().path,
      args: ["--no-sandbox"],
    });
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/`);
    await page.evaluate(async (texts) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("planted");
        request.onupgradeneeded = () => request.result.createObjectStore("rows");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const put = (key: string, value: unknown): Promise<void> =>
        new Promise((resolve, reject) => {
          const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
          transaction.objectStore("rows").put(value, key);
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
      await put("small", { text: texts.small });
      await put("compressed", { text: texts.compressed + " and again".repeat(2_000) });
      await put("wide", { text: texts.wide });
      await put("blob", new TextEncoder().encode(texts.blob + "q".repeat(200_000)));
      await put("overwritten", { text: texts.overwritten });
      await put("overwritten", { text: "" });
      localStorage.setItem("planted", texts.local);
      await (await caches.open("planted")).put("/planted", new Response(texts.cache));
      const box = document.querySelector("textarea");
      if (box) box.value = "";
    }, planted);
    await page.locator("textarea").fill(planted.typed);
    await page.goto(`http://localhost:${port}/next`);
    // The browser writes its session files in its own time: wait for the fact, not for a while.
    await vi.waitUntil(() => searchProfile(profile, [planted.typed]).finds.length > 0, { timeout: 60_000, interval: 200 });
    await context.close();
    result = searchProfile(profile, [...Object.values(planted), absent]);
  });
  afterAll(() => {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test.each(Object.entries(planted))("finds what was planted as %s", (_, text) => {
    expect(result.finds.map((find) => find.text)).toContain(text);
  });
  test("finds nothing that is not there, and decoded what it read", () => {
    expect(result.finds.map((find) => find.text)).not.toContain(absent);
    expect(result.files).toBeGreaterThan(20);
    expect(result.tables + result.logs).toBeGreaterThan(0);
    expect(result.undecoded).toEqual([]);
  });
  test("refuses strings that chance would find", () => {
    expect(() => searchProfile(profile, ["abc"])).toThrow(RangeError);
  });
});
