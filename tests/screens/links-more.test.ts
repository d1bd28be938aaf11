import { describe, expect, test, vi } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import type { CaseState } from "../../src/case/state.ts";
import { ids, sampleCommands } from "./sample.ts";
import { showCase, type Shown } from "./support.ts";

const stateOf = ({ app }: Shown): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
const under18: readonly Command[] = sampleCommands
  .filter((command) => command.do !== "add-evidence")
  .map((command) => (command.do === "answer-age" ? { ...command, age: "under18" } : command));

const option = (shown: Shown, words: string): Promise<void> =>
  vi.waitFor(() => {
    const found = [...shown.root.querySelectorAll("main label")].find((one) => one.textContent.startsWith(words));
    const input = found?.querySelector("input");
    if (input === null || input === undefined) throw new Error(`no option ${words}`);
    input.click();
  });
const press = async (shown: Shown, words: string): Promise<void> => {
  await vi.waitFor(() => expect(shown.button(words).disabled).toBe(false));
  shown.button(words).click();
};
const fill = (shown: Shown, n: number, text: string): void => {
  const field = shown.root.querySelectorAll<HTMLInputElement>("main input[type=text]")[n];
  if (field === undefined) throw new Error("no field");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

describe("a link", () => {
  test("is opened only after a question that says what it reveals; copying can be cleared", async () => {
    const shown = await showCase();
    shown.app.go("link", { link: ids.linkA });
    await shown.heading("clipmirror.example");
    await press(shown, "Copy");
    await press(shown, "Clear the copy");
    await vi.waitFor(() => expect(shown.asked).toContain("clear"));
    await vi.waitFor(() => shown.button("Open it").click());
    const dialog = await vi.waitFor(() => {
      const found = shown.root.querySelector("dialog");
      if (found === null) throw new Error("nothing asked");
      return found;
    });
    expect(dialog.textContent).toContain("It stays in the history of this browser.");
    expect(shown.asked.some((what) => what.startsWith("open"))).toBe(false);
    [...dialog.querySelectorAll("button")].find(({ textContent }) => textContent !== "Leave")?.click();
    expect(shown.asked).toContain("open https://clipmirror.example/watch?v=8f3kQz_01&ref=u%2Fgrey_harbor_42#t=12");
  });

  test("keeps what is written about it", async () => {
    const shown = await showCase();
    shown.app.go("link", { step: "note-uploader", subject: "site:clipmirror.example", site: "clipmirror.example" });
    await shown.heading("clipmirror.example");
    await vi.waitFor(() => fill(shown, 0, "grey_harbor_42"));
    await press(shown, "Save");
    await vi.waitFor(() => expect(stateOf(shown).links.get(ids.linkB)?.notes.uploader).toBe("grey_harbor_42"));
  });
});

describe("looking again", () => {
  test("adult: what was found and who looked, nothing preselected", async () => {
    const shown = await showCase();
    shown.app.go("check-link", { link: ids.linkA });
    await shown.heading("Is it gone?");
    expect(shown.root.querySelectorAll("main input:checked")).toHaveLength(0);
    await option(shown, "Gone");
    expect(shown.button("Save").disabled).toBe(true);
    await option(shown, "A helper");
    await press(shown, "Save");
    await vi.waitFor(() => expect(stateOf(shown).links.get(ids.linkA)?.checks).toMatchObject([{ found: "gone", by: "helper" }]));
  });

  test("who goes on while it is being saved is not called back", async () => {
    const shown = await showCase();
    for (const things of [{ link: ids.linkA }, { place: ids.place, subject: `place:${ids.place}`, step: "check-place" }] as const) {
      shown.app.go("case");
      await shown.heading("Your case");
      shown.app.go("check-link", things);
      await shown.heading(/^Is (?:it|the group) gone\?$/u);
      await option(shown, "Gone");
      await option(shown, "A helper");
      await vi.waitFor(() => expect(shown.button("Save").disabled).toBe(false));
      const { size } = stateOf(shown);
      shown.button("Save").click();
      shown.app.go("timeline");
      await vi.waitFor(() => expect(stateOf(shown).size).toBe(size + 1));
      await shown.heading("Timeline");
      expect(shown.app.state().route.screen).toBe("timeline");
    }
  });

  test("under 18: only the hotline looks", async () => {
    const shown = await showCase(under18);
    shown.app.go("check-link", { link: ids.linkA });
    await shown.heading("What does the hotline say?");
    expect(shown.root.textContent).toContain("Do not open it.");
    expect(shown.root.textContent).not.toContain("How to look safely");
    await option(shown, "Still there");
    await press(shown, "Save");
    await vi.waitFor(() => expect(stateOf(shown).links.get(ids.linkA)?.checks).toMatchObject([{ found: "still-there", by: "hotline" }]));
  });

  test("a group is asked about without joining", async () => {
    const shown = await showCase();
    shown.app.go("check-link", { place: ids.place, subject: `place:${ids.place}`, step: "check-place" });
    await shown.heading("Is the group gone?");
    expect(shown.root.textContent).toContain("Do not join to look.");
    await option(shown, "Gone");
    await option(shown, "A hotline");
    await press(shown, "Save");
    await vi.waitFor(() => expect(stateOf(shown).places.get(ids.place)?.checks).toMatchObject([{ found: "gone", by: "hotline" }]));
  });
});

describe("search results", () => {
  test("are noted for each link and engine, and asked for all at once", async () => {
    const shown = await showCase();
    shown.app.go("search");
    await shown.heading("Search results");
    await option(shown, "Not shown");
    await vi.waitFor(() => expect(stateOf(shown).links.get(ids.linkA)?.search["google-search"]?.state).toBe("out"));
    await press(shown, "I asked for all of these");
    await vi.waitFor(() => expect(stateOf(shown).links.get(ids.linkB)?.search["google-search"]?.state).toBe("asked"));
    expect(stateOf(shown).links.get(ids.linkA)?.search["google-search"]?.state).toBe("out");
  });

  test("are not looked for where somebody was under 18", async () => {
    const shown = await showCase(under18);
    shown.app.go("search");
    await shown.heading("Search results");
    expect(shown.root.textContent).toContain("Do not open it.");
    expect(shown.root.textContent).not.toContain("clipmirror.example/watch");
  });
});

test("a fake profile gets its site and platform from its address alone", async () => {
  const shown = await showCase();
  shown.app.go("profiles");
  await shown.heading("Fake profiles");
  await press(shown, "Add a fake profile");
  await shown.heading("Add a fake profile");
  fill(shown, 0, "@ana.sorensen.official");
  fill(shown, 1, "https://www.tiktok.com/@ana.sorensen.official");
  await press(shown, "Save");
  await shown.heading("@ana.sorensen.official");
  expect([...stateOf(shown).profiles.values()].at(-1)).toMatchObject({
    text: "https://www.tiktok.com/@ana.sorensen.official",
    site: "tiktok.com",
    platform: "tiktok",
  });
});

test("a group is kept with what can be seen of it", async () => {
  const shown = await showCase();
  shown.app.go("add-place");
  await shown.heading("Add a group or channel");
  expect(shown.root.textContent).toContain("Do not join to look.");
  fill(shown, 0, "Quay friends");
  fill(shown, 1, "https://t.me/+AbCdEf");
  await press(shown, "Save");
  await shown.heading("Quay friends");
  expect([...stateOf(shown).places.values()].at(-1)).toMatchObject({
    name: "Quay friends",
    invite: "https://t.me/+AbCdEf",
    platform: null,
  });
});
