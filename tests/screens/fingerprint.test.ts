import { afterEach, describe, expect, test, vi } from "vitest";
import contentUrl from "../samples/content-page.png?url";
import { holdAgainst, makeFingerprint } from "../../src/app/fingerprints.ts";
import { takeIn } from "../../src/app/intake.ts";
import type { Command } from "../../src/case/commands.ts";
import type { Age } from "../../src/case/events.ts";
import type { CaseState } from "../../src/case/state.ts";
import { ok } from "../../src/lib/result.ts";
import { openedApp, testApp, type TestApp } from "../app/test-app.ts";
import { vector } from "../evidence/pdq-vectors.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { ids, sampleCommands } from "./sample.ts";
import { show, showCase, type Shown } from "./support.ts";

type Page = Shown & RealApp & { readonly copied: readonly string[] };
let open: RealApp | undefined;
afterEach(() => {
  open?.client.end();
  open = undefined;
});

const fileOf = async (name: string): Promise<File> => new File([await vector(name).blob()], name);
const stateOf = ({ app }: TestApp): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
const commands = (age: Age | null): readonly Command[] =>
  sampleCommands
    .filter((command) => command.do !== "add-evidence")
    .flatMap((command): readonly Command[] => (command.do !== "answer-age" ? [command] : age === null ? [] : [{ ...command, age }]));

/** The chooser answers with these, one after the other. */
const start = async (age: Age | null, ...files: readonly File[]): Promise<Page> => {
  const rest = [...files];
  const copied: string[] = [];
  open = await realApp(commands(age), { pickFiles: async () => rest.splice(0, 1), copy: async (text) => copied.push(text) > 0 });
  return { ...show(open), ...open, copied };
};
const press = async (shown: Shown, words: string | RegExp): Promise<void> => {
  await vi.waitFor(() => expect(shown.button(words).disabled).toBe(false), 20_000);
  shown.button(words).click();
};
const says = (shown: Shown, words: string): Promise<void> => vi.waitFor(() => expect(shown.root.textContent).toContain(words), 20_000);
const buttons = (shown: Shown): readonly string[] => [...shown.root.querySelectorAll("button")].map((one) => one.textContent.trim());

