import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineBrowserProvider } from "@vitest/browser";
import type { BrowserProviderOption } from "vitest/node";
import { engineNames, type EngineName } from "./engines.ts";

/** What Firefox would do at its first start, which nobody here has asked for. */
const quietFirefox = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
`;

/** Sends a signal to a browser and all that it started: it leads a process group of its own. */
const signal = ({ pid, exitCode, signalCode }: ChildProcess, how: NodeJS.Signals): void => {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, how);
};

/** Ends a browser as the system does, and at once when that takes long. */
const end = async (browser: ChildProcess): Promise<void> => {
  if (browser.exitCode !== null || browser.signalCode !== null) return;
  const gone = new Promise((resolve) => browser.once("exit", resolve));
  signal(browser, "SIGTERM");
  const late = setTimeout(() => signal(browser, "SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
};

/** Starts any browser with the test page's address, on an empty profile, and asks nothing of it: the page itself reports. No driver is needed. */
export const engineProvider = (name: EngineName, command: readonly string[]): BrowserProviderOption =>
  defineBrowserProvider({
    name: "engine",
    options: {},
    supportedBrowser: engineNames,
    providerFactory: () => {
      const home = mkdtempSync(join(tmpdir(), `engine-${name}-`));
      let browser: ChildProcess | undefined;
      const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
      const stop = (): void => process.exit(1);
      // When the tests hang and are ended from outside, the browser must not stay.
      process.once("SIGTERM", stop);
      process.once("exit", () => {
        if (browser !== undefined) signal(browser, "SIGKILL");
        remove();
      });
      return {
        name: "engine",
        supportsParallelism: false,
        getCommandsContext: () => ({}),
        close: async () => {
          if (browser !== undefined) await end(browser);
          remove();
        },
        openPage: async (_session, url) => {
          const [program = "", ...args] = command;
          if (name === "firefox") writeFileSync(join(home, "user.js"), quietFirefox);
          const profile = name === "firefox" ? ["--profile", home] : [];
          const own = { HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home };
          browser = spawn(program, [...args, ...profile, url], { detached: true, stdio: "ignore", env: { ...process.env, ...own } });
        },
      };
    },
  });
