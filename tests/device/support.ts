/** A clock and timers that move only when told to. */
export interface Clock {
  readonly now: () => number;
  /** Goes on only with the timers, and never back. */
  readonly steady: () => number;
  readonly later: (ms: number, job: () => void) => () => void;
  /** Lets time pass with the timers running. */
  readonly pass: (ms: number) => void;
  /** Time passes while timers sleep, as on a phone that was put away. */
  readonly sleep: (ms: number) => void;
  readonly waiting: () => number;
}

export const createClock = (start = 1_790_000_000_000): Clock => {
  let time = start;
  let steady = 0;
  const jobs = new Map<number, { readonly at: number; readonly job: () => void }>();
  let n = 0;
  return {
    now: () => time,
    steady: () => steady,
    later: (ms, job) => {
      const id = n++;
      jobs.set(id, { at: steady + ms, job });
      return () => void jobs.delete(id);
    },
    pass: (ms) => {
      const end = steady + ms;
      const move = (to: number): void => {
        time += to - steady;
        steady = to;
      };
      for (;;) {
        const next = [...jobs].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (next === undefined) break;
        jobs.delete(next[0]);
        move(Math.max(steady, next[1].at));
        next[1].job();
      }
      move(end);
    },
    sleep: (ms) => {
      time += ms;
    },
    waiting: () => jobs.size,
  };
};

/** A real page of the same origin that a test may empty, hide and throw away. */
export const framePage = async (): Promise<{
  readonly page: Document;
  readonly view: Window;
  readonly setHidden: (hidden: boolean) => void;
  readonly remove: () => void;
}> => {
  const frame = document.createElement("iframe");
  frame.srcdoc = "<!doctype html><title>Daybook</title><p id=secret>clipmirror.example</p>";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow;
  const page = frame.contentDocument;
  if (view === null || page === null) throw new Error("no frame");
  let isHidden = false;
  Object.defineProperty(page, "visibilityState", { configurable: true, get: () => (isHidden ? "hidden" : "visible") });
  return {
    page,
    view,
    setHidden: (hidden) => {
      isHidden = hidden;
      page.dispatchEvent(new Event("visibilitychange"));
    },
    remove: () => frame.remove(),
  };
};
