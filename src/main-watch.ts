import type { App } from "./app/types.ts";
import { createTranslate } from "./app/words.ts";
import type { UiKey } from "./content/locales/index.ts";
import { later } from "./device/browser-device.ts";
import { createCover } from "./device/cover.ts";
import { createIdleWatch, type IdleWatch } from "./device/idle.ts";
import { type ShiftProgress, watchShift } from "./device/shift-thrice.ts";

/** The plan is made again this often: deadlines come and go. */
const TICK_MS = 60_000;

const shiftWords = {
  "two-more": "common.shift-two-more",
  "one-more": "common.shift-one-more",
  leaving: "common.shift-leaving",
  expired: "common.shift-expired",
} as const satisfies Readonly<Record<Exclude<ShiftProgress, "">, UiKey>>;

/** What runs beside the screens: Shift three times, locking when idle or hidden, the passing of time, unsaved drafts. */
export const keepWatch = (app: App): Pick<IdleWatch, "expectHidden"> => {
  const spoken = document.createElement("div");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);
  watchShift({
    target: document,
    onLeave: app.leave,
    onProgress: (progress) => {
      spoken.textContent = progress === "" ? "" : createTranslate(app.state().words)(shiftWords[progress]);
    },
    later,
  });

  const cover = createCover(document);
  let idle: IdleWatch | undefined;
  app.subscribe(() => {
    const { view, settings, bundleShown, halted } = app.state();
    const times = { lockAfterMs: settings.lockAfterMinutes * 60_000, lockHiddenMs: settings.lockHiddenSeconds * 1000 };
    if (view.at !== "unlocked" && !bundleShown && !halted) {
      idle?.stop();
      idle = undefined;
    } else if (idle === undefined) {
      // Locking loads the page again and ends the worker, so an opened bundle is forgotten with everything else.
      idle = createIdleWatch({
        ...times,
        now: () => Date.now(),
        steady: () => performance.now(),
        onLock: () => void app.lock(),
        cover,
        page: document,
        later,
      });
    } else {
      idle.setTimes(times);
    }
  });

  setInterval(app.tick, TICK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void app.flushDrafts();
    else app.tick();
  });
  return { expectHidden: (until) => idle?.expectHidden(until) };
};
