/** What a screen reader should hear: two more presses, one more, leaving now, the time has run out; "" takes the words away again. */
export type ShiftProgress = "two-more" | "one-more" | "leaving" | "expired" | "";

export interface ShiftParts {
  readonly target: EventTarget;
  readonly onLeave: () => void;
  readonly onProgress: (progress: ShiftProgress) => void;
  /** Runs `job` after `ms` milliseconds; returns the way to cancel it. */
  readonly later: (ms: number, job: () => void) => () => void;
}

/** Time for the next press, and how long "expired" stays, in milliseconds (GOV.UK Design System, "Exit this page"). */
const patience = 5_000;

/**
 * Leaves when Shift is pressed three times by itself, each press within five seconds of the one before, as GOV.UK's "Exit this page" does it.
 * Shift held for a capital letter does not count: its key-up follows one that carried Shift. Any other key starts over. Returns the way to stop.
 */
export const watchShift = ({ target, onLeave, onProgress, later }: ShiftParts): (() => void) => {
  let presses = 0;
  let wasModified = false;
  let cancel = (): void => undefined;

  const reset = (): void => {
    cancel();
    presses = 0;
  };
  const expire = (): void => {
    presses = 0;
    onProgress("expired");
    cancel = later(patience, () => onProgress(""));
  };
  const onKeyUp = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === "Shift" && !wasModified) {
      cancel();
      presses++;
      if (presses >= 3) {
        reset();
        onProgress("leaving");
        onLeave();
      } else {
        onProgress(presses === 1 ? "two-more" : "one-more");
        cancel = later(patience, expire);
      }
    } else if (presses > 0) {
      reset();
      onProgress("");
    }
    wasModified = event.shiftKey;
  };
  target.addEventListener("keyup", onKeyUp);
  return () => {
    reset();
    target.removeEventListener("keyup", onKeyUp);
  };
};
