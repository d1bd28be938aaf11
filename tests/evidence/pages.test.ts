import { jsPDF, type jsPDFOptions } from "jspdf";
import { afterEach, describe, expect, test } from "vitest";
import { scriptUrl } from "../../src/device/trusted-types.ts";
import { mostPages, patience, scaleOf } from "../../src/evidence/pages/limits.ts";
import { findIn, parseUrl, promiseTry, resized, toHex, withResolvers } from "../../src/evidence/pages/older-browsers.ts";
import { parseSaid } from "../../src/evidence/pages/protocol.ts";
import { shrunk } from "../../src/evidence/pages/shrink.ts";
import { openPages, type OpenPages, type PagesError, type PdfSource } from "../../src/evidence/pages/reader.ts";
import pagesUrl from "../../src/worker-pages.ts?worker&url";
import { pdfOf, stream } from "./pdf-files.ts";
import { mutated } from "./seeds.ts";

const workers: Worker[] = [];
const start = (): Worker => {
  const worker = new Worker(scriptUrl(pagesUrl), { type: "module", name: "pages" });
  workers.push(worker);
  return worker;
};
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

const sourceOf = (bytes: Uint8Array<ArrayBuffer>): PdfSource & { readonly asked: readonly (readonly [number, number])[] } => {
  const asked: (readonly [number, number])[] = [];
  return { size: bytes.length, asked, read: async (from, to) => (asked.push([from, to]), bytes.slice(from, to)) };
};
const opened = async (bytes: Uint8Array<ArrayBuffer>): Promise<OpenPages> => {
  const pages = await openPages(start, sourceOf(bytes));
  if (!pages.ok) throw new Error(pages.error);
  return pages.value;
};
const why = async (bytes: Uint8Array<ArrayBuffer>, ms = patience): Promise<PagesError | "opened"> => {
  const pages = await openPages(start, sourceOf(bytes), ms);
  return pages.ok ? "opened" : pages.error;
};

interface Seen {
  readonly width: number;
  readonly height: number;
  /** RGB at a place, in parts of the page's size from its top left corner. */
  readonly at: (x: number, y: number) => readonly number[];
  /** Pixels darker than half. */
  readonly dark: number;
  readonly lacks: readonly string[];
}
const seen = async (pages: OpenPages, page: number): Promise<Seen> => {
  const drawn = await pages.draw(page);
  if (!drawn.ok) throw new Error(drawn.error);
  const { picture, lacks } = drawn.value;
  const { width, height } = picture;
  const pen = new OffscreenCanvas(width, height).getContext("2d");
  pen?.drawImage(picture, 0, 0);
  picture.close();
  const data = pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) < 384) dark++;
  const at = (x: number, y: number): readonly number[] => {
    const from = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return [...data.subarray(from, from + 3)];
  };
  return { width, height, at, dark, lacks };
};
const isNear = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) <= 2);

/** As a mail or a police form would be made: text in a font that the file does not carry, lines, a picture. */
const written = (pages: number, options: jsPDFOptions = {}): Uint8Array<ArrayBuffer> => {
  const pdf = new jsPDF({ unit: "pt", format: [400, 600], ...options });
  for (let n = 1; n <= pages; n++) {
    if (n > 1) pdf.addPage([400, 600]);
    pdf.setFillColor(n * 20, 100, 200).rect(0, 0, 400, 150, "F");
    pdf.text(`Page ${String(n)} of a letter`, 40, 300);
  }
  return new Uint8Array(pdf.output("arraybuffer"));
};

