/** How this page can get onto the home screen. `by-hand`: iPhone and iPad, through the share menu. */
export type InstallWay = "installed" | "ask" | "by-hand" | "unknown";

/** Chromium's event; no other browser has it, so the DOM types lack it. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: string }>;
}
const isPrompt = (event: Event): event is InstallPrompt => "prompt" in event && typeof event.prompt === "function" && "userChoice" in event;

export interface Installer {
  readonly way: () => InstallWay;
  /** Shows the browser's question; true when it was accepted. Only after a tap, once per offer. */
  readonly ask: () => Promise<boolean>;
}

/** Is this the installed app, in a window of its own? */
export const isInstalled = (view: Window): boolean =>
  ["standalone", "minimal-ui", "fullscreen"].some((mode) => view.matchMedia(`(display-mode: ${mode})`).matches) ||
  ("standalone" in view.navigator && view.navigator.standalone === true);

/** Only browsers on iPhone and iPad have this property at all; no app there can share into a web app. */
export const isAppleTouch = (view: Window): boolean => "standalone" in view.navigator;

/** Make it before the first await of the page: the browser offers once, early. The browser's own banner is held back. */
export const createInstaller = (view: Window): Installer => {
  let offer: InstallPrompt | undefined;
  let wasInstalled = false;
  view.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if (isPrompt(event)) offer = event;
  });
  view.addEventListener("appinstalled", () => {
    wasInstalled = true;
    offer = undefined;
  });
  return {
    way: () => {
      if (wasInstalled || isInstalled(view)) return "installed";
      if (offer !== undefined) return "ask";
      return isAppleTouch(view) ? "by-hand" : "unknown";
    },
    ask: async () => {
      const current = offer;
      offer = undefined;
      if (current === undefined) return false;
      try {
        await current.prompt();
        return (await current.userChoice).outcome === "accepted";
      } catch {
        return false;
      }
    },
  };
};
