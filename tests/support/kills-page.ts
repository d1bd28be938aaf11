import { startBrowser, type RealBrowser } from "./real-browser.ts";
import type {} from "../journeys/kills/page.ts";

/** What the page that is killed tells the script outside. */
export interface Told {
  readonly begun?: (n: number) => void;
  readonly acknowledged?: (n: number) => void;
  readonly progressed?: (part: number) => void;
}

/** Starts Chromium on a profile with the page over the real vault (tests/journeys/kills/page.ts) in it. */
export const startKillsPage = async (profile: string, url: string, told: Told = {}): Promise<RealBrowser> => {
  const browser = await startBrowser(profile);
  const nothing = (): void => undefined;
  await browser.page.exposeFunction("begun", told.begun ?? nothing);
  await browser.page.exposeFunction("acknowledged", told.acknowledged ?? nothing);
  await browser.page.exposeFunction("progressed", told.progressed ?? nothing);
  await browser.page.goto(url);
  await browser.page.waitForFunction(() => "kills" in window);
  return browser;
};
