import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { removeProfile, startPhone, type Phone } from "../support/app-driver.ts";
import { begin, install, namePicture, answer, calmTheThreat } from "../support/journey-begin.ts";
import { capture, pasteLinks, sampleText } from "../support/journey-evidence.ts";
import { timelineCount } from "../support/journey-share.ts";
import { run, say } from "../support/run.ts";
import { startHost, type StaticHost } from "../support/server.ts";
import { findTool } from "../support/tools.ts";
import { answerPrompts } from "./interop-tty.ts";

/** A backup made on one phone and restored on another that has nothing yet, both offline, through the screens alone. */
const dist = join(import.meta.dirname, "../../dist");

describe.sequential("moving to another phone", () => {
  const folder = mkdtempSync(join(tmpdir(), "backup-"));
  const kept = join(folder, "kept.age");
  let host: StaticHost;
  let old: Phone;
  let next: Phone | undefined;
  let words: readonly string[] = [];
  let entries = 0;

  beforeAll(async () => {
    host = await startHost(dist);
    old = await startPhone({ url: host.url });
  });
  afterAll(async () => {
    await old.close();
    await next?.close();
    await host.close();
    removeProfile(old.profile);
    if (next !== undefined) removeProfile(next.profile);
    rmSync(folder, { recursive: true });
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => say(await (next ?? old).readsAll()));
  });

  test("a case with links and a screenshot", async () => {
    await install(old);
    await begin(old);
    await calmTheThreat(old);
    await old.tap("Not now");
    await answer(old, "Who is this for?", "Me");
    await namePicture(old, "blue room");
    await pasteLinks(old, sampleText("links.txt"), "blue room");
    await old.tap("Case");
    await old.tap(/^Evidence/u);
    await old.tap("Add a file");
    await capture(old, ["blue room"], { what: "Chat", file: "threat-chat.png" });
    await old.context.setOffline(true);
    expect(await old.reads()).toContain("threat-chat.png");
  });

  test("is saved as one file; the words come first, and the record says so afterwards", async () => {
    await old.tap("Case");
    await old.tap(/^Backup No backup yet/u);
    await old.at("Backup");
    await old.sees(/entries of this case\. Files: 1\./u);
    await old.tap("Make a backup");
    await old.at("Six words for this backup");
    words = await old.list("Six words, made for you");
    await old.tap("Use these words");
    await old.fill("The six words", words.join(" "));
    await old.tap("Make the file");
    await old.page.getByRole("heading", { name: "The backup is made and checked" }).waitFor({ timeout: 60_000 });
    const download = await old.saves("Save the file");
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-archive\.age$/u);
    await download.saveAs(kept);
    await old.at("The backup is saved");
    await old.tap("Done");
    await old.sees("Nothing new since the last backup");
    entries = await timelineCount(old);
  });

  test("other people's tools open it", async () => {
    const zip = join(folder, "kept.zip");
    const opened = await answerPrompts(`${findTool("age")} -d -o ${zip} ${kept}`, "Enter passphrase", words.join("-"));
    expect(opened.code).toBe(0);
    expect(run(findTool("unzip"), ["-q", zip, "-d", join(folder, "out")])).toMatchObject({ ok: true });
    const vault: unknown = JSON.parse(readFileSync(join(folder, "out", "vault.json"), "utf8"));
    expect(vault).toMatchObject({ format: "holdfast-backup/1", cases: [{ logs: [{ files: [{ size: expect.any(Number) }] }] }] });
    // Never what opens the vault itself.
    expect(readFileSync(join(folder, "out", "secrets.json"), "utf8")).not.toMatch(/"(?:[^"]*slot|passphrase|vaultKey)[^"]*":/iu);
  });

  test("is made for a helper's key as well: what that means is said first, and their tool opens it", async () => {
    const identity = await generateIdentity();
    const address = await identityToRecipient(identity);
    const [key, sealed, zip] = [join(folder, "key.txt"), join(folder, "helper.age"), join(folder, "helper.zip")];
    writeFileSync(key, `${identity}\n`);
    await old.tap("Case");
    await old.tap(/^Backup/u);
    await old.tap("Lock it for a helper’s key instead");
    await old.at("For a helper’s key");
    await old.sees("They can open all of it. You cannot.");
    await old.tap("A lawyer", "radio");
    await old.fill("Address of their key", address.slice(0, -1));
    await old.tap("Make the file");
    await old.sees("This is not an address that begins with age1");
    // What was typed stays, and no file was asked for yet.
    expect(await old.page.getByLabel("Address of their key").inputValue()).toBe(address.slice(0, -1));
    await old.fill("Address of their key", address);
    await old.tap("Make the file");
    await old.page.getByRole("heading", { name: "The backup is made and checked" }).waitFor({ timeout: 60_000 });
    expect(await old.reads()).toContain(address);
    await (await old.saves("Save the file")).saveAs(sealed);
    await old.at("The backup is saved");
    await old.sees("You cannot open it yourself.");
    await old.tap("Done");
    expect(run(findTool("age"), ["-d", "-i", key, "-o", zip, sealed])).toMatchObject({ ok: true });
    expect(run(findTool("unzip"), ["-tq", zip])).toMatchObject({ ok: true });
  });

  test("is restored on an empty phone, offline; the case goes on there", async () => {
    next = await startPhone({ url: host.url });
    await install(next);
    await next.context.setOffline(true);
    await next.page.reload();
    await next.at("This is not your fault.");
    await next.tap("I have a backup");
    await next.pick("Choose the backup", [kept]);
    await next.fill("The six words of this backup", "abacus abdomen abdominal abide abiding ability");
    await next.tap("Open it");
    await next.sees("These words do not open the file.");
    await next.fill("The six words of this backup", words.join(" "));
    await next.tap("Open it");
    await next.page.getByRole("heading", { name: "The backup is whole" }).waitFor({ timeout: 60_000 });
    await next.tap("Restore it here");
    const own = await next.list("Six words, made for you");
    await next.tap("Use these words");
    await next.fill("The six words", own.join(" "));
    await next.tap("Restore it");
    await next.page.getByRole("heading", { name: "Case", level: 1 }).waitFor({ timeout: 60_000 });
    await next.sees("Nothing new since the last backup");
    // All but the note that it was made; and where it goes on.
    expect(await timelineCount(next)).toBe(entries);
    await next.tap("Case");
    await next.tap(/^Evidence/u);
    await next.sees("threat-chat.png");
    expect(next.watched.wrong).toEqual([]);
    await next.tap("Lock");
    await next.fill("Passphrase", own.join(" "));
    await next.tap("Unlock");
    await next.at(/./u);
  });
});
