import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright";

/** What went by on one phone. */
export interface Watched {
  /** Policy violations, errors on the console, exceptions, and markup that should never come from a case. */
  readonly wrong: readonly string[];
  readonly titles: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly note: (address: string, title: string) => void;
}

declare global {
  interface Window {
    /** Tells the test of what should not have been. */
    readonly sawWrong: (what: string) => Promise<void>;
  }
}

/** In the page: whatever is added to it that could run, load or lead away. */
const watchMarkup = (): void => {
  document.addEventListener("securitypolicyviolation", (event) => {
    void window.sawWrong(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
  const loose =
    'iframe, object, embed, form[action], a[href]:not([href^="tel:"]), base, meta[http-equiv="refresh"], img:not([src^="blob:"])';
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const one of [node, ...node.querySelectorAll("*")]) {
          const runs = [...one.attributes].some(({ name }) => name.startsWith("on"));
          const downloads = one instanceof HTMLAnchorElement && one.href.startsWith("blob:");
          if ((one.matches(loose) && !downloads) || runs) void window.sawWrong(`markup: ${one.tagName} ${one.outerHTML.slice(0, 80)}`);
        }
      }
  }).observe(document, { childList: true, subtree: true });
};

/** Watches a page from before its first script on. */
export const watchPage = async (page: Page): Promise<Watched> => {
  const wrong: string[] = [];
  const titles = new Set<string>();
  const addresses = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`exception: ${error.message}`));
  await page.exposeFunction("sawWrong", (what: string) => {
    wrong.push(what);
  });
  await page.addInitScript(watchMarkup);
  return {
    wrong,
    titles,
    addresses,
    note: (address, title) => {
      titles.add(title);
      addresses.add(address);
    },
  };
};

/** The number that Chromium's network log gives an event, from the table at its top. */
const eventNumber = (log: string, name: string): string | undefined => new RegExp(`"${name}":(\\d+)`, "u").exec(log)?.[1];

export interface Asked {
  readonly url: string;
  /** The origin whose page or worker asked; "not an origin" for the browser itself. */
  readonly by: string;
}

/**
 * Every address that any part of Chromium asked the network for: pages, workers, service workers and the browser itself.
 * `--log-net-log` writes one event a line, so that a log cut off by a kill can be read as far as it goes.
 */
export const netLogRequests = (file: string): readonly Asked[] => {
  if (!existsSync(file)) throw new Error("Chromium wrote no network log");
  const log = readFileSync(file, "utf8");
  const start = eventNumber(log, "URL_REQUEST_START_JOB");
  if (start === undefined) throw new Error("the network log has no table of events");
  const valueOf = (line: string, name: string): string | undefined => new RegExp(`"${name}":"((?:[^"\\\\]|\\\\.)*)"`, "u").exec(line)?.[1];
  return log.split("\n").flatMap((line) => {
    const url = line.includes(`"type":${start}`) ? valueOf(line, "url") : undefined;
    return url === undefined ? [] : [{ url, by: valueOf(line, "initiator") ?? "" }];
  });
};
