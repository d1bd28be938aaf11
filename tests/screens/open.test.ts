import { jsPDF } from "jspdf";
import { describe, expect, test, vi } from "vitest";
import type { Device, Exporter, OpenedBundle } from "../../src/app/types.ts";
import type { MediaSource } from "../../src/lib/media.ts";
import { ok } from "../../src/lib/result.ts";
import { openPagesHere } from "../../src/main-pages.ts";
import { keepWatch } from "../../src/main-watch.ts";
import { testApp } from "../app/test-app.ts";
import { faults, show, type Shown } from "./support.ts";

const words = ["abacus", "abdomen", "abdominal", "abide", "abiding", "ability"];
const code = Array.from({ length: 12 }, (_, i) => `word${String.fromCharCode(97 + i)}`);
const bundle: OpenedBundle = {
  bundleId: "3f9c0d5e".repeat(4),
  sealedAt: "2026-11-22T09:58:00.000Z",
  label: "my lawyer",
  keyFingerprint: "ab".repeat(32),
  sealCode: code,
  copies: [],
  custody: [],
  checks: [
    { check: "files-listed", outcome: "fail", items: Array.from({ length: 100 }, (_, i) => `data/evidence/${i}.png`), more: 900 },
    { check: "key-known", outcome: "first-time", items: [] },
    { check: "extends-earlier", outcome: "first-time", items: [] },
  ],
  caseJson: null,
  timeline: [],
  files: [{ path: "data/evidence/001-film.mp4", size: 5, type: "video/mp4" }],
};
const notProvided = (): never => {
  throw new Error("this test did not provide that");
};
const exporter = (change: Partial<Exporter>): Exporter => ({
  seal: notProvided,
  copies: notProvided,
  open: async () => ok(bundle),
  readOpened: async () => ok(new TextEncoder().encode("bytes").buffer),
  readOpenedPiece: notProvided,
  closeOpened: async () => undefined,
  plainReport: notProvided,
  stop: async () => undefined,
  ...change,
});

/** "Someone sent me a file", with one chosen, the words typed, and Open tapped. */
const opened = async (change: Partial<Exporter> = {}, device: Partial<Device> = {}): Promise<Shown> => {
  const made = testApp({ exporter: async () => exporter(change), pages: openPagesHere });
  Object.assign(made.app.device, { pickFiles: async () => [new File(["age"], "x.age")], ...device });
  const shown = show(made);
  await made.app.start();
  made.app.go("open");
  await shown.heading("Someone sent me a file");
  await chooseAndOpen(shown);
  return shown;
};

const chooseAndOpen = async (shown: Shown): Promise<void> => {
  shown.button("Choose the file").click();
  const field = await vi.waitFor(() => {
    const found = shown.root.querySelector<HTMLInputElement>("input");
    if (found === null) throw new Error("no field");
    return found;
  });
  field.value = words.join(" ");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.button("Open").disabled).toBe(false));
  shown.button("Open").click();
};

test("a bug while opening ends the bar and is said in one sentence", async () => {
  const shown = await opened({ open: () => Promise.reject(new RangeError("case data")) });
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Something went wrong in the app."));
  expect(shown.root.querySelector("progress")).toBeNull();
  expect(shown.button("Open").disabled).toBe(false);
  expect(shown.root.textContent).not.toContain("case data");
});

describe("the receipt", () => {
  test("says that nothing was compared, and shows the words to compare by at once", async () => {
    const shown = await opened();
    await shown.heading(/Something is not right/u);
    expect(shown.root.textContent.match(/not compared with an earlier file/gu)?.length).toBeGreaterThanOrEqual(2);
    expect(shown.root.textContent).not.toMatch(/first time/iu);
    expect([...shown.root.querySelectorAll(".word")].map((word) => word.textContent)).toEqual(code);
    expect(await faults(shown.root)).toEqual([]);
  });

  test("names a few of the items, and counts all others", async () => {
    const shown = await opened();
    await shown.heading(/Something is not right/u);
    expect(shown.root.textContent).toContain("data/evidence/4.png 995 more");
  });
});

test("saving a file asks for its bytes only once the place is chosen, and never as a Blob", async () => {
  const asked: string[] = [];
  const given: unknown[] = [];
  const shown = await opened(
    { readOpened: async (path) => (asked.push(path), ok(new TextEncoder().encode("bytes").buffer)) },
    {
      saveFile: async (file) => {
        given.push(file instanceof Blob, [...asked]);
        if (!(file instanceof Blob)) given.push(await file());
        return "saved";
      },
    },
  );
  await shown.heading(/Something is not right/u);
  shown.button("Read the report").click();
  await shown.heading("The report");
  shown.button("Save this file: 001-film.mp4").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Saved on this device, not locked."));
  expect(given).toEqual([false, [], new TextEncoder().encode("bytes").buffer]);
  expect(asked).toEqual(["data/evidence/001-film.mp4"]);
});

/** A tenth of a second of nothing, which any browser plays: 8 bits, 8,000 a second, as WAV. */
const silence = (): Blob => {
  const bytes = new Uint8Array(44 + 800).fill(128);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string): void => bytes.set(new TextEncoder().encode(word), at);
  for (const [at, word] of [
    [0, "RIFF"],
    [8, "WAVE"],
    [12, "fmt "],
    [36, "data"],
  ] as const)
    text(at, word);
  for (const [at, long] of [
    [4, 836],
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, 800],
  ] as const)
    view.setUint32(at, long, true);
  for (const [at, short] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, short, true);
  return new Blob([bytes], { type: "audio/wav" });
};

