import { jsPDF } from "jspdf";
import { afterEach, expect, test, vi } from "vitest";
import type { App } from "../../src/app/types.ts";
import { takeIn } from "../../src/app/intake.ts";
import type { Evidence } from "../../src/case/state.ts";
import { decodePng } from "../../src/evidence/cover/png-decode.ts";
import { ok } from "../../src/lib/result.ts";
import { openPagesHere } from "../../src/main-pages.ts";
import { chunkNames } from "../evidence/png-support.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { ids, sampleCommands } from "./sample.ts";
import { faults, loudControls, show, type Shown } from "./support.ts";

let made: RealApp | undefined;
afterEach(() => {
  made?.client.end();
  made = undefined;
});

/** Fifths, which a PDF writes without rounding. */
const colourOn = (page: number): [number, number, number] => [51 * (page % 5), 51 * Math.floor(page / 5), 204];
const letter = (pages: number, encrypted = false): File => {
  const pdf = new jsPDF({
    unit: "pt",
    format: [400, 600],
    ...(encrypted ? { encryption: { userPassword: "x", ownerPassword: "y" } } : {}),
  });
  for (let n = 1; n <= pages; n++) {
    if (n > 1) pdf.addPage([400, 600]);
    pdf.setFillColor(...colourOn(n)).rect(0, 0, 400, 300, "F");
  }
  return new File([pdf.output("arraybuffer")], encrypted ? "locked.pdf" : "letter.pdf");
};
const viewOf = ({ app }: Pick<RealApp, "app">) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view;
};
const start = async (file: File, pages?: App["pages"]): Promise<{ readonly shown: Shown & RealApp; readonly item: Evidence }> => {
  const real = await realApp(sampleCommands.filter(({ do: what }) => what !== "add-evidence"));
  made = pages === undefined ? real : { ...real, app: { ...real.app, pages } };
  const claims = {
    role: "other",
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
  const shown = { ...made, ...show(made) };
  shown.app.go("picture", { evidence: item.id });
  await shown.heading(/./u);
  return { shown, item };
};
const sees = (shown: Shown, words: string): Promise<void> => vi.waitFor(() => expect(shown.root.textContent).toContain(words), 20_000);
const page = (shown: Shown, place: string): Promise<HTMLCanvasElement> =>
  vi.waitFor(() => {
    const canvas = shown.root.querySelector<HTMLCanvasElement>(`canvas[aria-label$="${place}"]`);
    if (canvas === null || canvas.closest("[hidden]") !== null || canvas.width !== 1400) throw new Error(`${place} is not drawn`);
    return canvas;
  }, 20_000);
const colourOf = (canvas: HTMLCanvasElement): readonly number[] => {
  const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
  pen?.drawImage(canvas, 0, 0);
  return [...(pen?.getImageData(100, 100, 1, 1).data ?? [])];
};

test("pages of a PDF: covered, one at a time, covered again when the page is hidden, kept as a picture of exactly what is seen", async () => {
  const { shown, item } = await start(letter(7));
  expect(shown.root.querySelector("canvas")).toBeNull();
  shown.button(/Covered · PDF/u).click();
  expect(colourOf(await page(shown, "Page 1 of 7"))).toEqual([...colourOn(1), 255]);
  expect(await faults(shown.root)).toEqual([]);
  expect(loudControls(shown.root)).toEqual([]);
  expect(shown.button("Page before").disabled).toBe(true);
  shown.button("Next page").click();
  expect(colourOf(await page(shown, "Page 2 of 7"))).toEqual([...colourOn(2), 255]);
  shown.button("Larger").click();
  await vi.waitFor(() => expect(shown.root.querySelector("[role=group][tabindex='0'] canvas")).not.toBeNull());
  expect(await faults(shown.root)).toEqual([]);

  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(shown.root.querySelector("canvas")).toBeNull());
  shown.button(/Covered · PDF/u).click();
  await page(shown, "Page 1 of 7");
  const field = shown.root.querySelector<HTMLInputElement>(".field input");
  if (field === null) throw new Error("no field");
  field.value = "6";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.button("Go").disabled).toBe(false));
  shown.button("Go").click();
  expect(colourOf(await page(shown, "Page 6 of 7"))).toEqual([...colourOn(6), 255]);

  shown.button("Keep this page as a picture").click();
  await sees(shown, "Kept as a picture of its own.");
  const kept = [...viewOf(shown).state.evidence.values()].at(-1);
  expect(kept).toMatchObject({
    name: "letter-page-6.png",
    type: "image/png",
    came: "made",
    source: { evidence: item.id, sha256: item.sha256, how: "page", at: "6" },
    pictures: item.pictures,
  });
  const read = await shown.client.vault.readFile(viewOf(shown).caseId, kept?.file ?? "");
  if (!read.ok) throw new Error(read.error.code);
  const bytes = new Uint8Array(read.value);
  expect(new Set(chunkNames(bytes))).toEqual(new Set(["IHDR", "IDAT", "IEND"]));
  const png = await decodePng(bytes);
  expect([png?.width, png?.height]).toEqual([1400, 2100]);
  expect([...(png?.data.subarray(1_400_400, 1_400_404) ?? [])]).toEqual([...colourOn(6), 255]);

  // From the page to its file and back, and to covering.
  await sees(shown, "Made from");
  expect(shown.root.textContent).toContain("Page 6");
  expect(shown.button("Cover parts of it").disabled).toBe(false);
  expect(await faults(shown.root)).toEqual([]);
  shown.app.go("picture", { evidence: item.id });
  await sees(shown, "Pictures kept from this file");
});

