import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { begin, fill, heading, lock, press, toWays, unlock } from "../support/journey-vault.ts";
import { startBrowser, type RealBrowser } from "../support/real-browser.ts";
import { startHost, type StaticHost } from "../support/server.ts";

/** Passkeys belong to a name, so the app is opened under one; Chromium's own virtual authenticator answers for finger and face. */
let profile: string;
let host: StaticHost;
let browser: RealBrowser;
let session: CDPSession;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), "passkey-"));
  host = await startHost(join(import.meta.dirname, "../../dist"));
  browser = await startBrowser(profile);
  session = await browser.context.newCDPSession(browser.page);
  await session.send("WebAuthn.enable");
  await browser.page.goto(host.url.replace("127.0.0.1", "localhost"));
});
afterEach(async () => {
  await browser.close();
  await host.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const authenticator = async (hasPrf: boolean): Promise<string> => {
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
};
const kept = async (authenticatorId: string) => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
const addPasskey = async (page: Page, words: string): Promise<void> => {
  await toWays(page);
  await press(page, "Add a passkey");
  await page.getByRole("checkbox").click();
  await press(page, "Continue");
  await fill(page, "Passphrase or recovery words", words);
  await press(page, "Make the passkey");
};

test("a passkey is added after the warning, opens after the lock, and opens nothing once it is removed", async () => {
  const { page } = browser;
  const one = await authenticator(true);
  const words = await begin(page);
  await addPasskey(page, words);
  await page.getByText("From now on the passkey opens this too.").waitFor();
  const [credential, ...more] = await kept(one);
  expect(more).toEqual([]);
  // It can be found without being told which, and says nothing of what it opens.
  expect(credential).toMatchObject({ isResidentCredential: true, rpId: "localhost", userName: "Daybook", userDisplayName: "Daybook" });

  await lock(page);
  await press(page, "Use a passkey");
  await heading(page, "Next, one thing");
  // The passphrase is what proves it; a passkey alone changes nothing.
  await toWays(page);
  await press(page, "Passkey");
  await press(page, "Remove");
  await fill(page, "Passphrase or recovery words", words);
  await press(page, "Remove it now");
  await page.getByText("Removed. It no longer opens anything here.").waitFor();
  await lock(page);
  await press(page, "Use a passkey");
  await page.getByText("This passkey opens nothing here.").waitFor();
  await unlock(page, words);
  await heading(page, "Next, one thing");
});

test("one that cannot give a key is refused with a sentence, adds nothing, and is given back", async () => {
  const { page } = browser;
  const plain = await authenticator(false);
  const words = await begin(page);
  await addPasskey(page, words);
  await page.getByText("cannot make a key for this app").waitFor();
  // What was made in vain was given back to the authenticator.
  await expect.poll(async () => (await kept(plain)).length).toBe(0);
  await page.getByRole("button", { name: /^Back/u }).click();
  await heading(page, "Ways to open this");
  const rows = page.getByRole("list", { name: "Ways to open this" }).getByRole("listitem");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
});

test("the locked page says the same whether there is a passkey, none, or one of something else", async () => {
  const { page } = browser;
  await begin(page);
  await lock(page);
  const bare = await page.getByRole("main").ariaSnapshot();
  await authenticator(true);
  await press(page, "Use a passkey");
  await page.getByText("No passkey was used.").waitFor();
  await page.reload();
  await heading(page, "Locked");
  expect(await page.getByRole("main").ariaSnapshot()).toBe(bare);
  expect(bare).toContain("Use a passkey");
});
