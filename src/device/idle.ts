export interface IdleTimes {
  /** Without a touch, key or pointer, in milliseconds. */
  readonly lockAfterMs: number;
  /** In the background, in milliseconds. */
  readonly lockHiddenMs: number;
}
export interface IdleParts extends IdleTimes {
  /** The device's clock, milliseconds since 1970: it goes on while the phone sleeps, which timers do not. */
  readonly now: () => number;
  /** Milliseconds that never go back; they may stand still while the phone sleeps. Whichever of the two says that more time has passed is believed. */
  readonly steady: () => number;
  readonly onLock: () => void;
  /** Covers the page while it is hidden and uncovers it once it was checked. */
  readonly cover: { readonly show: () => void; readonly hide: () => void };
  readonly page: Document;
  readonly later: (ms: number, job: () => void) => () => void;
}
export interface IdleWatch {
  /** New times; they count from the last sign of the person. */
  readonly setTimes: (times: IdleTimes) => void;
  /**
   * Call before a file chooser, a camera, a share sheet or a new tab: on a phone they hide the page. The next time in the background then counts as
   * idle time only, until the page is seen again. On a computer nothing hides it: what was expected ends when `until` settles with the page in
   * sight, or when the page is not hidden within a minute (without `until`: three seconds).
   */
  readonly expectHidden: (until?: Promise<unknown>) => void;
  readonly stop: () => void;
}

/** When something was, by both clocks. */
interface Moment {
  readonly clock: number;
  readonly steady: number;
}

const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;
/** A phone may first ask, above the page, which app shall choose the file. */
const expectedWithinMs = { alone: 3000, until: 60_000 } as const;
/** A clock that was set back by more than this cannot tell how much time has passed. */
const clockSlack = 60_000;

/**
 * Locks after a time without the person, or in the background. A page that wakes up is checked before anything is painted: it was covered when it
 * was hidden, timers may have slept, and only the clocks are believed. A clock set back by much locks; by little, again and again, gains nothing. `onLock` is called once; then the watch is over.
 */
export const createIdleWatch = (parts: IdleParts): IdleWatch => {
  const { page, later, cover } = parts;
  const look = (): Moment => ({ clock: parts.now(), steady: parts.steady() });
  let times: IdleTimes = parts;
  let lastSign = look();
  let hiddenSince = page.visibilityState === "hidden" ? lastSign : undefined;
  let cancel = (): void => undefined;
  let isOver = false;
  let isExpected = false;
  let unexpect = (): void => undefined;

  /** Milliseconds until the lock; 0 or less: now. */
  const left = (): number => {
    const moment = look();
    const since = (past: Moment): number => {
      const passed = moment.clock - past.clock;
      return passed < -clockSlack ? Infinity : Math.max(passed, moment.steady - past.steady);
    };
    const idle = times.lockAfterMs - since(lastSign);
    return hiddenSince === undefined || isExpected ? idle : Math.min(idle, times.lockHiddenMs - since(hiddenSince));
  };
  /** True when it locked. */
  const check = (): boolean => {
    cancel();
    if (isOver) return true;
    const ms = left();
    if (ms > 0) {
      cancel = later(ms, check);
      return false;
    }
    cover.show();
    stop();
    parts.onLock();
    return true;
  };
  // The elapsed time is looked at first: a touch on a page that slept for hours is no sign that the person was there.
  // The running timer is left alone; when it ends, `check` works out what is left.
  const onSign = (): void => {
    if (left() <= 0) check();
    else lastSign = look();
  };
  const onVisibility = (): void => {
    if (page.visibilityState === "hidden") {
      cover.show();
      hiddenSince ??= look();
      check();
    } else if (!check()) {
      hiddenSince = undefined;
      unexpect();
      cover.hide();
      check();
    }
  };
  const onPageShow = (): void => {
    if (page.visibilityState === "visible") onVisibility();
  };
  const view = page.defaultView;
  const stop = (): void => {
    isOver = true;
    cancel();
    unexpect();
    for (const sign of signs) page.removeEventListener(sign, onSign, true);
    page.removeEventListener("visibilitychange", onVisibility);
    page.removeEventListener("resume", onPageShow);
    view?.removeEventListener("pageshow", onPageShow);
    view?.removeEventListener("focus", onPageShow);
  };
  for (const sign of signs) page.addEventListener(sign, onSign, { capture: true, passive: true });
  page.addEventListener("visibilitychange", onVisibility);
  page.addEventListener("resume", onPageShow);
  view?.addEventListener("pageshow", onPageShow);
  view?.addEventListener("focus", onPageShow);
  if (hiddenSince !== undefined) cover.show();
  check();
  return {
    setTimes: (next) => {
      times = next;
      if (!isOver) check();
    },
    expectHidden: (until) => {
      unexpect();
      if (isOver) return;
      isExpected = true;
      const end = (): void => {
        if (unexpect === drop && hiddenSince === undefined) drop();
      };
      const cancelEnd = later(until === undefined ? expectedWithinMs.alone : expectedWithinMs.until, end);
      const drop = (): void => {
        isExpected = false;
        unexpect = () => undefined;
        cancelEnd();
      };
      unexpect = drop;
      void until?.then(end, end);
    },
    stop,
  };
};
