import { clearClipboard, copy } from "./clipboard.ts";
import { emptyPage } from "./cover.ts";
import { canShareFile, chooseSaveFile, pickFiles, saveFile, shareFile, type LateBytes } from "./files.ts";
import { createInstaller, isAppleTouch, isInstalled } from "./install.ts";
import { createLeave } from "./leave.ts";
import { createMedia } from "./media.ts";
import { openAddress } from "./open-address.ts";
import { browserPasskeys, hasPasskeys, makePasskey, usePasskey } from "./passkey.ts";
import { askToKeep, isKept, storageRoom } from "./persist.ts";

/** Runs `job` after `ms` milliseconds; returns the way to cancel it. */
export const later = (ms: number, job: () => void): (() => void) => {
  const timer = setTimeout(job, ms);
  return () => clearTimeout(timer);
};

export interface BrowserParts {
  readonly view: Window;
  /** Ends everything that holds keys or facts; called when the page is left. */
  readonly wipe: () => void;
  /** Our own neutral page, relative to the page. */
  readonly neutralPage: string;
  readonly offlineReady: () => Promise<boolean>;
}

/** The edges of the real browser, in the shape that app/ports.ts asks for (`Device`). */
export const createBrowserDevice = ({ view, wipe, neutralPage, offlineReady }: BrowserParts) => {
  const page = view.document;
  const passkeys = browserPasskeys(view);
  const installer = createInstaller(view);
  return {
    leave: createLeave({
      page,
      wipe,
      neutralPage,
      isOnline: () => view.navigator.onLine,
      isInstalled: () => isInstalled(view),
      replace: (url) => view.location.replace(url),
    }),
    /** Locking loads the page anew, so that the folded case leaves memory; until then nothing is to be seen. */
    reload: (): void => {
      emptyPage(page);
      view.location.reload();
    },
    copy,
    clearClipboard,
    pickFiles: (accept: string, many: boolean) => pickFiles(page, accept, many),
    saveFile: (file: Blob | LateBytes, name: string) => saveFile(view, file, name, later),
    chooseSaveFile: (name: string) => chooseSaveFile(view, name),
    canShareFile,
    shareFile,
    openAddress: (url: string): void => void openAddress(page, url),
    openMedia: createMedia(view),
    print: (): void => view.print(),
    hasPasskeys: () => hasPasskeys(passkeys),
    makePasskey: () => makePasskey(passkeys),
    usePasskey: () => usePasskey(passkeys),
    askToKeep,
    isKept,
    storage: storageRoom,
    installWay: installer.way,
    install: installer.ask,
    hasShareSheet: () => !isAppleTouch(view),
    offlineReady,
  };
};
