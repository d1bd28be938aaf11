import { afterEach, beforeEach, expect, test } from "vitest";
import { clearClipboard, copy } from "../../src/device/clipboard.ts";

let written: string[];
let isAllowed: boolean;

beforeEach(() => {
  written = [];
  isAllowed = true;
  // The system's clipboard is not the test's to change.
  const writeText = async (text: string): Promise<void> => {
    if (!isAllowed) throw new DOMException("", "NotAllowedError");
    written.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, "clipboard");
});

test("copies the exact text and overwrites it", async () => {
  expect([await copy("https://clipmirror.example/w?q=\u202E#k"), await clearClipboard(), written]).toEqual([
    true,
    true,
    ["https://clipmirror.example/w?q=\u202E#k", " "],
  ]);
});

test("says when the browser refuses", async () => {
  isAllowed = false;
  expect([await copy("x"), await clearClipboard(), written]).toEqual([false, false, []]);
});
