import { jsPDF } from "jspdf";
import { undense } from "../../lib/dense.ts";
import bold from "./face/sans-bold.ttf?dense";
import regular from "./face/sans.ttf?dense";
import { makePainter } from "./pictures.ts";
import { isCovered, printable, withNumbers, wrap } from "./text.ts";

/** A4 in points, with what is written on every page. */
export const sheet = { width: 595.28, height: 841.89, left: 48, right: 547, top: 56, bottom: 780 } as const;

export interface Style {
  readonly size: number;
  readonly bold: boolean;
}
/** A line ready to be drawn: as letters of the embedded face, or as a picture. */
export interface Line {
  readonly text: string;
  readonly style: Style;
  readonly asPicture: boolean;
  readonly width: number;
}

export interface Paper {
  /** Lines of at most `width` points. */ readonly lines: (text: string, style: Style, width: number) => readonly Line[];
  readonly lineHeight: (style: Style) => number;
  /** `y`: top of the line. */ readonly draw: (line: Line, x: number, y: number) => void;
  readonly rule: (y: number) => void;
  readonly newPage: () => void;
  readonly pages: () => number;
  /** Turns back to a page, from 1. */ readonly goTo: (page: number) => void;
  readonly finish: () => Uint8Array;
}

/** jsPDF takes a font as a text of one character for each byte. */
const fontData = (text: string): string => {
  const bytes = undense(text);
  let out = "";
  for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return out;
};

export const makePaper = (title: string, date: string): Paper => {
  const doc = new jsPDF({ unit: "pt", format: "a4", compress: true, putOnlyUsedFonts: true });
  for (const [name, data, style] of [
    ["sans.ttf", regular, "normal"],
    ["sans-bold.ttf", bold, "bold"],
  ] as const) {
    doc.addFileToVFS(name, fontData(data));
    doc.addFont(name, "sans", style);
  }
  doc.setProperties({ title, creator: "Holdfast" });
  // Nothing of the device: midnight of the day that the person sees, no zone, and no random number.
  doc.setCreationDate(`D:${date.replaceAll("-", "")}000000+00'00'`);
  doc.setFileId("0".repeat(32));
  const painter = makePainter();
  const canDraw = (c: string): boolean => painter?.canDraw(c) ?? false;
  const widths = new Map<string, number>();
  const use = ({ size, bold: strong }: Style): void => void doc.setFont("sans", strong ? "bold" : "normal").setFontSize(size);

  /** Width of letters of the face: a sum, because no kerning is drawn. */
  const measureFace = (text: string, style: Style): number => {
    let sum = 0;
    for (const c of text) {
      const key = `${style.bold ? "b" : "r"}${c}`;
      let width = widths.get(key);
      if (width === undefined) {
        use(style);
        width = doc.getStringUnitWidth(c);
        widths.set(key, width);
      }
      sum += width;
    }
    return sum * style.size;
  };

  return {
    lines: (raw, style, width) => {
      const shown = withNumbers(printable(raw), canDraw);
      const letters = wrap(shown, width, (text) => measureFace(text, style));
      if (painter === undefined || letters.every(isCovered))
        return letters.map((text) => ({ text, style, asPicture: false, width: measureFace(text, style) }));
      return wrap(shown, width, (text) => painter.measure(text, style.size, style.bold)).map((text) => ({
        text,
        style,
        asPicture: !isCovered(text),
        width,
      }));
    },
    lineHeight: ({ size }) => size * 1.4,
    draw: ({ text, style, asPicture, width }, x, y) => {
      if (text === "") return;
      if (!asPicture || painter === undefined) {
        use(style);
        doc.text(text, x, y + style.size);
        return;
      }
      const { data, width: across, height } = painter.paint(text, style.size, style.bold, width);
      doc.addImage({ data, width: across, height }, "RGBA", x, y, width, style.size * 1.4, undefined, "FAST");
    },
    rule: (y) => void doc.setDrawColor(190).setLineWidth(0.5).line(sheet.left, y, sheet.right, y),
    newPage: () => void doc.addPage(),
    pages: () => doc.getNumberOfPages(),
    goTo: (page) => void doc.setPage(page),
    finish: () => neutral(new Uint8Array(doc.output("arraybuffer"))),
  };
};

/** jsPDF writes its version as the producer; blanks of the same length keep every position in the file. */
const neutral = (pdf: Uint8Array): Uint8Array => {
  const key = "/Producer (";
  const text = new TextDecoder("latin1").decode(pdf.subarray(-4096));
  const at = text.lastIndexOf(key);
  if (at === -1) return pdf;
  const start = pdf.length - text.length + at + key.length;
  const end = start + text.slice(at + key.length).indexOf(")");
  return pdf.fill(0x20, start, end);
};
