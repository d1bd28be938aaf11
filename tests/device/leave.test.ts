import { userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLeave, type LeaveParts } from "../../src/device/leave.ts";
import { watchShift } from "../../src/device/shift-thrice.ts";
import { createClock, framePage } from "./support.ts";

describe("Leave", () => {
  let frame: Awaited<ReturnType<typeof framePage>>;
  let done: string[];
  const parts = (change: Partial<LeaveParts> = {}): LeaveParts => ({
    page: frame.page,
    wipe: () => void done.push(`wipe:${frame.page.body.textContent}`),
    neutralPage: "./leave.html",
    isOnline: () => true,
    isInstalled: () => false,
    replace: (url) => void done.push(url),
    ...change,
  });
  beforeEach(async () => {
    frame = await framePage();
    done = [];
  });
  afterEach(() => frame.remove());

  test("empties the page first, then wipes, then replaces it", () => {
    expect(frame.page.body.textContent).toContain("clipmirror.example");
    createLeave(parts())("https://www.wikipedia.org/");
    expect(done).toEqual(["wipe:", "https://www.wikipedia.org/"]);
    expect([frame.page.body.childElementCount, frame.page.title]).toEqual([0, ""]);
  });

  test.each([
    ["offline", { isOnline: () => false }, "https://www.wikipedia.org/"],
    ["installed", { isInstalled: () => true }, "https://www.wikipedia.org/"],
    ["to no web address", {}, "javascript:alert(1)"],
    ["to plain http", {}, "http://site.example/"],
    ["to nothing", {}, ""],
  ] as const)("%s it goes to our own neutral page", (_, change, to) => {
    createLeave(parts(change))(to);
    expect(done.at(-1)).toBe(new URL("./leave.html", document.baseURI).href);
  });

  test("goes even when the wiping fails", () => {
    const leave = createLeave(
      parts({
        wipe: () => {
          throw new Error("worker is gone");
        },
      }),
    );
    expect(() => leave("https://www.wikipedia.org/")).toThrow("worker is gone");
    expect([done, frame.page.body.childElementCount]).toEqual([["https://www.wikipedia.org/"], 0]);
  });

  test("a second press does not stop the first", () => {
    const leave = createLeave(parts());
    leave("https://www.wikipedia.org/");
    leave("https://www.wikipedia.org/");
    expect(done.length).toBe(2);
  });

  test("silences what plays", () => {
    const audio = frame.page.createElement("audio");
    let paused = 0;
    audio.pause = () => void paused++;
    frame.page.body.append(audio);
    createLeave(parts())("");
    expect(paused).toBe(1);
  });
});

describe("Shift three times", () => {
  const start = () => {
    const clock = createClock();
    const target = new EventTarget();
    const heard: string[] = [];
    let leaves = 0;
    const stop = watchShift({ target, onLeave: () => void leaves++, onProgress: (p) => void heard.push(p), later: clock.later });
    const up = (key: string, shiftKey = false): boolean => target.dispatchEvent(new KeyboardEvent("keyup", { key, shiftKey }));
    return { clock, heard, leaves: () => leaves, stop, shift: () => up("Shift"), up };
  };

  test("leaves and says how many presses are left", () => {
    const s = start();
    s.shift();
    s.shift();
    expect([s.leaves(), s.heard]).toEqual([0, ["two-more", "one-more"]]);
    s.shift();
    expect([s.leaves(), s.heard, s.clock.waiting()]).toEqual([1, ["two-more", "one-more", "leaving"], 0]);
  });

  test("five seconds for each press; then it says so and starts over", () => {
    const s = start();
    s.shift();
    s.clock.pass(4_999);
    s.shift();
    s.clock.pass(4_999);
    expect(s.heard).toEqual(["two-more", "one-more"]);
    s.clock.pass(1);
    expect(s.heard.at(-1)).toBe("expired");
    s.clock.pass(5_000);
    expect(s.heard.at(-1)).toBe("");
    s.shift();
    expect([s.leaves(), s.heard.at(-1)]).toEqual([0, "two-more"]);
  });

  test("typing capitals does not leave", () => {
    const s = start();
    for (let i = 0; i < 10; i++) {
      s.up("A", true);
      s.shift();
    }
    expect([s.leaves(), s.heard]).toEqual([0, []]);
  });

  test("another key in between starts over", () => {
    const s = start();
    s.shift();
    s.shift();
    s.up("Tab");
    s.shift();
    expect([s.leaves(), s.heard]).toEqual([0, ["two-more", "one-more", "", "two-more"]]);
  });

  test("on a real keyboard: capitals do not count, three presses do", async () => {
    let leaves = 0;
    const stop = watchShift({ target: document, onLeave: () => void leaves++, onProgress: () => undefined, later: createClock().later });
    await userEvent.keyboard("{Shift>}a{/Shift}{Shift>}b{/Shift}{Shift>}c{/Shift}");
    expect(leaves).toBe(0);
    await userEvent.keyboard("{Shift}{Shift}{Shift}");
    stop();
    expect(leaves).toBe(1);
  });

  test("stopped, it hears nothing", () => {
    const s = start();
    s.stop();
    s.shift();
    expect([s.heard, s.clock.waiting()]).toEqual([[], 0]);
  });
});
