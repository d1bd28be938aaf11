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

/** What holds on every screen, each told by its words. The last one leaves. */
const rules: Readonly<Record<string, (shown: Shown, name: ScreenName, rule: string) => Promise<void> | void>> = {
  "it has one heading": ({ root }, _, rule) => expect(root.querySelectorAll("h1"), rule).toHaveLength(1),
  "there is a lock while something is open": ({ root }, name, rule) =>
    expect(root.querySelector('[aria-label="Lock"]') !== null, rule).toBe(screenFacts[name].when !== "locked"),
  // The locked page tells nobody what is kept, nor what it is about.
  "help is within a tap": ({ root }, name, rule) => {
    const isThere = [...root.querySelectorAll("button")].some((b) => b.textContent.includes("Talk to someone now"));
    if (name !== "help") expect(isThere, rule).toBe(name !== "unlock");
  },
  "every control keeps what is typed from the browser's helpers": ({ root }, _, rule) => expect(loudControls(root), rule).toEqual([]),
  "every target is at least 48 px high": ({ root }, _, rule) => {
    const small = [...root.querySelectorAll<HTMLElement>("button, a, select, textarea, label.option, label.tick")]
      .filter((one) => !one.classList.contains("when") && one.getClientRects().length > 0 && one.getBoundingClientRect().height < 48)
      .map((one) => one.outerHTML);
    expect(small, rule).toEqual([]);
  },
  "nothing is wider than the phone, also with text twice as large": (_, __, rule) => {
    for (const size of ["", "212.5%"]) {
      document.documentElement.style.fontSize = size;
      expect(document.documentElement.scrollWidth, `${rule} ${size}`).toBeLessThanOrEqual(window.innerWidth);
    }
    document.documentElement.style.fontSize = "";
  },
  "axe finds nothing, in light and dark": async ({ root }, _, rule) => {
    for (const theme of ["light", "dark"]) {
      document.documentElement.dataset["theme"] = theme;
      expect(await faults(root), `${rule}: ${theme}`).toEqual([]);
    }
  },
  "Leave leaves": (shown, _, rule) => {
    shown.button("Leave").click();
    expect(shown.asked, rule).toContain("leave https://www.wikipedia.org/");
  },
};

describe.each(names)("screen %s", (name) => {
  // Drawn once: a case with one of everything takes longer to make than to look at.
  test("keeps the rules of every screen", async () => {
    const shown = await open(name);
    for (const [rule, check] of Object.entries(rules)) await check(shown, name, rule);
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
