import { chromium, type BrowserContext, type Page } from "playwright";
import { chromiumLaunch } from "./chromium.ts";

/** Chromium on a profile on disk, which can be ended in both ways in which browsers end. */
export interface RealBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends every process of the browser at once, as a flat battery does. */
  readonly kill: () => Promise<void>;
  /** Ends it as a person does. */
  readonly close: () => Promise<void>;
}

export const startBrowser = async (profile: string, more: readonly string[] = []): Promise<RealBrowser> => {
  const { args, ...launch } = chromiumLaunch();
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [...args, ...more],
    viewport: { width: 390, height: 844 },
  });
  // A slow machine is no fault: what never comes is one all the same.
  context.setDefaultTimeout(60_000);
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
  const pid = processInfo.find(({ type }) => type === "browser")?.id;
  if (pid === undefined) throw new Error("no browser to kill");
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    kill: async () => {
      const gone = new Promise((resolve) => context.once("close", resolve));
      // Playwright starts the browser as the leader of a process group of its own.
      process.kill(-pid, "SIGKILL");
      await gone;
    },
    close: () => context.close(),
  };
};
