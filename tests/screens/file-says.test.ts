import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { takeIn } from "../../src/app/intake.ts";
import type { CaseState } from "../../src/case/state.ts";
import { pictureNamed } from "../evidence/corpus/bytes.ts";
import { jpegHeads, jpegTails, jpegWith } from "../evidence/corpus/jpeg.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { ids, sampleCommands } from "./sample.ts";
import { faults, loudControls, show, type Shown } from "./support.ts";

let open: RealApp | undefined;
afterEach(() => {
  open?.client.end();
  open = undefined;
});

const stateOf = ({ app }: RealApp): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
const photo = jpegWith("baseline.jpg", Object.keys(jpegHeads), Object.keys(jpegTails));

/** A real vault with these files in it. */
const withFiles = async (files: readonly File[]): Promise<Shown & RealApp> => {
  open = await realApp(sampleCommands.filter((command) => command.do !== "add-evidence"));
  for (const file of files) {
    const claims = { role: "content", about: [], pictures: [ids.picture], capturedAt: null, capturedBy: "person", came: "import" } as const;
    const taken = await takeIn(open.app, file, claims, () => undefined);
    if (!taken.ok) throw new Error(taken.error.code);
  }
  return { ...show(open), ...open };
};
const picture = (shown: RealApp, name: string): string => {
  const item = [...stateOf(shown).evidence.values()].find((one) => one.name === name);
  if (item === undefined) throw new Error(`no file ${name}`);
  return item.id;
};
const says = async (shown: Shown, words: string | RegExp): Promise<void> => {
  await vi.waitFor(() => expect(shown.root.textContent).toMatch(words), 10_000);
};
const tick = async (shown: Shown, words: string): Promise<void> => {
  const label = await vi.waitFor(() => {
    const found = [...shown.root.querySelectorAll("label")].find((one) => one.textContent.includes(words));
    if (found === undefined) throw new Error(`no tick ${words}`);
    return found;
  }, 10_000);
  await userEvent.click(label);
};

describe("what a kept file says about itself", () => {
  test("is read when somebody asks, and shown in words until the screen is left", async () => {
    const shown = await withFiles([new File([photo], "photo.jpg")]);
    shown.app.go("picture", { evidence: picture(shown, "photo.jpg") });
    await shown.heading("Page with the picture");
    expect(shown.root.textContent).not.toContain("52.51630");
    shown.button("Look at the details").click();
    await says(shown, /Place.*52\.51630, 13\.37770/u);
    for (const words of ["mark-maker mark-model", "mark-serial", "mark-owner", "mark-city", "A short video is in the file", "It notes how"])
      expect(shown.root.textContent).toContain(words);
    expect(shown.root.textContent).toContain("When you share it, a copy without these details goes");
    expect(await faults(shown.root)).toEqual([]);
    shown.app.go("links");
    await shown.heading("Links");
    shown.app.back();
    await shown.heading("Page with the picture");
    expect(shown.root.textContent).not.toContain("52.51630");
  });

  test.each([
    ["moving.webp", pictureNamed("moving.webp"), "That does not work for pictures that move."],
    ["cut.jpg", photo.slice(0, 15_000), "The file is cut off or damaged."],
    [
      "film.mp4",
      new Uint8Array([0, 0, 0, 16, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 0, 0]),
      "Details of this kind of file cannot be read here.",
    ],
  ])("of %s nothing can be taken out, and that is said", async (name, bytes, words) => {
    const shown = await withFiles([new File([bytes], name)]);
    shown.app.go("picture", { evidence: picture(shown, name) });
    await shown.heading("Page with the picture");
    shown.button("Look at the details").click();
    await says(shown, words);
    expect(shown.root.textContent).toContain("If you share it, they go along.");
  });

  test("is not read of a file that may not be shown", async () => {
    const shown = await withFiles([new File([photo], "photo.jpg")]);
    const sent = await shown.app.send({ do: "answer-age", picture: ids.picture, age: "under18" });
    expect(sent.ok).toBe(true);
    shown.app.go("picture", { evidence: picture(shown, "photo.jpg") });
    await shown.heading("Page with the picture");
    expect(shown.root.textContent).not.toContain("What the file says about itself");
  });
});

describe("sharing", () => {
  test("sends copies unless the exact files are asked for, and says which file goes as it is", async () => {
    const shown = await withFiles([new File([photo], "photo.jpg"), new File([pictureNamed("moving.webp")], "moving.webp")]);
    shown.app.go("share");
    await shown.heading("Who is it for?");
    await tick(shown, "Police");
    shown.button("Continue").click();
    await vi.waitFor(() => shown.button("Continue"));
    shown.button("Continue").click();
    await shown.heading("What goes in");
    expect(shown.root.textContent).not.toContain("Send the exact files");
    await tick(shown, "photo.jpg");
    await tick(shown, "moving.webp");
    expect(shown.root.textContent).toContain("Police or a lawyer may need the exact file.");
    expect(loudControls(shown.root)).toEqual([]);
    expect(await faults(shown.root)).toEqual([]);
    shown.button("Continue").click();
    await says(shown, "a copy without hidden details");
    await says(shown, "1 file goes as it is");
    await says(shown, "That does not work for pictures that move.");
    expect(await faults(shown.root)).toEqual([]);
    shown.button("Back").click();
    await tick(shown, "Send the exact files");
    shown.button("Continue").click();
    await says(shown, "The exact files go");
    expect(shown.root.textContent).not.toContain("a copy without hidden details");
  });
});
