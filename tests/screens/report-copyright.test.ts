import { describe, expect, test, vi } from "vitest";
import type { CaseState } from "../../src/case/state.ts";
import { ids, sampleCommands } from "./sample.ts";
import { showCase, type Shown } from "./support.ts";

const stateOf = ({ app }: Shown): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
const choose = (shown: Shown, words: string): Promise<void> =>
  vi.waitFor(() => {
    const found = [...shown.root.querySelectorAll("main label")].find((one) => one.textContent.includes(words));
    const input = found?.querySelector("input");
    if (input === null || input === undefined) throw new Error(`no option ${words}`);
    input.click();
  });
const press = async (shown: Shown, words: string): Promise<void> => {
  await vi.waitFor(() => expect(shown.button(words).disabled).toBe(false));
  shown.button(words).click();
};
const copyright = "We ask that next";
const take = async (answer: "Yes" | "No, or not sure"): Promise<Shown> => {
  const shown = await showCase(sampleCommands);
  shown.app.go("report", { link: ids.linkA });
  await shown.heading("Which way?");
  await choose(shown, copyright);
  await press(shown, "Continue");
  await shown.heading("First: what does “blue room” show?");
  await choose(shown, "Nude or sexual");
  await press(shown, "Save");
  await shown.heading("Did you take it yourself?");
  expect(stateOf(shown).pictures.get(ids.picture)?.takenByPerson).toBeNull();
  await choose(shown, answer);
  await press(shown, "Continue");
  return shown;
};

describe("who took the picture is asked of those who choose copyright", () => {
  test("never first, and open once they say that they took it", async () => {
    const shown = await take("Yes");
    await shown.heading("What the text may say");
    expect(stateOf(shown).pictures.get(ids.picture)).toMatchObject({ takenByPerson: "yes", shows: ["intimate"] });
  });

  test("and shut when they did not, until they answer again", async () => {
    const shown = await take("No, or not sure");
    await shown.heading("Which way?");
    await vi.waitFor(() => expect(shown.root.querySelector("main")?.textContent).toContain("Only if you took the picture yourself."));
    expect(shown.root.querySelector("main")?.textContent).not.toContain(copyright);
    await press(shown, "Answer again who took it");
    await shown.heading("Did you take it yourself?");
  });
});
