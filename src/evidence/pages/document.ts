import { getDocument, PDFDataRangeTransport } from "pdfjs-dist";
// Puts the half that reads into this worker, where the half that draws finds it.
import "pdfjs-dist/build/pdf.worker.mjs";
import { longestSide, mostCanvas, mostPages, mostPixels, mostPixelsInside, scaleOf } from "./limits.ts";
import { fillOlderBrowsers } from "./older-browsers.ts";
import { CanvasFactory, FilterFactory, nothingToLoad } from "./parts.ts";
import type { Lack, PagesFailure } from "./protocol.ts";
import { shrunk as shrink } from "./shrink.ts";

/** A PDF that is open in this worker. */
export interface PdfDocument {
  /** Pages that can be drawn, at most `mostPages`. */
  readonly count: number;
  /** Page from 1, on white. Rejects when it cannot be drawn. */
  readonly draw: (page: number) => Promise<{ readonly picture: ImageBitmap; readonly lacks: readonly Lack[] }>;
}

/** Bytes `from`…`to` (exclusive) of the file. */
export type ReadBytes = (from: number, to: number) => Promise<ArrayBuffer>;

declare global {
  /** Called by pdf.js as it is built here (tests/tooling/build/cut-pdf.ts). */
  var lacking: ((what: Lack) => void) | undefined;
  var shrunk: typeof shrink | undefined;
}

/** pdf.js asks for one range at a time and takes what it gets as the answer to the range that begins there. */
class Ranges extends PDFDataRangeTransport {
  readonly #read: ReadBytes;
  constructor(size: number, read: ReadBytes) {
    super(size, null);
    this.#read = read;
  }
  override requestDataRange(from: number, to: number): void {
    void this.#read(from, to).then((bytes) => this.onDataRange(from, new Uint8Array(bytes)));
  }
}

/** Why pdf.js could not open a file. */
export const failureOf = (problem: unknown): PagesFailure =>
  problem instanceof Error && problem.name === "PasswordException" ? "locked" : "damaged";

/**
 * Opens a PDF of `size` bytes. Letters are drawn as shapes, and those that the file does not carry with a font of the device; nothing is fetched,
 * nothing in the file is run, and links are not looked at. Rejects; `failureOf` says why.
 */
export const openPdf = async (size: number, read: ReadBytes): Promise<PdfDocument> => {
  fillOlderBrowsers();
  // For all of the file: what one page lacks is not asked for again by the next.
  const lacks = new Set<Lack>();
  globalThis.lacking = (what) => lacks.add(what);
  globalThis.shrunk = shrink;
  const pdf = await getDocument({
    range: new Ranges(size, read),
    rangeChunkSize: 256 * 1024,
    disableStream: true,
    disableAutoFetch: true,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: true,
    isImageDecoderSupported: false,
    maxImageSize: mostPixelsInside,
    canvasMaxAreaInBytes: mostCanvas * 4,
    verbosity: 0,
    CanvasFactory,
    FilterFactory,
    CMapReaderFactory: nothingToLoad(() => lacks.add("letters")),
    StandardFontDataFactory: nothingToLoad(() => undefined),
    WasmFactory: nothingToLoad(() => undefined),
  }).promise;
  return {
    count: Math.min(pdf.numPages, mostPages),
    draw: async (number) => {
      const page = await pdf.getPage(number);
      try {
        const { width, height } = page.getViewport({ scale: 1 });
        const scale = scaleOf(width, height);
        if (scale === undefined) throw new RangeError("a page of no size");
        const viewport = page.getViewport({ scale });
        const canvas = new OffscreenCanvas(
          Math.min(longestSide, Math.max(1, Math.round(viewport.width))),
          Math.min(longestSide, Math.max(1, Math.round(viewport.height))),
        );
        const canvasContext = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
        if (canvasContext === null || canvas.width * canvas.height > 2 * mostPixels) throw new Error("no canvas");
        // The types know only canvases of a page.
        const surface: { readonly canvas: never; readonly canvasContext: never } = {
          canvas: canvas as never,
          canvasContext: canvasContext as never,
        };
        await page.render({ ...surface, viewport, background: "#fff" }).promise;
        return { picture: canvas.transferToImageBitmap(), lacks: [...lacks] };
      } finally {
        page.cleanup();
      }
    },
  };
};
