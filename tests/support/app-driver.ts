import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Download, type Locator, type Page } from "playwright";
import { chromiumLaunch } from "./chromium.ts";
import { watchPage, type Watched } from "./journey-watch.ts";

/** What this device is called in places where nothing of it may show: its name for itself and its time zone. */
const model = "Canary-Phone-7";
const zone = "Pacific/Chatham";
export const deviceMarks: readonly string[] = [model, "Chatham", "Mozilla/5.0", "Chrome/140"];

type Role = "button" | "radio" | "checkbox" | "textbox" | "combobox" | "searchbox" | "link";
/** A name as a screen reader says it: whole, or a pattern where it goes on with what is different each time. */
export type Spoken = string | RegExp;

/** One phone: a browser profile on disk, driven only by what a person sees and a screen reader says. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly profile: string;
  readonly watched: Watched;
  /** Everything that was typed or chosen so far: none of it may ever be found on the disk. */
  readonly typed: ReadonlySet<string>;
  readonly tap: (name: Spoken, role?: Role) => Promise<void>;
  readonly fill: (label: Spoken, text: string) => Promise<void>;
  readonly select: (label: Spoken, option: Spoken) => Promise<void>;
  /** Waits until the screen with this first heading is there. */
  readonly at: (heading: Spoken) => Promise<void>;
  readonly sees: (text: Spoken) => Promise<void>;
  /** What a screen reader finds on the screen, without the frame around it. */
  readonly reads: () => Promise<string>;
  /** The same with the frame and its notices: for the output of a test that failed. */
  readonly readsAll: () => Promise<string>;
  readonly pick: (button: Spoken, files: readonly string[]) => Promise<void>;
  readonly saves: (button: Spoken) => Promise<Download>;
  /** Names of the entries of a list. */
  readonly list: (name: Spoken) => Promise<readonly string[]>;
  /** Ends the browser as a person does. */
  readonly close: () => Promise<void>;
  /** Ends the browser as a flat battery does. */
  readonly kill: () => Promise<void>;
}

export interface PhoneOptions {
  readonly url: string;
  /** A profile that was used before; a new one without. */
  readonly profile?: string;
  /** Where Chromium writes down every request of every process of it. */
  readonly netLog?: string;
  readonly offline?: boolean;
  readonly dark?: boolean;
}

export const newProfile = (): string => mkdtempSync(join(tmpdir(), "phone-"));
export const removeProfile = (profile: string): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

const matching = (name: Spoken): { readonly name: Spoken; readonly exact: boolean } => ({ name, exact: typeof name === "string" });

/** Starts Chromium as a phone on a profile and opens the app. */
export const startPhone = async ({ url, profile = newProfile(), netLog, offline = false, dark = false }: PhoneOptions): Promise<Phone> => {
  const { args, ...launch } = chromiumLaunch();
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [
      ...args,
      ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
      // Nothing gets out of this machine even if something tries; the try is still written down.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      // A phone has no save dialog; and nobody could answer one here.
      "--disable-blink-features=FileSystemAccessLocal",
    ],
    env: { ...process.env, TZ: zone },
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale: "en-GB",
    colorScheme: dark ? "dark" : "light",
    userAgent: `Mozilla/5.0 (Linux; Android 15; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36`,
  });
  context.setDefaultTimeout(60_000);
  if (offline) await context.setOffline(true);
  const page = context.pages()[0] ?? (await context.newPage());
  const watched = await watchPage(page);
  const typed = new Set<string>();
  const browser = context.browser();
  if (browser === null) throw new Error("no browser behind this context");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const browserPid = processInfo.find(({ type }) => type === "browser")?.id;
  await session.detach();
  await page.goto(url);

  const noted = async (): Promise<void> => {
    // A page that is being loaded has no title yet.
    await page.waitForLoadState("domcontentloaded");
    watched.note(page.url(), await page.title());
  };
  const target = (role: Role, name: Spoken): Locator => page.getByRole(role, matching(name));
  const heading = (name: Spoken): Locator => page.getByRole("main").getByRole("heading", { level: 1, ...matching(name) });

  return {
    page,
    context,
    profile,
    watched,
    typed,
    tap: async (name, role = "button") => {
      await target(role, name).click();
      await noted();
    },
    fill: async (label, text) => {
      for (const line of text.split(/\r?\n/u)) if (line.trim().length >= 5) typed.add(line.trim());
      await target("textbox", label).or(target("searchbox", label)).fill(text);
    },
    select: async (label, option) => {
      const box = target("combobox", label);
      const value = await box.getByRole("option", matching(option)).first().getAttribute("value");
      await box.selectOption(value);
    },
    at: async (name) => {
      await heading(name).waitFor();
      await noted();
    },
    sees: (text) => page.getByText(text).first().waitFor(),
    reads: () => page.getByRole("main").ariaSnapshot(),
    readsAll: () => page.locator("body").ariaSnapshot(),
    pick: async (button, files) => {
      for (const file of files) typed.add(file.split("/").at(-1) ?? file);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), target("button", button).click()]);
      await chooser.setFiles([...files]);
    },
    saves: async (button) => {
      const [download] = await Promise.all([page.waitForEvent("download"), target("button", button).click()]);
      return download;
    },
    list: async (name) => {
      const said = await page.getByRole("list", matching(name)).ariaSnapshot();
      // The snapshot is YAML: the word "false" comes in quotation marks.
      return said.split("\n").flatMap((line) => /- listitem: (.*)$/u.exec(line)?.[1]?.replace(/^"(.*)"$/u, "$1") ?? []);
    },
    close: () => context.close(),
    kill: async () => {
      if (browserPid === undefined) throw new Error("no process to kill");
      const gone = new Promise((resolve) => context.once("close", resolve));
      process.kill(browserPid, "SIGKILL");
      await gone;
    },
  };
};
