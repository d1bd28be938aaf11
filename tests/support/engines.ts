import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./packages.ts";
import { run, say, which } from "./run.ts";

/** The engines besides Chromium's in which people open the app: Firefox's, and WebKit as the GTK port has it, the nearest to Safari's that runs here. */
export const engineNames = ["firefox", "webkit"] as const;
export type EngineName = (typeof engineNames)[number];

export interface FoundEngine {
  readonly name: EngineName;
  /** Program and arguments; the page's address comes last. */
  readonly command: readonly string[];
  readonly version: string;
}

const firefoxNames = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

const versionOf = (command: readonly string[]): string | undefined => {
  const [program = "", ...args] = command;
  const asked = run(program, [...args, "--version"], 60_000);
  return asked.ok ? asked.output.split("\n").find((line) => /\d+\.\d+/u.test(line)) : undefined;
};

/** A program counts only when it says its version: Ubuntu's `firefox` may be a stub that asks for snap. */
const usable = (name: EngineName, command: readonly string[]): FoundEngine | undefined => {
  const version = versionOf(command);
  return version === undefined ? undefined : { name, command, version };
};

const findFirefox = (): FoundEngine | undefined => {
  for (const name of firefoxNames) {
    const path = which(name);
    const found = path === undefined ? undefined : usable("firefox", [path, "--headless", "--no-remote"]);
    if (found !== undefined) return found;
  }
  return undefined;
};

const foldersIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

/** WebKitGTK's own small browser lies beside the library, and has no headless mode. */
const findWebkit = (): FoundEngine | undefined => {
  const display = which("xvfb-run");
  const programs = ["/usr/libexec", "/usr/lib64", "/usr/lib", ...foldersIn("/usr/lib").filter((path) => path.endsWith("-linux-gnu"))]
    .flatMap(foldersIn)
    .filter((path) => path.includes("webkit"))
    .map((path) => join(path, "MiniBrowser"))
    .filter((path) => existsSync(path));
  const [program] = programs;
  return display === undefined || program === undefined ? undefined : usable("webkit", [display, "-a", program]);
};

const finders: Readonly<Record<EngineName, () => FoundEngine | undefined>> = { firefox: findFirefox, webkit: findWebkit };

/** Packages that hold the engine, one set after the other until one is there: Debian's names first. */
const packages: Readonly<Record<EngineName, readonly (readonly string[])[]>> = {
  firefox: [["firefox-esr"], ["firefox"]],
  webkit: [
    ["libwebkit2gtk-4.1-0", "xvfb", "xauth"],
    ["webkit2gtk4.1", "xorg-x11-server-Xvfb"],
  ],
};

/** The engine on this system, or installed with its package manager. Says where it came from, or that it could not be had. */
export const findEngine = (name: EngineName): FoundEngine | undefined => {
  const find = finders[name];
  const here = find();
  const found =
    here ?? packages[name].reduce<FoundEngine | undefined>((got, names) => got ?? (installPackages(names) ? find() : undefined), undefined);
  say(
    found === undefined
      ? `${name}: not here, and could not be installed (${packages[name].map((names) => names.join(" ")).join(", or ")}); its tests were not run`
      : `${name}: ${found.command.join(" ")} (${here === undefined ? "installed by the package manager" : "on this system"}), ${found.version}`,
  );
  return found;
};