test("a film, a recording and a text in it are read by piece, only once they are uncovered, and not once it is closed", async () => {
  const asked: string[] = [];
  const sources: MediaSource[] = [];
  const ended: string[] = [];
  const tone = URL.createObjectURL(silence());
  const files = [
    { path: "data/evidence/001-other.mp4", size: 2_500_000, type: "video/mp4" },
    { path: "data/evidence/002-other.ogg", size: 9, type: "audio/ogg" },
    { path: "data/evidence/003-message.txt", size: 5, type: "text/plain" },
    { path: "data/evidence/004-other.mp4", size: 5, type: "video/mp4\r\nx: y" },
  ];
  const shown = await opened(
    {
      open: async () => ok({ ...bundle, files }),
      readOpened: notProvided,
      readOpenedPiece: async (path, index) => (asked.push(`${path} ${String(index)}`), ok(new TextEncoder().encode("words").buffer)),
    },
    {
      openMedia: (source) => {
        sources.push(source);
        return { url: tone, end: () => ended.push(source.type) };
      },
    },
  );
  await shown.heading(/Something is not right/u);
  shown.button("Read the report").click();
  await shown.heading("The report");
  const covers = shown.root.querySelectorAll<HTMLElement>("button.covered");
  expect(covers).toHaveLength(3);
  expect([asked, sources]).toEqual([[], []]);
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset["theme"] = theme;
    expect(await faults(shown.root)).toEqual([]);
  }
  covers[2]?.click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("The text of the file, as it is."));
  await vi.waitFor(() => expect([...new Set(asked)]).toEqual(["data/evidence/003-message.txt 0"]));
  covers[0]?.click();
  await vi.waitFor(() => expect(sources).toMatchObject([{ type: "video/mp4", size: 2_500_000 }]));
  // The player and the text, uncovered.
  expect([shown.root.querySelectorAll("video").length, shown.root.querySelectorAll("button.covered").length]).toEqual([1, 1]);
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset["theme"] = theme;
    expect(await faults(shown.root)).toEqual([]);
  }
  expect(await sources[0]?.read(2)).toEqual(new TextEncoder().encode("words").buffer);
  expect(asked.at(-1)).toBe("data/evidence/001-other.mp4 2");
  shown.button("Read and close").click();
  await shown.heading("Someone sent me a file");
  expect(ended).toEqual(["video/mp4"]);
  expect(await sources[0]?.read(0)).toBe(null);
  expect(asked.at(-1)).toBe("data/evidence/001-other.mp4 2");
});

test("a PDF in it is drawn page by page, and no page of it can be kept where there is no record", async () => {
  const pdf = new jsPDF({ unit: "pt", format: [400, 600] });
  pdf.setFillColor(0, 102, 204).rect(0, 0, 400, 600, "F");
  const bytes = pdf.output("arraybuffer");
  const asked: string[] = [];
  const shown = await opened({
    open: async () => ok({ ...bundle, files: [{ path: "data/evidence/001-letter.pdf", size: bytes.byteLength, type: "application/pdf" }] }),
    readOpenedPiece: async (path, index) => (asked.push(`${path} ${String(index)}`), ok(bytes.slice(0))),
  });
  await shown.heading(/Something is not right/u);
  shown.button("Read the report").click();
  await shown.heading("The report");
  expect(asked).toEqual([]);
  shown.root.querySelector<HTMLElement>("button.covered")?.click();
  const canvas = await vi.waitFor(() => {
    const found = shown.root.querySelector("canvas");
    if (found === null || found.closest("[hidden]") !== null || found.width < 400) throw new Error("no page is drawn");
    return found;
  }, 20_000);
  const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
  pen?.drawImage(canvas, 0, 0);
  expect([...(pen?.getImageData(100, 100, 1, 1).data ?? [])]).toEqual([0, 102, 204, 255]);
  expect([...new Set(asked)]).toEqual(["data/evidence/001-letter.pdf 0"]);
  expect(shown.root.textContent).not.toContain("Keep this page");
  expect(await faults(shown.root)).toEqual([]);
});

describe("a page with an opened file and no vault", () => {
  const hide = (isHidden: boolean): void => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (isHidden ? "hidden" : "visible") });
    document.dispatchEvent(new Event("visibilitychange"));
  };

  test("locks in the background like one with a case, and not before or after", async () => {
    const shown = await opened();
    await shown.app.saveSettings({ lockHiddenSeconds: 0 });
    keepWatch(shown.app);
    await shown.heading(/Something is not right/u);
    shown.button("Close").click();
    await shown.heading("Someone sent me a file");
    hide(true);
    hide(false);
    expect(shown.asked).toEqual([]);

    await chooseAndOpen(shown);
    await shown.heading(/Something is not right/u);
    hide(true);
    await vi.waitFor(() => expect(shown.asked).toEqual(["reload"]));
    expect(shown.app.state().view.at).toBe("starting");
    hide(false);
  });
});
