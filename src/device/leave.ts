import { emptyPage } from "./cover.ts";

export interface LeaveParts {
  readonly page: Document;
  /** Ends the vault worker and whatever else holds keys or facts. Called at once and not waited for. */
  readonly wipe: () => void;
  /** Our own neutral page, e.g. "./leave.html": shown offline and in the installed app, where a website would be an error page or a browser bar. */
  readonly neutralPage: string;
  readonly isOnline: () => boolean;
  readonly isInstalled: () => boolean;
  /** `location.replace`: no entry is added, so Back does not lead here. */
  readonly replace: (url: string) => void;
}

const isWebAddress = (text: string): boolean => {
  try {
    return new URL(text).protocol === "https:";
  } catch {
    return false;
  }
};

/**
 * Quick exit: first nothing is to be seen, then the keys go, then the page is replaced by `to` (https) or by the neutral page. Works once; later calls do
 * nothing, so that a second press cannot stop the first. Nothing in it waits. That a network without internet still counts as online cannot be helped here.
 */
export const createLeave = (parts: LeaveParts): ((to: string) => void) => {
  let isLeaving = false;
  return (to) => {
    if (isLeaving) return;
    isLeaving = true;
    emptyPage(parts.page);
    try {
      parts.wipe();
    } finally {
      const goesOut = parts.isOnline() && !parts.isInstalled() && isWebAddress(to);
      parts.replace(goesOut ? to : new URL(parts.neutralPage, parts.page.baseURI).href);
    }
  };
};
