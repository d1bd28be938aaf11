import { describe, expect, test } from "vitest";
import { firstTable } from "../../src/screens/first-table.ts";
import { isScreenName, screenFacts, type ScreenName } from "../../src/screens/names.ts";
import { table } from "../../src/screens/table.ts";
import { PASSPHRASE } from "../app/test-app.ts";
import { ids } from "./sample.ts";
import { faults, loudControls, showCase, showStarted, type Shown } from "./support.ts";

const names = Object.keys({ ...firstTable, ...table }).filter(isScreenName);

/** What each screen is opened with; a screen without a row gets the ids of one of everything. */
const everything = {
  ...ids,
  link: ids.linkA,
  step: "ask-role",
  subject: "case",
  site: "clipmirror.example",
};

const open = async (name: ScreenName): Promise<Shown> => {
  const at = screenFacts[name].when;
  if (at !== "locked") {
    const shown = await showCase();
    shown.app.go(name, everything);
    await shown.heading(/\S/u);
    return shown;
  }
  const shown = await showStarted(
    name === "unlock" ? { passphrase: PASSPHRASE } : name === "missing" ? { missingParts: async () => ["webassembly"] } : {},
  );
  shown.app.go(name, {});
  await shown.heading(/\S/u);
  return shown;
};

describe.each(names)("screen %s", (name) => {
  test("has one heading, Leave, help within a tap, and a lock while something is open", async () => {
    const shown = await open(name);
    expect(shown.root.querySelectorAll("h1")).toHaveLength(1);
    shown.button("Leave").click();
    expect(shown.asked).toContain("leave https://www.wikipedia.org/");
    // The locked page tells nobody what is kept, nor what it is about.
    if (name !== "help")
      expect([...shown.root.querySelectorAll("button")].some((b) => b.textContent.includes("Talk to someone now"))).toBe(name !== "unlock");
    expect(shown.root.querySelector('[aria-label="Lock"]') !== null).toBe(screenFacts[name].when !== "locked");
  });

  test("axe finds nothing, in light and dark", async () => {
    const shown = await open(name);
    for (const theme of ["light", "dark"]) {
      document.documentElement.dataset["theme"] = theme;
      expect(await faults(shown.root)).toEqual([]);
    }
  });

  test("every control keeps what is typed from the browser's helpers", async () => {
    expect(loudControls((await open(name)).root)).toEqual([]);
  });

  test("every target is at least 48 px high", async () => {
    const { root } = await open(name);
    const small = [...root.querySelectorAll<HTMLElement>("button, a, select, textarea, label.option, label.tick")]
      .filter((one) => !one.classList.contains("when") && one.getClientRects().length > 0 && one.getBoundingClientRect().height < 48)
      .map((one) => one.outerHTML);
    expect(small).toEqual([]);
  });

  test("nothing is wider than the phone, also with text twice as large", async () => {
    const { root } = await open(name);
    for (const size of ["", "212.5%"]) {
      document.documentElement.style.fontSize = size;
      expect(document.documentElement.scrollWidth, size).toBeLessThanOrEqual(window.innerWidth);
    }
    document.documentElement.style.fontSize = "";
    expect(root.isConnected).toBe(true);
  });

  test("no text stands outside the catalogue", async () => {
    const shown = await open(name);
    await shown.app.saveSettings({ language: "xx" });
    await shown.heading(/⟦|\S/u);
    expect(untranslated(shown.root)).toEqual([]);
  });
});

/** Text nodes that are in no ⟦ ⟧ and are neither content in its own language, nor somebody's own words, nor a date or number. */
const untranslated = (root: HTMLElement): readonly string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? "").trim();
    const parent = node.parentElement;
    if (parent === null || parent.closest("[lang='en'], bdi, time, option, .crumb, .user-words, [aria-hidden='true']") !== null) continue;
    if (/\p{L}/u.test(text) && !text.includes("⟦")) found.push(text);
  }
  for (const labelled of root.querySelectorAll("[aria-label]"))
    if (labelled.closest("bdi, [lang='en']") === null && !(labelled.getAttribute("aria-label") ?? "").includes("⟦"))
      found.push(labelled.outerHTML);
  return found;
};