describe("a PDF", () => {
  test("is drawn page by page, in any order, as large as it is sharp enough and no larger", async () => {
    const pages = await opened(written(3));
    expect(pages.count).toBe(3);
    for (const n of [2, 1, 3]) {
      const page = await seen(pages, n);
      expect([page.width, page.height]).toEqual([1400, 2100]);
      expect(page.at(0.5, 0.1)).toSatisfy((rgb: readonly number[]) => isNear(rgb, [n * 20, 100, 200]));
      expect(page.at(0.5, 0.9)).toEqual([255, 255, 255]);
      // The words: some of it is ink.
      expect(page.dark).toBeGreaterThan(1000);
      expect(page.lacks).toEqual([]);
    }
  });

  test("gives each of several that ask at once the page that it asked for", async () => {
    const pages = await opened(written(3));
    const all = await Promise.all([3, 1, 2].map((n) => seen(pages, n)));
    for (const [i, n] of [3, 1, 2].entries())
      expect(all[i]?.at(0.5, 0.1)).toSatisfy((rgb: readonly number[]) => isNear(rgb, [n * 20, 100, 200]));
    const left = pages.draw(2);
    pages.end();
    expect(await left).toEqual({ ok: false, error: "unread" });
    expect(await pages.draw(1)).toEqual({ ok: false, error: "unread" });
  });

  test("is read by ranges: of a long file only what the page needs", async () => {
    // A first page, then 8 MB that no page shows.
    const ballast = stream("", new Uint8Array(8_000_000));
    const bytes = pdfOf({ content: "1 0 0 rg 0 0 200 200 re f", extra: [ballast] });
    const source = sourceOf(bytes);
    const pages = await openPages(start, source);
    if (!pages.ok) throw new Error(pages.error);
    const page = await seen(pages.value, 1);
    expect(page.at(0.5, 0.5)).toEqual([255, 0, 0]);
    const read = source.asked.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(read).toBeLessThan(bytes.length / 4);
  });

  test("with a password says so, with an owner's password alone opens", async () => {
    expect(await why(written(1, { encryption: { userPassword: "secret", ownerPassword: "owner" } }))).toBe("locked");
    const pages = await opened(written(1, { encryption: { userPassword: "", ownerPassword: "owner", userPermissions: [] } }));
    expect((await seen(pages, 1)).at(0.5, 0.1)).toSatisfy((rgb: readonly number[]) => isNear(rgb, [20, 100, 200]));
  });

  test("shows what a form field and a stamp look like, and says when a field has no look; a link is not looked at", async () => {
    const look = stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "0 0 1 rg 0 0 10 10 re f");
    const pages = await opened(
      pdfOf({
        content: "",
        page: "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ana) /Rect [0 100 100 200] /AP << /N 10 0 R >> >> << /Type /Annot /Subtype /Link /Rect [100 100 200 200] /A << /S /URI /URI (https://other.test/) >> >>]",
        extra: [look],
      }),
    );
    const page = await seen(pages, 1);
    expect(page.at(0.25, 0.25)).toEqual([0, 0, 255]);
    expect(page.at(0.75, 0.25)).toEqual([255, 255, 255]);
    expect(page.lacks).toEqual([]);
    const bare = await opened(
      pdfOf({ content: "", page: "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ana) /Rect [0 0 50 50] >>]" }),
    );
    expect((await seen(bare, 1)).lacks).toEqual(["field"]);
  });

  test("says what it lacks: a JPEG 2000 picture, letters of a table that is not carried", async () => {
    const jpx = stream("/Type /XObject /Subtype /Image /Width 8 /Height 8 /Filter /JPXDecode", new Uint8Array(64).fill(7));
    const picture = await opened(pdfOf({ content: "q 100 0 0 100 0 0 cm /X Do Q", resources: "/XObject << /X 10 0 R >>", extra: [jpx] }));
    expect((await seen(picture, 1)).lacks).toEqual(["picture"]);
    const font =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /Mincho /Flags 4 >> >>] >>";
    const letters = await opened(pdfOf({ content: "BT /F 20 Tf 10 10 Td (AB) Tj ET", resources: `/Font << /F ${font} >>` }));
    expect((await seen(letters, 1)).lacks).toEqual(["letters"]);
  });

  test("says what is damaged or too large in it: a picture, and what is drawn by a name that is not there", async () => {
    const picture = (entries: string): Uint8Array => stream(`/Type /XObject /Subtype /Image ${entries}`, new Uint8Array(64).fill(7));
    const shown = { content: "0 0 1 rg 0 0 200 200 re f q 100 0 0 100 0 0 cm /X Do Q", resources: "/XObject << /X 10 0 R >>" };
    const broken = picture("/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode");
    const huge = picture("/Width 90000 /Height 90000 /BitsPerComponent 8 /ColorSpace /DeviceRGB");
    for (const extra of [broken, huge]) {
      const page = await seen(await opened(pdfOf({ ...shown, extra: [extra] })), 1);
      expect([page.lacks, page.at(0.9, 0.1)]).toEqual([["picture"], [0, 0, 255]]);
    }
    const nameless = await seen(await opened(pdfOf({ content: "0 0 1 rg 0 0 200 200 re f /Gone Do" })), 1);
    expect([nameless.lacks, nameless.at(0.5, 0.5)]).toEqual([["part"], [0, 0, 255]]);
  });

  test("draws a picture that is larger than a canvas smaller, without a Blob", async () => {
    // 6,000 × 6,000 of one bit: black above, white below; as a scan with 600 dots to the inch.
    const bits = new Uint8Array(750 * 6000).fill(255, 750 * 3000);
    const scan = stream("/Type /XObject /Subtype /Image /Width 6000 /Height 6000 /BitsPerComponent 1 /ColorSpace /DeviceGray", bits);
    const shown = { content: "0 0 1 rg 0 0 200 200 re f q 200 0 0 200 0 0 cm /X Do Q", resources: "/XObject << /X 10 0 R >>" };
    const page = await seen(await opened(pdfOf({ ...shown, extra: [scan] })), 1);
    expect([page.lacks, page.at(0.5, 0.25), page.at(0.5, 0.75)]).toEqual([[], [0, 0, 0], [255, 255, 255]]);
  });

  test("draws what a soft mask by brightness lets through", async () => {
    // White on the left half of the mask, nothing on the right.
    const group = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Group << /S /Transparency /CS /DeviceGray >>",
      "1 g 0 0 100 200 re f",
    );
    const pages = await opened(
      pdfOf({
        content: "/G gs 1 0 0 rg 0 0 200 200 re f",
        resources: "/ExtGState << /G << /SMask << /S /Luminosity /G 10 0 R >> >> >>",
        extra: [group],
      }),
    );
    const page = await seen(pages, 1);
    expect(page.at(0.25, 0.5)).toEqual([255, 0, 0]);
    expect(page.at(0.75, 0.5)).toEqual([255, 255, 255]);
  });
});

