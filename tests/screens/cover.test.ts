import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { coverPicture, forgetOriginal } from "../../src/app/covering.ts";
import { takeIn } from "../../src/app/intake.ts";
import type { Evidence } from "../../src/case/state.ts";
import { coverColour } from "../../src/evidence/cover/burn.ts";
import { decodePng } from "../../src/evidence/cover/png-decode.ts";
import { chunkNames } from "../evidence/png-support.ts";
import contentUrl from "../samples/content-page.png?url";
import { realApp, type RealApp } from "./real-vault.ts";
import { ids, sampleCommands } from "./sample.ts";
import { faults, loudControls, show, showCase, type Shown } from "./support.ts";

let made: RealApp | undefined;
afterEach(() => {
  made?.client.end();
  made = undefined;
});

const viewOf = ({ app }: Pick<RealApp, "app">) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view;
};
const itemsOf = (shown: Pick<RealApp, "app">): readonly Evidence[] => [...viewOf(shown).state.evidence.values()];

/** A case with one real screenshot. */
const start = async (): Promise<{ readonly shown: Shown & RealApp; readonly item: Evidence }> => {
  made = await realApp(sampleCommands.filter(({ do: what }) => what !== "add-evidence"));
  const file = new File([await (await fetch(contentUrl)).arrayBuffer()], "page.png");
  const claims = {
    role: "content",
    about: [`link:${ids.linkA}`],
    pictures: [ids.picture],
    capturedAt: null,
    capturedBy: "person",
    came: "import",
  } as const;
  const taken = await takeIn(made.app, file, claims, () => undefined);
  if (!taken.ok) throw new Error(taken.error.code);
  const item = viewOf(made).state.evidence.get(taken.value);
  if (item === undefined) throw new Error("not kept");
  return { shown: { ...made, ...show(made) }, item };
};
const pixelsOf = async ({ client, app }: RealApp, item: Evidence) => {
  const read = await client.vault.readFile(viewOf({ app }).caseId, item.file);
  if (!read.ok) throw new Error(read.error.code);
  const bytes = new Uint8Array(read.value);
  const pixels = await decodePng(bytes);
  if (pixels === undefined) throw new Error("not a PNG");
  return { bytes, at: (x: number, y: number) => [...pixels.data.subarray((y * pixels.width + x) * 4, (y * pixels.width + x) * 4 + 3)] };
};
const nameOf = (element: Element | null): string => (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
/** Presses Tab until the control with this name has focus: what a keyboard cannot reach fails here. */
const tabTo = async (words: RegExp): Promise<HTMLElement> => {
  for (let i = 0; i < 60; i++) {
    await userEvent.tab();
    if (document.activeElement instanceof HTMLElement && words.test(nameOf(document.activeElement))) return document.activeElement;
  }
  throw new Error(`Tab does not come to ${String(words)}`);
};
const said = (root: HTMLElement): string =>
  [...root.querySelectorAll("[role=status]")]
    .map((one) => one.textContent)
    .join(" ")
    .trim();
const boxes = (root: HTMLElement): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>("button.cover-box")];

