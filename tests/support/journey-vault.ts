import type { Page } from "playwright";

/** What journeys over the vault's own screens share: short words for what a person does, on a page that Playwright drives. */
export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("main").getByRole("heading", { level: 1, name, exact: true }).waitFor();
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
export const fill = (page: Page, name: string, text: string): Promise<void> => page.getByRole("textbox", { name, exact: true }).fill(text);

/** The six words that are shown, once they are there. */
export const shownWords = async (page: Page): Promise<string> => {
  const list = page.getByRole("list", { name: "Six words, made for you" });
  await list.getByRole("listitem").nth(5).waitFor();
  return (await list.locator(".word").allTextContents()).join(" ");
};

/** The six words that stand on the screen, typed back from "paper". */
export const takeWords = async (page: Page, then: string): Promise<string> => {
  const words = await shownWords(page);
  await press(page, "Use these words");
  await fill(page, "The six words", words);
  await press(page, then);
  return words;
};

/** From Welcome to an open case. Answers the six words. */
export const begin = async (page: Page): Promise<string> => {
  await press(page, "Start");
  await press(page, "I can use this phone");
  await press(page, "Go on without installing");
  for (const question of [
    "Could anyone hurt you over this, or if you act on it?",
    "Can someone see this phone, or get into your accounts?",
  ]) {
    await heading(page, question);
    await page.getByRole("radio", { name: "No", exact: true }).click();
    await press(page, "Continue");
  }
  await heading(page, "What has happened?");
  await press(page, "Skip this");
  await heading(page, "Choose how it opens");
  const words = await takeWords(page, "Make it and start");
  await heading(page, "Next, one thing");
  return words;
};
/** The databases that are there, without the one by which the app finds out, for a moment at each start, whether it may have any. */
export const databases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name = "" }) => (name.endsWith("-probe") ? [] : [name])));
export const lock = async (page: Page): Promise<void> => {
  await press(page, "Lock");
  await heading(page, "Locked");
};
export const unlock = async (page: Page, typed: string): Promise<void> => {
  await fill(page, "Passphrase", typed);
  await press(page, "Unlock");
};
export const toSettings = async (page: Page): Promise<void> => {
  await press(page, "Case");
  await press(page, "Settings");
  await heading(page, "Settings");
};
/** From Now to the list of ways in. */
export const toWays = async (page: Page): Promise<void> => {
  await toSettings(page);
  await press(page, /^Ways to open this/u);
  await heading(page, "Ways to open this");
};

/** Keeps one address through "Add links", and waits until it is on disk. */
export const keepLink = async (page: Page, address: string): Promise<void> => {
  await press(page, "Case");
  await press(page, "Add links");
  await fill(page, "Links, one on each line or mixed with text", address);
  await press(page, "Read it");
  await press(page, "Keep it");
  await page.getByText(/^Kept: 1/u).waitFor();
};
/** What the list of links says. */
export const links = async (page: Page): Promise<string> => {
  await press(page, "Case");
  await press(page, /^Links/u);
  await heading(page, "Links");
  return (await page.getByRole("main").textContent()) ?? "";
};

/**
 * Rows of a table as the browser gives them; the page may read its own store. They cross as text: of an array of numbers Playwright wraps each one,
 * which takes half a minute for a row of some megabytes.
 */
export const rowsIn = async (page: Page, table: "headers" | "rows"): Promise<readonly Uint8Array[]> => {
  const rows = await page.evaluate(async (store) => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const found = await new Promise<readonly ArrayBuffer[]>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    const step = 32_768;
    return found.map((row) => {
      const pieces = Array.from({ length: Math.ceil(row.byteLength / step) }, (_, i) =>
        String.fromCharCode(...new Uint8Array(row).subarray(i * step, (i + 1) * step)),
      );
      return btoa(pieces.join(""));
    });
  }, table);
  return rows.map((row) => new Uint8Array(Buffer.from(row, "base64")));
};
/** The passphrase's slot: format, id, salt, parameters, then the first of eight (vault/format.md). */
export const firstSlot = (header: Uint8Array | undefined): Uint8Array => (header ?? new Uint8Array()).slice(37, 37 + 104);
