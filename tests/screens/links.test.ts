import { describe, expect, test, vi } from "vitest";
import linksText from "../samples/links.txt?raw";
import { openedApp, type TestApp } from "../app/test-app.ts";
import { ids, sampleCommands } from "./sample.ts";
import { show, showCase, type Shown } from "./support.ts";

const stateOf = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const type = (shown: Shown, text: string): void => {
  const field = shown.root.querySelector<HTMLTextAreaElement>("textarea");
  if (field === null) throw new Error("no field");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

/** Scrolls through the page and gathers every row that was ever drawn, by its position. */
const everyRow = async (shown: Shown, count: number): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  const gather = (): void => {
    for (const row of shown.root.querySelectorAll(".virtual-rows li[aria-posinset]"))
      found.set(row.getAttribute("aria-posinset") ?? "", row.textContent);
  };
  for (let at = 0; found.size < count; at += 300) {
    window.scrollTo(0, at);
    const before = found.size;
    await vi.waitFor(() =>
      expect(window.scrollY >= Math.min(at, document.documentElement.scrollHeight - window.innerHeight) - 1).toBe(true),
    );
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    gather();
    if (found.size === before && window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1) break;
  }
  return found;
};

const addLinks = async (text: string): Promise<Shown> => {
  const shown = show(await openedApp());
  shown.app.go("add-links");
  await shown.heading("Add links");
  type(shown, text);
  await vi.waitFor(() => expect(shown.button("Read it").disabled).toBe(false));
  shown.button("Read it").click();
  await shown.heading("What we read");
  return shown;
};

describe("a paste", () => {
  test("accounts for all 43 lines of what people really paste, and keeps each link byte for byte", async () => {
    const shown = await addLinks(linksText);
    const rows = await everyRow(shown, 43);
    expect([...rows.keys()].map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1));
    const line = (n: number): string => rows.get(String(n)) ?? "";
    expect(line(2)).toContain("Link");
    expect(line(3)).toContain("Same page as line 2");
    expect(line(18)).toContain("pornhub.com");
    expect(line(37)).toContain("Account name");
    expect(line(38)).toContain("Not usable as a link");
    expect(line(41)).toContain("U+202E");
    expect(line(42)).toContain("is empty");
    expect(line(43)).toContain("Text, kept");
    shown.button(/^Keep all/u).click();
    await shown.heading("Links");
    const state = stateOf(shown);
    const raw = linksText.split(/\r?\n/u);
    for (const { text, repeats } of state.links.values()) for (const one of [text, ...repeats]) expect(linksText).toContain(one);
    const kept = [...state.links.values()].flatMap(({ text, repeats }) => [text, ...repeats]);
    const texts = [...state.texts.values()].map(({ value }) => value);
    for (const one of raw.filter((text) => text.trim() !== "")) expect(kept.includes(one) || texts.includes(one)).toBe(true);
    const lookAlike = [...state.links.values()].find(({ host }) => host === "help.porn-hub.website");
    expect(lookAlike?.platform).toBe(null);
  });

  test("joins what is there already", async () => {
    const shown = await showCase();
    shown.app.go("add-links");
    await shown.heading("Add links");
    type(shown, "http://www.clipmirror.example/u/grey_harbor_42?sort=new");
    await vi.waitFor(() => expect(shown.button("Read it").disabled).toBe(false));
    shown.button("Read it").click();
    await shown.heading("What we read");
    expect(shown.root.textContent).toContain("In your case already");
    shown.button(/^Keep/u).click();
    await shown.heading("Links");
    expect(stateOf(shown).links.get(ids.linkB)?.repeats).toEqual(["http://www.clipmirror.example/u/grey_harbor_42?sort=new"]);
  });

  test("of 1,000 lines is read and kept in pieces, with all of it there in the end", async () => {
    const text = Array.from({ length: 1000 }, (_, i) => `https://host${String(i % 46)}.example/p/${String(i)}`).join("\n");
    const shown = await addLinks(text);
    const before = shown.vault.appends();
    shown.button(/^Keep all/u).click();
    await shown.heading("Links");
    expect(stateOf(shown).links.size).toBe(1000);
    expect(shown.vault.appends() - before).toBe(5);
  });
});

describe("the list", () => {
  test("10,000 links: no more than 60 rows are in the page, and the last can be reached", async () => {
    const made = await openedApp();
    for (let from = 0; from < 10_000; from += 1000)
      await made.app.send({
        do: "paste",
        from: "import",
        pictures: [],
        lines: Array.from({ length: 1000 }, (_, i) => {
          const n = String(from + i);
          const site = `site${String((from + i) % 50)}.example`;
          const text = `https://${site}/v/${n}`;
          return {
            as: "link",
            body: { link: n.padStart(32, "0"), text, key: `${site}/v/${n}`, host: site, site, platform: null },
          } as const;
        }),
      });
    const shown = show(made);
    shown.app.go("links");
    await shown.heading("Links");
    const drawn = () => shown.root.querySelectorAll(".virtual-rows li").length;
    await vi.waitFor(() => expect(drawn()).toBeGreaterThan(8));
    expect(drawn()).toBeLessThanOrEqual(60);
    expect(shown.root.textContent).toContain("10,000");
    const find = shown.root.querySelector<HTMLInputElement>('input[type="search"]');
    if (find === null) throw new Error("no field");
    find.value = "/v/9999";
    find.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await vi.waitFor(() => expect(shown.root.querySelector(".virtual-rows")?.textContent).toContain("/v/9999"));
    find.value = "v/";
    find.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await vi.waitFor(() => expect(document.documentElement.scrollHeight).toBeGreaterThan(100_000));
    window.scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      expect(shown.root.querySelector(".virtual-rows")?.textContent).toContain("/v/9999");
    });
    expect(drawn()).toBeLessThanOrEqual(60);
  });

  test("says per site what is still needed", async () => {
    const shown = await showCase(sampleCommands);
    shown.app.go("links");
    await shown.heading("Links");
    await vi.waitFor(() => expect(shown.root.textContent).toContain("2 links · 1 reported · 1 to report"));
  });
});