describe("a hostile PDF", () => {
  const actions =
    "/OpenAction << /S /JavaScript /JS (app.launchURL\\('https://other.test/a'\\); while\\(true\\);) >> /AA << /WC << /S /URI /URI (https://other.test/b) >> >>";

  test("runs nothing, opens nothing and fetches nothing", async () => {
    const bytes = pdfOf({
      content: "0 1 0 rg 0 0 200 200 re f",
      catalog: `${actions} /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (this.submitForm\\('https://other.test/c'\\)) >>] >> >>`,
      page: `/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >> /Annots [<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>]`,
    });
    const before = performance.getEntriesByType("resource").filter(({ name }) => name.includes("other.test")).length;
    const page = await seen(await opened(bytes), 1);
    expect(page.at(0.5, 0.5)).toEqual([0, 255, 0]);
    expect(performance.getEntriesByType("resource").filter(({ name }) => name.includes("other.test")).length).toBe(before);
  });

  test("that never ends is stopped, and the next page is drawn", async () => {
    // Forms that each draw the next twenty times: 20 to the power of 12.
    const forms = Array.from({ length: 12 }, (_, n) =>
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /X ${String(n === 11 ? 10 : 11 + n)} 0 R >> >>`,
        n === 11 ? "0 0 1 1 re f" : "/X Do ".repeat(20),
      ),
    );
    const bytes = pdfOf({ content: "/X Do", resources: "/XObject << /X 10 0 R >>", extra: forms, second: "0 0 1 rg 0 0 200 200 re f" });
    // It would take for ever, so how long is waited does not decide; the next one is given its time.
    const ms = { open: patience.open, draw: 1500 };
    const pages = await openPages(start, sourceOf(bytes), ms);
    if (!pages.ok) throw new Error(pages.error);
    expect(await pages.value.draw(1)).toEqual({ ok: false, error: "slow" });
    expect(workers.length).toBe(1);
    ms.draw = patience.draw;
    const next = await pages.value.draw(2);
    expect(next.ok).toBe(true);
    expect(workers.length).toBe(2);
  });

  test("that claims a page without end or without size, or a billion pages, is held to the limits", async () => {
    const long = await opened(pdfOf({ content: "", box: "[0 0 10 14400]" }));
    const page = await seen(long, 1);
    expect([page.width, page.height]).toEqual([6, 8000]);
    const none = await opened(pdfOf({ content: "", box: "[0 0 0 0]" }));
    const drawn = await none.draw(1);
    // pdf.js takes a page without a size for one of a letter's.
    expect(drawn.ok ? drawn.value.picture.width : drawn.error).toBe(1400);
    const many = await opened(pdfOf({ content: "", count: 1_000_000_000 }));
    expect(many.count).toBeLessThanOrEqual(mostPages);
    expect((await many.draw(mostPages)).ok).toBe(false);
  });

  test("of which a piece cannot be read, or that is too large, is not opened", async () => {
    const bytes = written(1);
    expect(await openPages(start, { size: bytes.length, read: async () => null })).toEqual({ ok: false, error: "unread" });
    expect(await openPages(start, { size: 300 * 1024 * 1024, read: async () => bytes })).toEqual({ ok: false, error: "large" });
    expect(workers.length).toBe(1);
  });
});

describe("no PDF", () => {
  test("cut short or something else is said to be damaged", async () => {
    const whole = written(2);
    expect(await why(whole.slice(0, 300))).toBe("damaged");
    expect(await why(new Uint8Array(1000).fill(65))).toBe("damaged");
    expect(await why(new TextEncoder().encode("%PDF-1.7\n%%EOF"))).toBe("damaged");
  });

  test("1,000 mutated files: an answer or a sentence for each, and none that hangs", async () => {
    const worker = new Worker(new URL("pages-mutated.worker.ts", import.meta.url), { type: "module" });
    workers.push(worker);
    const count = 1000;
    const seed = written(1);
    const said = await new Promise<readonly string[]>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<readonly string[]>) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("the worker stopped")));
      worker.postMessage(Array.from({ length: count }, (_, n) => mutated(seed, n)));
    });
    const times = (word: string): number => said.filter((one) => one === word).length;
    expect(times("drawn") + times("damaged") + times("locked")).toBe(count);
    // Both happen: neither is what it says of everything.
    expect(times("drawn")).toBeGreaterThan(count / 10);
    expect(times("damaged")).toBeGreaterThan(10);
  });
});

describe("what a worker says", () => {
  test.each([
    [{ said: "opened", count: 0 }],
    [{ said: "opened", count: "3" }],
    [{ said: "want", from: 5, to: 5 }],
    [{ said: "want", from: -1, to: 5 }],
    [{ said: "drawn", picture: {}, lacks: [] }],
    [{ said: "failed", why: "<b>" }],
    [null],
    ["opened"],
  ])("%j is nothing", (value) => {
    expect(parseSaid(value)).toBeUndefined();
  });

  test("outside the file's own bytes ends it", async () => {
    const asked: number[] = [];
    const lying = (): Worker => {
      const channel = new MessageChannel();
      const worker = Object.assign(channel.port1, { terminate: () => channel.port1.close() });
      channel.port2.addEventListener("message", () => channel.port2.postMessage({ said: "want", from: 0, to: 101 }));
      channel.port1.start();
      channel.port2.start();
      return worker as unknown as Worker;
    };
    const answer = await openPages(lying, { size: 100, read: async (from) => (asked.push(from), new Uint8Array(1)) });
    expect(answer).toEqual({ ok: false, error: "unread" });
    expect(asked).toEqual([]);
  });
});

test("a document of more pages than are shown says that there are more", async () => {
  const saying = (count: number) => (): Worker => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener("message", () => port2.postMessage({ said: "opened", count }));
    for (const port of [port1, port2]) port.start();
    return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
  };
  const source = { size: 100, read: async () => null };
  expect(await openPages(saying(mostPages), source)).toMatchObject({ ok: true, value: { count: mostPages, hasMore: false } });
  expect(await openPages(saying(mostPages + 1), source)).toMatchObject({ ok: true, value: { count: mostPages, hasMore: true } });
});

test("a picture is made smaller by the mean of its pixels, until it fits", () => {
  const fits = (width: number, height: number): boolean => width * height <= 4;
  const rgba = Uint8Array.of(
    200,
    0,
    0,
    255,
    100,
    0,
    0,
    255,
    9,
    9,
    9,
    0,
    9,
    9,
    9,
    0,
    0,
    0,
    0,
    255,
    0,
    100,
    0,
    255,
    9,
    9,
    9,
    0,
    40,
    40,
    40,
    255,
  );
  expect([...shrunk({ kind: 3, data: rgba, width: 4, height: 2 }, false, fits).data]).toEqual([75, 25, 0, 255, 40, 40, 40, 64]);
  const rgb = Uint8Array.from({ length: 6 * 6 * 3 }, (_, i) => Math.floor(i / 54) * 100);
  const small = shrunk({ kind: 2, data: rgb, width: 6, height: 6 }, false, fits);
  expect([small.width, small.height, ...small.data]).toEqual([2, 2, 0, 0, 0, 255, 0, 0, 0, 255, 100, 100, 100, 255, 100, 100, 100, 255]);
  const bits = Uint8Array.of(0b11000000, 0, 0b11000000, 0);
  const grey = (isInverse: boolean): readonly number[] =>
    [...shrunk({ kind: 1, data: bits, width: 10, height: 2 }, isInverse, fits).data].slice(0, 8);
  expect(grey(false)).toEqual([170, 170, 170, 255, 0, 0, 0, 255]);
  expect(grey(true)).toEqual([85, 85, 85, 255, 255, 255, 255, 255]);
  // A line is not made to nothing.
  const line = shrunk({ kind: 3, data: new Uint8Array(100 * 4).fill(255), width: 100, height: 1 }, false, fits);
  expect([line.width, line.height, line.data[0], line.data[3]]).toEqual([4, 1, 255, 255]);
});

test("a page becomes as large as it may", () => {
  expect(scaleOf(400, 600)).toBe(3.5);
  expect(scaleOf(14_400, 14_400)).toBeCloseTo(1400 / 14_400);
  expect(scaleOf(100, 1400)).toBeCloseTo(8000 / 1400);
  for (const [width, height] of [
    [0, 5],
    [-5, 5],
    [Number.NaN, 5],
    [5, Number.POSITIVE_INFINITY],
    [0.001, 14_400],
  ] as const)
    expect(scaleOf(width, height)).toBeUndefined();
});

test("what older browsers lack is filled in as newer ones have it", async () => {
  const { promise, resolve } = withResolvers<number>();
  resolve(3);
  expect(await promise).toBe(3);
  expect(await promiseTry((a: number) => a + 1, 1)).toBe(2);
  await expect(
    promiseTry(() => {
      throw new Error("x");
    }),
  ).rejects.toThrow("x");
  expect(parseUrl("https://a.test/b")?.pathname).toBe("/b");
  expect(parseUrl("b")).toBeNull();
  expect([...new Uint8Array(resized(Uint8Array.of(1, 2, 3).buffer, 2))]).toEqual([1, 2]);
  expect([...new Uint8Array(resized(Uint8Array.of(1).buffer, 2))]).toEqual([1, 0]);
  expect(toHex(Uint8Array.of(1, 255))).toBe("01ff");
  expect(findIn(new Set([1, 2, 3]).keys(), (n) => n > 1)).toBe(2);
});
