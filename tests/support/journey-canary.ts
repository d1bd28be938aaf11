import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { searchProfile } from "./disk.ts";
import type { Phone } from "./app-driver.ts";
import { sampleText } from "./journey-evidence.ts";

/**
 * Plants strings in the phone's own profile, in the ways in which a browser could write down what is in the case: a database row, the
 * cache of files, and text in a plain field that ends up in the session files. Waits until each is on the disk, so that a search that
 * finds them has seen those places as they are at the end of the journey.
 */
export const plantCanaries = async (phone: Phone, url: string): Promise<readonly string[]> => {
  const stamp = `${String(process.pid)}-${String(phone.typed.size)}`;
  const row = `canary-in-a-row-${stamp}`;
  const cached = `canary-in-the-cache-${stamp}`;
  const plain = `canary-in-a-plain-field-${stamp}`;
  const tab = await phone.context.newPage();
  await tab.goto(`${url}leave.html`);
  await tab.evaluate(
    async ([text, file]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("canary");
        request.onupgradeneeded = () => request.result.createObjectStore("rows");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
        transaction.objectStore("rows").put({ text }, "row");
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      await (await caches.open("canary")).put("/canary", new Response(file));
      document.body.append(document.createElement("textarea"));
    },
    [row, cached],
  );
  await tab.locator("textarea").fill(plain);
  await tab.goto(url);
  const planted = [row, cached, plain];
  // The browser writes its session files in its own time: wait for the fact.
  await vi.waitUntil(() => new Set(searchProfile(phone.profile, planted).finds.map(({ text }) => text)).size === planted.length, {
    timeout: 60_000,
    interval: 500,
  });
  await tab.close();
  return planted;
};

/** The lines of samples, without what every mail says of itself. */
export const linesOf = (...names: readonly string[]): readonly string[] =>
  names
    .flatMap((name) => sampleText(name).split(/\r?\n/u))
    .map((line) => line.trim())
    .filter((line) => line.length >= 8 && !/^(?:Content-|MIME-)/u.test(line));

/** Strings that are in the app itself, e.g. in its made-up case, lie on every disk that has the app: finding them proves nothing. */
export const onlyOfThisCase = (dist: string, strings: readonly string[]): readonly string[] => {
  const app = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
  return [...new Set(strings)].filter((text) => text.length >= 5 && !app.includes(text));
};
