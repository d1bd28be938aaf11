import { run, say, which } from "./run.ts";

/** One package manager: how it refreshes its lists and how it installs without asking. */
interface Manager {
  readonly command: string;
  readonly refresh: readonly string[] | undefined;
  readonly install: readonly string[];
}

const managers: readonly Manager[] = [
  { command: "apt-get", refresh: ["update", "-q"], install: ["install", "-y", "-q", "--no-install-recommends"] },
  { command: "dnf", refresh: undefined, install: ["install", "-y"] },
  { command: "apk", refresh: undefined, install: ["add", "--no-cache"] },
  { command: "pacman", refresh: undefined, install: ["-Sy", "--noconfirm"] },
  { command: "zypper", refresh: undefined, install: ["--non-interactive", "install"] },
  { command: "brew", refresh: undefined, install: ["install"] },
];

/** As root the command itself; otherwise through `sudo -n`, which fails rather than asks. Homebrew refuses root. */
const privileged = (command: string, args: readonly string[]): readonly [string, readonly string[]] =>
  command === "brew" || process.getuid?.() === 0 || which("sudo") === undefined ? [command, args] : ["sudo", ["-n", command, ...args]];

let refreshed = false;

/** Installs packages with the system's package manager. Says what it does; false when there is none or it failed. */
export const installPackages = (names: readonly string[]): boolean => {
  const manager = managers.find(({ command }) => which(command) !== undefined);
  if (manager === undefined) return false;
  say(`installing ${names.join(", ")} with ${manager.command}`);
  if (manager.refresh !== undefined && !refreshed) {
    run(...privileged(manager.command, manager.refresh));
    refreshed = true;
  }
  const done = run(...privileged(manager.command, [...manager.install, ...names]));
  if (!done.ok) say(done.output.split("\n").slice(-5).join("\n"));
  return done.ok;
};