describe("the original of a picture", () => {
  test("is read once, told in three values to be copied, and nothing of it is stored", async () => {
    const shown = await start("adult", await fileOf("plasma-1.png"));
    const imports = vi.spyOn(shown.client.vault, "importFile");
    shown.app.go("picture", { picture: ids.picture });
    await shown.heading("blue room");
    await press(shown, "Make a fingerprint of the original");
    await shown.heading("Fingerprint");
    expect(shown.root.textContent).toContain("Services such as StopNCII or Take It Down make their own");
    expect(shown.root.textContent).toContain("There is nothing to look at in it");
    await press(shown, "Choose the file");
    await says(shown, "Made here");
    const [made] = stateOf(shown).fingerprints.values();
    expect(made).toMatchObject({ picture: ids.picture, pdq: vector("plasma-1.png").hash, quality: 100, size: 345_644, type: "image/png" });
    for (const value of [made?.sha256, made?.md5, made?.pdq]) expect(shown.root.textContent).toContain(value);
    expect(shown.root.textContent).toContain("Quality 100 of 100: good enough to compare.");
    await press(shown, "Copy What it looks like (PDQ)");
    await vi.waitFor(() => expect(shown.copied).toEqual([vector("plasma-1.png").hash]));
    await press(shown, "Copy For services that ask for it (MD5)");
    await vi.waitFor(() => expect(shown.copied.at(-1)).toBe(made?.md5));
    expect(imports).not.toHaveBeenCalled();
    expect(stateOf(shown).evidence.size).toBe(0);
  });

  test("is told twice only once; says where there is too little to see; and of a video why it has two values", async () => {
    const bytes = new Uint8Array(2_100_000);
    bytes.set([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
    const [one, plain] = await Promise.all([fileOf("plasma-2.png"), fileOf("gradient.png")]);
    const shown = await start("adult", one, one, plain, new File([bytes], "clip.mp4"));
    shown.app.go("fingerprint", { picture: ids.picture });
    await shown.heading("Fingerprint");
    await press(shown, "Choose the file");
    await says(shown, "Made here");
    await press(shown, "Choose the file");
    await says(shown, "This is already in your case.");
    expect(stateOf(shown).fingerprints.size).toBe(1);
    await press(shown, "Choose the file");
    await says(shown, "Quality 19 of 100: too little to see in it. It is not compared.");
    await press(shown, "Choose the file");
    await says(shown, "A video or another file does not.");
    expect([...stateOf(shown).fingerprints.values()].at(-1)).toMatchObject({
      type: "video/mp4",
      pdq: null,
      quality: null,
      size: 2_100_000,
    });
  });

  test("in a browser that changes pixels says so in words, and keeps the other two", async () => {
    const made = { sha256: "a".repeat(64), md5: "b".repeat(32), size: 5, type: "image/png" };
    const refused = ok({ ...made, pdq: null, quality: null, turned: [], noPdq: "changed" } as const);
    const base = testApp().app.device;
    const shown = show(
      await openedApp({
        device: { ...base, pickFiles: async () => [new File(["x"], "x.png")] },
        fingerprints: async () => ({ ofFile: async () => refused, ofKept: async () => refused }),
      }),
    );
    for (const command of commands("adult")) await shown.app.send(command);
    shown.app.go("fingerprint", { picture: ids.picture });
    await shown.heading("Fingerprint");
    await press(shown, "Choose the file");
    await says(shown, "This browser changes the pixels that an app reads");
    await says(shown, made.sha256);
    expect(stateOf(shown).fingerprints.size).toBe(1);
  });
});

describe("another file", () => {
  const withOriginal = async (...files: readonly string[]): Promise<Page> => {
    const all = await Promise.all(["plasma-1.png", ...files].map(fileOf));
    const shown = await start("adult", ...all);
    shown.app.go("fingerprint", { picture: ids.picture });
    await shown.heading("Fingerprint");
    await press(shown, "Choose the file");
    await says(shown, "Made here");
    return shown;
  };
  test("found at a link is the same file, the same picture, a different one, or cannot be told", async () => {
    const rows = [
      ["plasma-1.png", "The same file", "same-file", 0],
      ["plasma-1-small.png", "The same picture, edited", "same-picture", 14],
      ["plasma-1-q35.jpg", "The same picture, edited", "same-picture", 6],
      ["plasma-3.png", "A different picture", "different", 132],
      ["plasma-1-covered.png", "Some of it looks the same", "cant-tell", 74],
      ["flat.png", "There is too little to see in one of the two", "cant-tell", null],
    ] as const;
    const shown = await withOriginal(...rows.map(([name]) => name));
    for (const [i, [name, words, verdict, distance]] of rows.entries()) {
      shown.app.go("link", { link: ids.linkA });
      await shown.heading("clipmirror.example");
      await press(shown, "Is this the same picture?");
      await shown.heading("Is this the same picture?");
      await press(shown, "Choose the file");
      await vi.waitFor(() => expect(stateOf(shown).comparisons).toHaveLength(i + 1), 20_000);
      await vi.waitFor(() => expect(shown.root.querySelector(".card")?.textContent).toContain(words));
      expect(stateOf(shown).comparisons.at(-1)).toMatchObject({ verdict, about: `link:${ids.linkA}`, quality: vector(name).quality });
      const bits = stateOf(shown).comparisons.at(-1)?.distance ?? -1;
      expect([name, bits === -1, bits <= (distance ?? -1)]).toEqual([name, distance === null, true]);
      expect(buttons(shown).includes("Report this link")).toBe(verdict.startsWith("same"));
    }
    expect(stateOf(shown).evidence.size).toBe(0);
  });

  test("several of them, one after the other, with what came of the earlier ones", async () => {
    const shown = await withOriginal("plasma-2.png", "plasma-1-rot90.png");
    await press(shown, "Is a new copy the same picture?");
    await shown.heading("Is this the same picture?");
    await press(shown, "Choose the file");
    await says(shown, "A different picture");
    await press(shown, "Try another file");
    await says(shown, "The same picture, edited");
    await says(shown, "Held against it before");
    expect(stateOf(shown).comparisons.map(({ verdict }) => verdict)).toEqual(["different", "same-picture"]);
    expect(buttons(shown)).toContain("Add the link where it is");
  });

  test("cannot be held against anything before there is a fingerprint", async () => {
    const shown = await showCase(commands("adult"));
    shown.app.go("same-picture", { link: ids.linkA });
    await shown.heading("Is this the same picture?");
    expect(shown.root.textContent).toContain("There is no fingerprint yet to hold it against");
    await press(shown, "Make a fingerprint of the original");
    await shown.heading("Fingerprint");
  });
});

describe("a kept file", () => {
  test("is fingerprinted from the vault, piece by piece", async () => {
    const shown = await start("adult");
    const page = new File([await (await fetch(contentUrl)).blob()], "content-page.png");
    const claims = {
      role: "content",
      about: ["case"],
      pictures: [ids.picture],
      capturedAt: null,
      capturedBy: "person",
      came: "drop",
    } as const;
    const taken = await takeIn(shown.app, page, claims, () => undefined);
    if (!taken.ok) throw new Error(taken.error.code);
    shown.app.go("picture", { evidence: taken.value });
    await shown.heading("Page with the picture");
    await press(shown, "Make its fingerprint");
    await shown.heading("Fingerprint");
    await press(shown, "Make its fingerprint");
    await says(shown, "What it looks like (PDQ)");
    const item = stateOf(shown).evidence.get(taken.value);
    expect(item?.fingerprint?.pdq).toMatch(/^[0-9a-f]{64}$/u);
    expect(shown.root.textContent).toContain(item?.fingerprint?.pdq);
    expect(shown.root.textContent).toContain(item?.sha256);
    await shown.app.send({ do: "answer-age", picture: ids.picture, age: "under18" });
    await shown.heading("No fingerprint is made of this picture");
    expect(shown.root.textContent).not.toContain(item?.fingerprint?.pdq);
  });
});

describe("under 18, or not known", () => {
  test.each(["under18", "unknown"] as const)("%s: no chooser, no value, and a hotline", async (age) => {
    const shown = await showCase(commands(age));
    shown.app.go("picture", { picture: ids.picture });
    await shown.heading("blue room");
    expect(buttons(shown)).not.toContain("Make a fingerprint of the original");
    for (const screen of ["fingerprint", "same-picture"] as const) {
      shown.app.go(screen, { picture: ids.picture });
      await shown.heading(screen === "fingerprint" ? "No fingerprint is made of this picture" : "Is this the same picture?");
      expect(buttons(shown)).not.toContain("Choose the file");
    }
  });

  test("not answered yet: the question comes first", async () => {
    const shown = await showCase(commands(null));
    shown.app.go("fingerprint", { picture: ids.picture });
    await shown.heading("Was everyone in “blue room” 18 or older when it was taken?");
    expect(buttons(shown)).not.toContain("Choose the file");
  });

  test("an age that is corrected later ends both, and takes the values off the screen", async () => {
    const shown = await start("adult", await fileOf("plasma-1.png"), await fileOf("plasma-1-small.png"));
    shown.app.go("fingerprint", { picture: ids.picture });
    await shown.heading("Fingerprint");
    await press(shown, "Choose the file");
    await says(shown, vector("plasma-1.png").hash);
    await shown.app.send({ do: "answer-age", picture: ids.picture, age: "under18" });
    await shown.heading("No fingerprint is made of this picture");
    expect(shown.root.textContent).not.toContain(vector("plasma-1.png").hash);
    shown.app.go("same-picture", { link: ids.linkA });
    await shown.heading("No fingerprint is made of this picture");
    expect(buttons(shown)).not.toContain("Choose the file");
  });

  test("is refused before a byte is read, whatever the screen shows", async () => {
    const shown = await showCase(commands("under18"));
    const unreadable = new Blob(["x"]);
    Object.defineProperty(unreadable, "slice", {
      value: () => {
        throw new Error("was read");
      },
    });
    expect(await makeFingerprint(shown.app, ids.picture, unreadable, () => true)).toEqual({ ok: false, error: { code: "media-under-18" } });
    expect(await holdAgainst(shown.app, ids.picture, "case", unreadable, () => true)).toEqual({
      ok: false,
      error: { code: "unknown-subject" },
    });
  });
});
