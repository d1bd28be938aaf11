import { h, render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Evidence } from "../../src/case/state.ts";
import { AppContext } from "../../src/screens/parts/context.tsx";
import { KeepFrame } from "../../src/screens/parts/keep-still.tsx";
import { showCase, type Shown } from "./support.ts";

const root = document.createElement("div");
afterEach(() => {
  render(null, root);
  root.remove();
});

/** The button under a player without a film, which says of itself what is given; with an app that is drawn beside it and says what it has to say. */
const under = async (says: Partial<Record<"seeking" | "readyState" | "videoWidth", unknown>>) => {
  const shown: Shown = await showCase();
  const { view } = shown.app.state();
  const item: Evidence | undefined = view.at === "unlocked" ? [...view.state.evidence.values()][0] : undefined;
  if (item === undefined) throw new Error("no file");
  const video = document.createElement("video");
  for (const [name, value] of Object.entries(says)) Object.defineProperty(video, name, { get: () => value });
  document.body.append(root);
  render(h(AppContext.Provider, { value: shown.app }, h(KeepFrame, { item, player: { current: video } })), root);
  const button = root.querySelector("button");
  if (button === null) throw new Error("no button");
  button.click();
  const sees = (words: string): Promise<void> =>
    vi.waitFor(() => {
      expect(shown.root.textContent).toContain(words);
      expect(button.ariaBusy).toBe("false");
    });
  return { video, button, sees };
};

test("a film that fails on its way to a place keeps nothing, says so, and can be tried again", async () => {
  const { video, button, sees } = await under({ seeking: true });
  await vi.waitFor(() => expect(button.ariaBusy).toBe("true"));
  video.dispatchEvent(new Event("error"));
  await sees("There is no frame yet.");
});

test("a frame that the browser does not give is said to be none", async () => {
  const { sees } = await under({ seeking: false, readyState: 2, videoWidth: 16 });
  await sees("This browser could not make a picture of it.");
});
