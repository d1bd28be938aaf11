import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { installPackages } from "./packages.ts";
import { run, say, which } from "./run.ts";

/** Where the browser came from, for the line that every test run prints. */
export interface FoundChromium {
  readonly path: string;
  readonly version: string;
  readonly origin: string;
}

/** A container has no user namespaces to sandbox with; the pages opened here are our own. */
export const chromiumArgs: readonly string[] = ["--no-sandbox"];

const systemNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const versionOf = (path: string): string | undefined => {
  const asked = run(path, ["--version"], 20_000);
  return asked.ok ? asked.output.split("\n").find((line) => /\d+\.\d+/u.test(line)) : undefined;
};

/** A path is only taken if the program there says its version: Ubuntu's `chromium-browser` may be a stub that asks for snap. */
const usable = (path: string | undefined, origin: string): FoundChromium | undefined => {
  if (path === undefined || !existsSync(path)) return undefined;
  const version = versionOf(path);
  return version === undefined ? undefined : { path, version, origin };
};

const fromSystem = (origin: string): FoundChromium | undefined => {
  for (const name of systemNames) {
    const found = usable(which(name), origin);
    if (found !== undefined) return found;
  }
  return undefined;
};

const fromPlaywright = (origin: string): FoundChromium | undefined => usable(chromium.executablePath(), origin);

const downloadWithPlaywright = (): FoundChromium | undefined => {
  say("no Chromium here: trying `npx playwright install chromium`");
  return run("npx", ["--no-install", "playwright", "install", "chromium"]).ok ? fromPlaywright("downloaded by playwright") : undefined;
};

const installWithSystem = (): FoundChromium | undefined =>
  installPackages(["chromium"]) || installPackages(["chromium-browser"]) ? fromSystem("installed by the package manager") : undefined;

/**
 * A Chromium to test in: CHROME_PATH, one on the system, Playwright's own, then what can be fetched.
 * Prints once per run where it came from and which version it is. Throws when there is none.
 */
export const findChromium = (): FoundChromium => {
  const found =
    usable(process.env["CHROME_PATH"], process.env["HOLDFAST_CHROMIUM_SAID"] ?? "CHROME_PATH") ??
    fromSystem("on this system") ??
    fromPlaywright("downloaded earlier by playwright") ??
    downloadWithPlaywright() ??
    installWithSystem();
  if (found === undefined) throw new Error("no Chromium found and none could be installed: set CHROME_PATH");
  if (process.env["HOLDFAST_CHROMIUM_SAID"] === undefined) say(`Chromium: ${found.path} (${found.origin}), ${found.version}`);
  // Child processes (vitest's workers) find the same one without searching or saying it again.
  process.env["CHROME_PATH"] = found.path;
  process.env["HOLDFAST_CHROMIUM_SAID"] = found.origin;
  return found;
};

/** Launch options for Playwright. */
export const chromiumLaunch = (): { readonly executablePath: string; readonly args: string[]; readonly headless: boolean } => ({
  executablePath: findChromium().path,
  args: [...chromiumArgs],
  headless: true,
});
