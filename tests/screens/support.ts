import axe from "axe-core";
import { afterEach, expect, vi } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import { mount } from "../../src/screens/mount.tsx";
import { openedApp, testApp, type TestApp } from "../app/test-app.ts";
import { sampleCommands } from "./sample.ts";

/** The first screen of the lazy part is compiled on demand here, which takes a while. */
const PATIENCE_MS = 20_000;

let cleanUp = (): void => undefined;
afterEach(() => cleanUp());

export interface Shown extends TestApp {
  readonly root: HTMLElement;
  /** Waits for a screen with this heading. */
  readonly heading: (words: string | RegExp) => Promise<HTMLElement>;
  /** The control with these words, by its accessible name as far as text and label give it. */
  readonly button: (words: string | RegExp) => HTMLButtonElement;
}

const matches = (text: string, words: string | RegExp): boolean => (typeof words === "string" ? text === words : words.test(text));

/** Draws an app into the page, as `main.tsx` does. */
export const show = (made: TestApp): Shown => {
  cleanUp();
  const root = document.createElement("div");
  document.body.append(root);
  const unmount = mount(made.app, root);
  cleanUp = () => {
    unmount();
    root.remove();
  };
  return {
    ...made,
    root,
    heading: (words) =>
      vi.waitFor(() => {
        const h1 = root.querySelector("h1");
        expect(h1?.textContent ?? "").toSatisfy((text: string) => matches(text, words));
        if (h1 === null) throw new Error("no heading");
        return h1;
      }, PATIENCE_MS),
    button: (words) => {
      const found = [...root.querySelectorAll("button")].find((b) =>
        matches((b.getAttribute("aria-label") ?? b.textContent).trim(), words),
      );
      if (found === undefined) throw new Error(`no button ${words}`);
      return found;
    },
  };
};

/** Started and drawn: Welcome, or the locked page when a passphrase is given. */
export const showStarted = async (change: Parameters<typeof testApp>[0] = {}): Promise<Shown> => {
  const shown = show(testApp(change));
  await shown.app.start();
  return shown;
};

/** An open case with one of everything in it, drawn. */
export const showCase = async (commands: readonly Command[] = sampleCommands): Promise<Shown> => {
  const shown = show(await openedApp());
  for (const command of commands) {
    const sent = await shown.app.send(command);
    if (!sent.ok) throw new Error(`${command.do} was refused: ${sent.error.code}`);
  }
  return shown;
};

/** What axe finds, as "rule: selector". Page-level rules that only hold for a whole document are left to the journeys. */
export const faults = async (root: HTMLElement): Promise<readonly string[]> => {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } }, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
};

/** Controls that lack one of the attributes every control has. */
export const loudControls = (root: HTMLElement): readonly string[] =>
  [...root.querySelectorAll("input, textarea, select")]
    .filter(
      (control) =>
        control.getAttribute("autocomplete") !== "off" ||
        control.getAttribute("autocorrect") !== "off" ||
        control.getAttribute("autocapitalize") !== "none" ||
        control.getAttribute("spellcheck") !== "false" ||
        control.getAttribute("translate") !== "no",
    )
    .map((control) => control.outerHTML);
