import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, fill, heading, keepLink, links, lock, press, takeWords, toSettings, unlock } from "../support/journey-vault.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";

/** One case, and a copy of it that was restored beside it: both go on, and the copy is brought back, through the screens alone. */
describe.sequential("two copies of one case that went on separately", () => {
  const folder = mkdtempSync(join(tmpdir(), "merging-"));
  let host: StaticHost;
  let browser: RealBrowser;
  let page: Page;

  beforeAll(async () => {
    host = await startHost(join(import.meta.dirname, "../../dist"));
    // A phone has no save dialog; and nobody could answer one here.
    browser = await startBrowser(join(folder, "profile"), ["--disable-blink-features=FileSystemAccessLocal"]);
    ({ page } = browser);
    await page.goto(host.url);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Makes a backup and saves it. Answers its words. */
  const backup = async (to: string): Promise<string> => {
    await press(page, "Case");
    await press(page, /^Backup/u);
    await press(page, "Make a backup");
    const words = await takeWords(page, "Make the file");
    await heading(page, "The backup is made and checked");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Save the file")]);
    await download.saveAs(join(folder, to));
    await heading(page, "The backup is saved");
    return words;
  };
  const openBackup = async (file: string, words: string): Promise<void> => {
    await toSettings(page);
    await press(page, /^I have a backup/u);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "Choose the backup")]);
    await chooser.setFiles(join(folder, file));
    await fill(page, "The six words of this backup", words);
    await press(page, "Open it");
    await heading(page, "The backup is whole");
  };
  /** What the timeline says, from the top to its end: it draws what is near the screen, so a person scrolls. */
  const timeline = async (): Promise<{ readonly count: number; readonly said: readonly string[] }> => {
    await press(page, "Timeline");
    await heading(page, "Timeline");
    const count = Number.parseInt(await page.getByText(/^[1-9]\d* entries$/u).innerText(), 10);
    const rows = page.getByRole("list", { name: "Timeline" }).getByRole("listitem");
    const seen = new Map<string, string>();
    for (let before = -1; seen.size < count && seen.size > before;) {
      before = seen.size;
      for (const row of await rows.all()) {
        const place = (await row.getAttribute("data-index")) ?? (await row.innerText());
        seen.set(place, await row.innerText());
      }
      await rows.last().scrollIntoViewIfNeeded();
    }
    return { count, said: [...seen.values()] };
  };

  test("are joined in one timeline: nothing is lost on either side, and it says where they parted", async ({ onTestFailed }) => {
    onTestFailed(async () => say(await page.locator("body").innerText()));
    const own = await begin(page);
    await keepLink(page, "https://clipmirror.example/before");
    const first = await backup("first.age");

    // The copy goes on.
    await openBackup("first.age", first);
    await press(page, "Restore it beside this one");
    await takeWords(page, "Restore it");
    await page.getByText("Restored. Everything from the backup is here.").waitFor();
    await keepLink(page, "https://clipmirror.example/in-the-copy");
    const second = await backup("second.age");
    await lock(page);

    // So does the case itself.
    await unlock(page, own);
    await heading(page, "Next, one thing");
    await keepLink(page, "https://clipmirror.example/in-the-case");
    expect(await links(page)).not.toContain("in-the-copy");
    const { count: before } = await timeline();

    await openBackup("second.age", second);
    await page.getByText("It is a copy of the case that is open").waitFor();
    await press(page, "Bring it into this case");
    await page.getByText("Brought in. The timeline shows both.").waitFor();
    const { count, said } = await timeline();
    const text = said.join("\n");
    expect(said).toHaveLength(count);
    const brought = Number(/Another copy of this case was brought in: (\d+) entr/u.exec(text)?.[1]);
    expect(brought).toBeGreaterThan(1);
    expect(count).toBe(before + brought + 1);
    const parted = "Before this, the record and a copy of it had gone on separately.";
    expect(text.split(parted)).toHaveLength(2);
    const order = ["/before", "goes on in a copy that was restored", "/in-the-copy", "/in-the-case", "was brought in"].map((part) =>
      said.findIndex((line) => line.includes(part)),
    );
    expect(order).not.toContain(-1);
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(said.filter((line) => /^other copy$/mu.test(line)).length).toBe(brought);

    const kept = await links(page);
    for (const end of ["before", "in-the-copy", "in-the-case"]) expect(kept).toContain(end);
    await lock(page);
    await unlock(page, own);
    await heading(page, "Next, one thing");
    expect((await timeline()).count).toBe(count);
  });
});