test("while a page is being kept no other is turned to; where it cannot be drawn once more that is said, and it can be tried again", async () => {
  const answers: ((mayDraw: boolean) => void)[] = [];
  // The real drawing, where the second draw of a page and those after it wait until they are let through, or fail.
  const { shown } = await start(letter(7), async (source) => {
    const opened = await openPagesHere(source);
    if (!opened.ok) return opened;
    let draws = 0;
    const draw = async (number: number) => {
      if (++draws > 1 && !(await new Promise<boolean>((resolve) => answers.push(resolve)))) throw new Error("the browser did not");
      return opened.value.draw(number);
    };
    return ok({ ...opened.value, hasMore: true, draw });
  });
  const answer = async (mayDraw: boolean): Promise<void> => {
    await vi.waitFor(() => expect(answers.length).toBe(1));
    answers.pop()?.(mayDraw);
  };
  shown.button(/Covered · PDF/u).click();
  await page(shown, "Page 1 of 7");
  expect(shown.root.textContent).toContain("These are its first 7.");
  shown.button("Keep this page as a picture").click();
  await vi.waitFor(() => expect(shown.button("Next page").ariaBusy).toBe("true"));
  shown.button("Next page").click();
  await answer(false);
  await sees(shown, "This browser could not make a picture of it.");
  await vi.waitFor(() => expect(shown.button("Keep this page as a picture").ariaBusy).toBe("false"));
  await page(shown, "Page 1 of 7");
  expect(shown.button("Next page").ariaBusy).toBe("false");
  shown.button("Keep this page as a picture").click();
  await answer(true);
  await sees(shown, "Kept as a picture of its own.");
  expect([...viewOf(shown).state.evidence.values()].at(-1)).toMatchObject({ source: { how: "page", at: "1" } });
});

test("a PDF with a password, and one that is not whole, are covered again with a sentence", async () => {
  const locked = await start(letter(1, true));
  locked.shown.button(/Covered · PDF/u).click();
  await sees(locked.shown, "This PDF opens only with a password");
  made?.client.end();
  const half = await start(new File([(await letter(2).arrayBuffer()).slice(0, 400)], "half.pdf"));
  half.shown.button(/Covered · PDF/u).click();
  await sees(half.shown, "This PDF is damaged");
});