describe("covering a picture", () => {
  test("by keyboard alone, with all of it said: suggested, moved, added, taken off, undone, saved", async () => {
    const { shown, item } = await start();
    shown.app.go("picture", { evidence: item.id });
    await shown.heading(/./u);
    await tabTo(/^Cover parts of it$/u);
    await userEvent.keyboard("{Enter}");
    await shown.heading("Cover parts");
    // Nothing of it was drawn yet.
    expect(shown.root.querySelector("canvas")).toBeNull();
    await tabTo(/^Show the picture with covers$/u);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(1), 20_000);
    expect(await faults(shown.root)).toEqual([]);
    expect(loudControls(shown.root)).toEqual([]);

    const box = await tabTo(/^Cover 1: 0 % from the left, 5 % from the top, 100 % wide, 34 % high$/u);
    expect(box.getAttribute("aria-pressed")).toBe("true");
    await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}");
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    expect(said(shown.root)).toMatch(/^Cover 1: 2 % from the left, 7 % from the top, 98 % wide, 34 % high/u);
    expect(document.activeElement).toBe(box);

    await tabTo(/^Add a cover$/u);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(nameOf(document.activeElement)).toMatch(/^Cover 2: 33 %/u));
    expect(said(shown.root)).toMatch(/^Added\. Cover 2/u);
    await userEvent.keyboard("{Delete}");
    await vi.waitFor(() => expect(nameOf(document.activeElement)).toMatch(/^Cover 1:/u));
    expect(said(shown.root)).toBe("Cover taken off.");
    await tabTo(/^Undo$/u);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(2));
    // The buttons for those who have no arrow keys do the same.
    boxes(shown.root)[1]?.focus();
    await tabTo(/^Left$/u);
    await userEvent.keyboard("{Enter}");
    expect(said(shown.root)).toMatch(/^Cover 2: 31 % from the left/u);
    await tabTo(/^Take it off$/u);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(1));

    await tabTo(/^Continue$/u);
    await userEvent.keyboard("{Enter}");
    await shown.heading("What should be kept?");
    expect(shown.root.querySelector("canvas")).toBeNull();
    expect(await faults(shown.root)).toEqual([]);
    expect(shown.root.querySelector<HTMLInputElement>("input[value=both]")?.checked).toBe(true);
    await tabTo(/^Save the covered copy$/u);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(itemsOf(shown)).toHaveLength(2), 20_000);
    await vi.waitFor(() => expect(shown.root.textContent).toContain("The covered copy is saved. The original stays, hidden."));

    const copy = itemsOf(shown)[1];
    expect(copy).toMatchObject({
      name: "page-covered.png",
      type: "image/png",
      came: "made",
      source: { evidence: item.id, sha256: item.sha256, how: "covered", at: "" },
      about: item.about,
      pictures: item.pictures,
    });
    expect(itemsOf(shown)[0]?.forgotten).toBe(false);
    if (copy === undefined) throw new Error("no copy");
    const [before, after] = [await pixelsOf(shown, item), await pixelsOf(shown, copy)];
    expect(after.at(300, 300)).toEqual([...coverColour]);
    expect(after.at(779, 300)).toEqual([...coverColour]);
    expect(after.at(4, 300)).toEqual(before.at(4, 300));
    expect(after.at(40, 780)).toEqual(before.at(40, 780));
    expect(chunkNames(after.bytes).filter((name) => !["IHDR", "IDAT", "IEND"].includes(name))).toEqual([]);
  });

  test("drawn, moved and pulled by hand; hidden again with the page, the covers stay", async () => {
    const { shown, item } = await start();
    shown.app.go("cover", { evidence: item.id });
    await shown.heading("Cover parts");
    shown.button("Show the picture with covers").click();
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(1), 20_000);
    const stage = shown.root.querySelector(".cover-stage");
    if (stage === null) throw new Error("no stage");
    const { left, top, width, height } = stage.getBoundingClientRect();
    const point = (target: Element | null, type: string, x: number, y: number) =>
      target?.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, bubbles: true, button: 0, clientX: left + x * width, clientY: top + y * height }),
      );
    // Chromium gives a made-up pointer no capture.
    Object.assign(stage, { setPointerCapture: () => undefined });
    const drag = async (target: Element | null, from: readonly [number, number], to: readonly [number, number]) => {
      point(target, "pointerdown", ...from);
      point(stage, "pointermove", ...to);
      await new Promise(requestAnimationFrame);
      point(stage, "pointerup", ...to);
      await new Promise(requestAnimationFrame);
    };
    await drag(stage, [0.9, 0.8], [0.5, 0.6]);
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(2));
    expect(nameOf(boxes(shown.root)[1] ?? null)).toBe("Cover 2: 50 % from the left, 60 % from the top, 40 % wide, 20 % high");
    await drag(boxes(shown.root)[1] ?? null, [0.6, 0.65], [0.4, 0.75]);
    expect(nameOf(boxes(shown.root)[1] ?? null)).toBe("Cover 2: 30 % from the left, 70 % from the top, 40 % wide, 20 % high");
    const corner = shown.root.querySelector(".cover-corner");
    const size = corner?.getBoundingClientRect();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(48);
    await drag(corner, [0.7, 0.9], [0.8, 0.8]);
    expect(nameOf(boxes(shown.root)[1] ?? null)).toBe("Cover 2: 30 % from the left, 70 % from the top, 50 % wide, 10 % high");
    // A tap makes none.
    await drag(stage, [0.1, 0.95], [0.1, 0.95]);
    expect(boxes(shown.root)).toHaveLength(2);
    for (const button of shown.root.querySelectorAll(".cover-tools button"))
      expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);

    document.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(shown.root.querySelector("canvas")).toBeNull());
    shown.button("Show the picture with covers").click();
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(2), 20_000);
  });

  test("only the copy: what is lost is said first; then key and bytes are gone, digest and entry stay", async () => {
    const { shown, item } = await start();
    shown.app.go("cover", { evidence: item.id });
    await shown.heading("Cover parts");
    shown.button("Show the picture with covers").click();
    await vi.waitFor(() => expect(boxes(shown.root)).toHaveLength(1), 20_000);
    shown.button("Continue").click();
    await shown.heading("What should be kept?");
    shown.root.querySelector<HTMLElement>("input[value=copy]")?.click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("Backups that you made before still hold it"));
    expect(await faults(shown.root)).toEqual([]);
    expect(shown.button("Save it and delete the original").disabled).toBe(true);
    shown.root.querySelector<HTMLElement>("input[type=checkbox]")?.click();
    await vi.waitFor(() => expect(shown.button("Save it and delete the original").disabled).toBe(false));
    shown.button("Save it and delete the original").click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("The original is deleted here; its fingerprint stays."), 20_000);
    const { caseId } = viewOf(shown);
    const fingerprint = { md5: expect.stringMatching(/^[0-9a-f]{32}$/u) };
    expect(itemsOf(shown)[0]).toMatchObject({ id: item.id, sha256: item.sha256, forgotten: true, fingerprint });
    expect(await shown.client.vault.readFile(caseId, item.file)).toMatchObject({ ok: false, error: { code: "vault-not-found" } });
    expect(await shown.client.vault.checkIntegrity(caseId)).toMatchObject({ ok: true, value: { files: 1, damage: [] } });
  });

  test("ended after the log said so and before the vault forgot: the next opening finishes it", async () => {
    const { shown, item } = await start();
    const { caseId } = viewOf(shown);
    const copied = await coverPicture(shown.app, item, [{ x: 0, y: 0, width: 50, height: 50 }]);
    expect(copied.ok).toBe(true);
    // The log's entry alone, as if the page had died then.
    await shown.app.send({ do: "forget-original", evidence: item.id, reason: "x" });
    expect((await shown.client.vault.readFile(caseId, item.file)).ok).toBe(true);
    expect(await shown.app.openCase(caseId)).toBe(true);
    await vi.waitFor(async () => expect((await shown.client.vault.readFile(caseId, item.file)).ok).toBe(false));
    expect(await forgetOriginal(shown.app, item, "x")).toMatchObject({ ok: false, error: { code: "already-there" } });
  });

  test("what may not be shown cannot be covered, by any way", async () => {
    const { shown, item } = await start();
    await shown.app.send({ do: "answer-age", picture: ids.picture, age: "under18" });
    shown.app.go("cover", { evidence: item.id });
    await shown.heading("This file cannot be covered here");
    expect(await coverPicture(shown.app, item, [{ x: 0, y: 0, width: 9, height: 9 }])).toMatchObject({
      ok: false,
      error: { code: "media-under-18" },
    });
    expect(itemsOf(shown)).toHaveLength(1);
  });
});

