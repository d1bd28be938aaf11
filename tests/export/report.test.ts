import { describe, expect, test } from "vitest";
import { columnWidths } from "../../src/export/report/columns.ts";
import { makeReport } from "../../src/export/report/make-report.ts";
import { makePainter } from "../../src/export/report/pictures.ts";
import { isCovered, isRightToLeft, printable, withNumbers, wrap } from "../../src/export/report/text.ts";
import type { ReportDocument } from "../../src/export/types.ts";

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** All streams of a PDF, unpacked, and what stands between them. */
const unpacked = async (pdf: Uint8Array): Promise<string> => {
  const text = latin1(pdf);
  const out: string[] = [];
  for (const match of text.matchAll(/stream\r?\n/gu)) {
    if (text.slice(0, match.index).endsWith("end")) continue;
    const from = match.index + match[0].length;
    const to = text.indexOf("endstream", from);
    const body = pdf.slice(from, to);
    const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate"));
    const reader = stream.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) out.push(latin1(next.value));
    } catch {
      // Not packed, or with the newline that the format adds behind it.
    }
  }
  return text + out.join("\n");
};

const url = `https://www.example-videos.test/${"a1b2c3/".repeat(30)}view?k=Zm9v%2B#t=12`;
const report: ReportDocument = {
  title: "Record for my lawyer",
  subtitle: "22 November 2026",
  cover: [
    ["What I ask for", "Help to get it removed"],
    ["Names", "Sørensen, Ilić, Нина, Ελένη"],
    ["Other scripts", "你好 · مرحبا · नमस्ते · 🙂"],
  ],
  sections: [
    {
      heading: "Links",
      blocks: [
        { as: "text", text: "Every address as it was pasted." },
        {
          as: "table",
          head: ["No.", "Address", "State"],
          rows: Array.from({ length: 80 }, (_, i) => [String(i + 1), `${url}&n=${i}`, "reported"]),
        },
        { as: "rows", rows: [["Caption", "مرحبا بالعالم"]] },
      ],
    },
  ],
  footer: "Made on the person's own device",
};

describe("report.pdf", () => {
  const pdf = makeReport(report, { date: "2026-11-22" });

  test("has pages with numbers, the same bytes each time, and nothing of the device or the library", async () => {
    expect(latin1(pdf.subarray(0, 5))).toBe("%PDF-");
    expect(latin1(pdf).match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(3);
    expect(makeReport(report, { date: "2026-11-22" })).toEqual(pdf);
    const all = await unpacked(pdf);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // Three letters turn up in packed data by chance.
    for (const forbidden of [navigator.userAgent, "jsPDF", "Mozilla", "Chrome", ...(zone.length < 6 ? [] : [zone])])
      expect(all).not.toContain(forbidden);
    expect(all).toContain("/CreationDate (D:20261122000000+00'00')");
    expect(all).toMatch(/\/Producer \( +\)/u);
  });

  test("embeds letters that can be searched for, and draws what the face lacks", async () => {
    const all = await unpacked(pdf);
    expect(all).toContain("/ToUnicode");
    for (const c of "øćНΕ") expect(all.toLowerCase()).toContain((c.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
    expect(latin1(pdf).match(/\/Subtype \/Image/gu)?.length).toBeGreaterThanOrEqual(2);
    // Fonts that a PDF may name without holding them would be the reader's, and are not used.
    expect(all).not.toContain("/Helvetica");
    expect(pdf.length).toBeLessThan(1_000_000);
  });

  test("begins a page for the sections only after a first page that says something", () => {
    const short = { ...report, sections: [{ heading: "Notes", blocks: [{ as: "text", text: "One." }] }] } as const;
    const pages = (one: ReportDocument): number => latin1(makeReport(one, { date: "2026-11-22" })).match(/\/Type \/Page\b/gu)?.length ?? 0;
    expect(pages(short)).toBe(2);
    expect(pages({ ...short, cover: [] })).toBe(1);
  });

  test("says on every page that it is not locked, when it is not", async () => {
    const marked = makeReport(
      { ...report, sections: [] },
      { date: "2026-11-22", banner: "NOT LOCKED: anyone who gets this file can read it" },
    );
    expect(marked.length).not.toBe(makeReport({ ...report, sections: [] }, { date: "2026-11-22" }).length);
  });
});

describe("columns", () => {
  const measures = { full: 100, gap: 2, head: (word: string): number => word.length, cell: (word: string): number => word.length };
  const digest = "a".repeat(64);

  test("hold their longest word, and the rest goes to what is long", () => {
    const widths = columnWidths(["Item", "Purpose", "SHA-256"], [["1", "legal advice", digest]], measures);
    expect(widths.reduce((total, one) => total + one)).toBeCloseTo(100);
    expect(widths[0]).toBeGreaterThanOrEqual("Item".length + 2);
    expect(widths[1]).toBeGreaterThanOrEqual("Purpose".length + 2);
    expect(widths[2]).toBeGreaterThan(60);
  });

  test("share the width as well as they can where their words do not fit", () => {
    const widths = columnWidths(
      Array.from({ length: 20 }, () => "Purposefully"),
      [],
      measures,
    );
    expect(widths).toHaveLength(20);
    expect(widths.reduce((total, one) => total + one)).toBeCloseTo(100);
  });
});

describe("lines", () => {
  const measure = (text: string): number => Array.from(text).length;

  test("hold every character of an address, in order, and none is longer than the page", () => {
    const lines = wrap(url, 40, measure);
    expect(lines.join("")).toBe(url);
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(40);
    expect(lines.slice(0, -1).every((line) => /[/?&=#._\-,;:@]$/u.test(line))).toBe(true);
  });
  test("of words break at spaces", () => {
    expect(wrap("one two three four", 9, measure)).toEqual(["one two", "three", "four"]);
    expect(wrap("a\n\nb", 9, measure)).toEqual(["a", "", "b"]);
  });
  test("a letter with its marks stays whole", () => {
    expect(wrap("नमस्ते".repeat(5), 6, measure).join("")).toBe("नमस्ते".repeat(5));
  });
  test("tricks with direction and controls print as numbers", () => {
    expect(printable("a\u202Egnp.exe\u0007")).toBe("a(U+202E)gnp.exe(U+0007)");
    expect(withNumbers("a你", () => false)).toBe("a(U+4F60)");
    expect(withNumbers("ने", () => false)).toBe("(U+0928)(U+0947)");
    expect(withNumbers("ने", (c) => c === "न")).toBe("ने");
  });
  test("the face covers European names and nothing that needs shaping", () => {
    for (const name of ["Sørensen", "Ilić", "Нина", "Ελένη", "Łukasz Żółć", "Þórður", "Nguyễn", "€ – “x” …"])
      expect([name, isCovered(name)]).toEqual([name, true]);
    for (const text of ["你", "م", "ने", "🙂", "e\u0301", "\u202E"]) expect([text, isCovered(text)]).toEqual([text, false]);
    expect([isRightToLeft("123 שלום"), isRightToLeft("a שלום"), isRightToLeft("مرحبا")]).toEqual([true, false, true]);
  });
});

test("what the device cannot draw prints as a number, never as a box", () => {
  const painter = makePainter();
  if (painter === undefined) throw new Error("no canvas to read from");
  expect(painter.canDraw("\u{10fffc}")).toBe(false);
  expect(painter.canDraw("A")).toBe(true);
  expect(withNumbers("x\u{10fffc}", painter.canDraw)).toBe("x(U+10FFFC)");
});
