import { expect, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { Shown } from "./support.ts";

/** Takes the option with these words, once it is there. */
export const choose = async (shown: Shown, words: string | RegExp): Promise<void> => {
  const label = await vi.waitFor(() => {
    const found = [...shown.root.querySelectorAll("label")].find((one) =>
      typeof words === "string" ? one.textContent.trim() === words : words.test(one.textContent),
    );
    if (found === undefined) throw new Error(`no option ${String(words)}`);
    return found;
  });
  await userEvent.click(label);
};
/** Presses the button with these words, once it can be pressed. */
export const press = async (shown: Shown, words: string | RegExp): Promise<void> => {
  await vi.waitFor(() => expect(shown.button(words).disabled).toBe(false));
  shown.button(words).click();
};

/** Waits until the page says this. */
export const says = (shown: Shown, words: string | RegExp): Promise<void> =>
  vi.waitFor(() => expect(shown.root.textContent).toMatch(words));
