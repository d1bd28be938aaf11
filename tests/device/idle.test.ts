import { page as browserPage } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCover } from "../../src/device/cover.ts";
import { createIdleWatch, type IdleWatch } from "../../src/device/idle.ts";
import { unbase64 } from "../../src/lib/bytes.ts";
import { type Clock, createClock, framePage } from "./support.ts";

const minute = 60_000;
let frame: Awaited<ReturnType<typeof framePage>>;
let clock: Clock;
let locks: number;
let watch: IdleWatch;
const touch = (): boolean => frame.page.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
const isCovered = (): boolean => {
  const top = frame.page.elementFromPoint(5, 5);
  return top !== null && top.parentElement === frame.page.documentElement && top !== frame.page.body;
};

beforeEach(async () => {
  frame = await framePage();
  clock = createClock();
  locks = 0;
  watch = createIdleWatch({
    page: frame.page,
    now: clock.now,
    steady: clock.steady,
    later: clock.later,
    cover: createCover(frame.page),
    lockAfterMs: 5 * minute,
    lockHiddenMs: minute,
    onLock: () => void locks++,
  });
});
afterEach(() => {
  watch.stop();
  frame.remove();
});

describe("idle", () => {
  test("locks after the time, not before, and once", () => {
    clock.pass(5 * minute - 1);
    expect(locks).toBe(0);
    clock.pass(1);
    expect(locks).toBe(1);
    clock.pass(60 * minute);
    touch();
    expect([locks, clock.waiting()]).toEqual([1, 0]);
  });

  test.each(["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"])(
    "%s starts the time anew, with one timer at most",
    (name) => {
      for (let i = 0; i < 20; i++) {
        clock.pass(4 * minute);
        frame.page.body.dispatchEvent(new Event(name, { bubbles: true }));
        expect(clock.waiting()).toBe(1);
      }
      expect(locks).toBe(0);
      clock.pass(5 * minute);
      expect(locks).toBe(1);
    },
  );

  test("a touch on a page that slept too long locks instead of waking it", () => {
    clock.sleep(5 * minute);
    touch();
    expect([locks, isCovered()]).toEqual([1, true]);
  });

  test("new times count from the last sign", () => {
    clock.pass(3 * minute);
    watch.setTimes({ lockAfterMs: 4 * minute, lockHiddenMs: minute });
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("a clock set back locks", () => {
    clock.sleep(-2 * minute);
    touch();
    expect(locks).toBe(1);
  });

  test("a small correction of the clock does not", () => {
    clock.sleep(-1000);
    touch();
    clock.pass(4 * minute);
    expect(locks).toBe(0);
  });

  test("a clock set back by a little, again and again, gains no time", () => {
    for (let i = 0; i < 5; i++) {
      clock.pass(minute - 1);
      clock.sleep(-50_000);
    }
    clock.pass(5);
    expect(locks).toBe(1);
  });

  test("nothing happens after it was stopped", () => {
    watch.stop();
    clock.pass(60 * minute);
    frame.setHidden(true);
    expect([locks, clock.waiting(), isCovered()]).toEqual([0, 0, false]);
  });
});

describe("hidden", () => {
  test("covers the page at once and uncovers it on a quick return", () => {
    frame.setHidden(true);
    expect(isCovered()).toBe(true);
    clock.pass(minute - 1);
    frame.setHidden(false);
    expect([locks, isCovered()]).toEqual([0, false]);
    clock.pass(4 * minute);
    expect(locks).toBe(0);
  });

  test("locks in the background after its own time", () => {
    frame.setHidden(true);
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("a page that slept in the background stays covered and locks when it wakes", () => {
    frame.setHidden(true);
    clock.sleep(8 * 60 * minute);
    frame.setHidden(false);
    expect([locks, isCovered()]).toEqual([1, true]);
  });

  test("a page brought back by the browser is checked too", () => {
    clock.sleep(8 * 60 * minute);
    frame.view.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(locks).toBe(1);
  });

  test("a file chooser that was announced may take as long as the idle time, once", () => {
    watch.expectHidden();
    frame.setHidden(true);
    clock.pass(4 * minute);
    frame.setHidden(false);
    touch();
    expect(locks).toBe(0);
    frame.setHidden(true);
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("what was announced and does not hide the page within three seconds is over", () => {
    watch.expectHidden();
    clock.pass(3000);
    frame.setHidden(true);
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("a dialog that closes over a page in sight was all that was announced", async () => {
    const dialog = Promise.resolve();
    watch.expectHidden(dialog);
    await dialog;
    frame.setHidden(true);
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("a phone may ask for ten seconds which app shall choose, and then choose for longer than a hidden page may live", () => {
    watch.expectHidden(new Promise(() => undefined));
    clock.pass(10_000);
    frame.setHidden(true);
    clock.pass(2 * minute);
    expect(locks).toBe(0);
  });

  test("an act that never ends is waited for no longer than a minute", () => {
    watch.expectHidden(new Promise(() => undefined));
    clock.pass(minute);
    touch();
    frame.setHidden(true);
    clock.pass(minute);
    expect(locks).toBe(1);
  });

  test("an earlier announcement that ends does not end a later one", async () => {
    const first = Promise.resolve();
    watch.expectHidden(first);
    watch.expectHidden(new Promise(() => undefined));
    await first;
    clock.pass(3000);
    frame.setHidden(true);
    clock.pass(2 * minute);
    expect(locks).toBe(0);
  });
});

/** Colours that are really painted in the frame; elementFromPoint does not tell, since a modal dialog makes everything else inert. */
const painted = async (): Promise<number> => {
  const element = frame.view.frameElement;
  if (element === null) throw new Error("no frame");
  const base64 = await browserPage.elementLocator(element).screenshot({ save: false });
  const picture = await createImageBitmap(new Blob([unbase64(base64) ?? new Uint8Array(0)]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context?.drawImage(picture, 0, 0);
  // The frame's own border of two pixels is left out.
  const pixels = new Uint32Array(context?.getImageData(4, 4, picture.width - 8, picture.height - 8).data.buffer ?? new ArrayBuffer(0));
  return new Set(pixels).size;
};

test("the cover is painted over a modal dialog and takes no focus", async () => {
  const dialog = frame.page.createElement("dialog");
  dialog.innerHTML = "clipmirror.example<input autocomplete=off>";
  frame.page.body.append(dialog);
  dialog.showModal();
  const focused = frame.page.activeElement;
  expect(await painted()).toBeGreaterThan(5);
  frame.setHidden(true);
  expect([await painted(), frame.page.activeElement === focused, focused?.tagName]).toEqual([1, true, "INPUT"]);
  frame.setHidden(false);
  expect(await painted()).toBeGreaterThan(5);
});