describe("covering words of a message", () => {
  test("chosen in its text, seen as they will look, saved; half a word takes the whole", async () => {
    const shown = await showCase();
    const view = () => viewOf(shown).state;
    const message = [...view().messages.values()].find(({ text }) => text.includes(" "));
    if (message === undefined) throw new Error("no message");
    shown.app.go("cover-words", { message: message.id });
    await shown.heading("Cover words for copies");
    expect(await faults(shown.root)).toEqual([]);
    expect(loudControls(shown.root)).toEqual([]);
    shown.button("Cover the chosen words").click();
    await vi.waitFor(() => expect(said(shown.root)).toContain("No words are chosen yet."));
    const field = shown.root.querySelector("textarea");
    const second = message.text.indexOf(" ") + 1;
    field?.setSelectionRange(second, second + 1);
    shown.button("Cover the chosen words").click();
    await vi.waitFor(() => expect(shown.root.querySelector(".cover-look")?.textContent).toContain("████████"));
    await vi.waitFor(() => expect(shown.button("Save").disabled).toBe(false));
    shown.button("Save").click();
    await vi.waitFor(() => expect(view().messages.get(message.id)?.covered).not.toBeNull());
    const words = message.text.split(/\s+/u);
    expect(view().messages.get(message.id)?.covered?.text.split(/\s+/u)).toEqual([words[0], "████████", ...words.slice(2)]);
    expect(view().messages.get(message.id)?.text).toBe(message.text);
  });
});
