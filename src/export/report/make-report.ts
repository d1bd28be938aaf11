import type { ReportDocument, ReportSection } from "../types.ts";
import { columnWidths } from "./columns.ts";
import { makePaper, sheet, type Line, type Paper, type Style } from "./paper.ts";

/** report.pdf: the cover sheet first, then the sections; for reading and printing, a view and never the evidence. */
export interface ReportOptions {
  /** `YYYY-MM-DD`. */ readonly date: string;
  /** Printed on top of every page: says that a plain document is not locked. */ readonly banner?: string;
}

const styles = {
  title: { size: 22, bold: true },
  subtitle: { size: 12, bold: false },
  heading: { size: 14, bold: true },
  label: { size: 10, bold: true },
  body: { size: 10, bold: false },
  cell: { size: 9, bold: false },
  head: { size: 9, bold: true },
  edge: { size: 8, bold: false },
} as const satisfies Readonly<Record<string, Style>>;

const full = sheet.right - sheet.left;
const labelWidth = 150;
const gap = 10;

export const makeReport = (report: ReportDocument, { date, banner }: ReportOptions): Uint8Array => {
  const paper = makePaper(report.title, date);
  const pen = makePen(paper);
  pen.text(report.title, styles.title);
  pen.space(4);
  pen.text(report.subtitle, styles.subtitle);
  pen.space(18);
  pen.rows(report.cover);
  for (const [i, section] of report.sections.entries()) {
    // What the person asks for has a page of its own, where they said so.
    if (i === 0 && report.cover.length > 0) pen.turn();
    drawSection(pen, section);
  }
  drawEdges(paper, report.footer, banner);
  return paper.finish();
};

type Pen = ReturnType<typeof makePen>;

const drawSection = (pen: Pen, { heading, blocks }: ReportSection): void => {
  pen.keepTogether(60);
  pen.text(heading, styles.heading);
  pen.space(8);
  for (const block of blocks) {
    if (block.as === "text") pen.text(block.text, styles.body);
    else if (block.as === "rows") pen.rows(block.rows);
    else pen.table(block.head, block.rows);
    pen.space(10);
  }
  pen.space(8);
};

/** Writes down the page and turns it when it is full. */
const makePen = (paper: Paper) => {
  let y: number = sheet.top;
  const turn = (): void => {
    paper.newPage();
    y = sheet.top;
  };
  const keepTogether = (height: number): void => {
    if (y + height > sheet.bottom) turn();
  };
  const text = (value: string, style: Style): void => {
    for (const line of paper.lines(value, style, full)) {
      keepTogether(paper.lineHeight(style));
      paper.draw(line, sheet.left, y);
      y += paper.lineHeight(style);
    }
  };
  /** Cells side by side, line by line, so that a cell longer than a page goes on on the next. `again` draws what stands above each page. */
  const cells = (columns: readonly { readonly x: number; readonly lines: readonly Line[] }[], again: () => void): void => {
    const count = Math.max(0, ...columns.map(({ lines }) => lines.length));
    for (let i = 0; i < count; i++) {
      const at = columns.map(({ x, lines }) => ({ x, line: lines[i] }));
      const height = Math.max(...at.map(({ line }) => (line === undefined ? 0 : paper.lineHeight(line.style))));
      if (y + height > sheet.bottom) {
        turn();
        again();
      }
      for (const { x, line } of at) if (line !== undefined) paper.draw(line, x, y);
      y += height;
    }
  };
  const rows = (list: readonly (readonly [label: string, value: string])[]): void => {
    for (const [label, value] of list) {
      cells(
        [
          { x: sheet.left, lines: paper.lines(label, styles.label, labelWidth - gap) },
          { x: sheet.left + labelWidth, lines: paper.lines(value, styles.body, full - labelWidth) },
        ],
        () => undefined,
      );
      y += 4;
    }
  };
  const widthOf = (word: string, style: Style): number => Math.max(0, ...paper.lines(word, style, full).map(({ width }) => width));
  const table = (head: readonly string[], list: readonly (readonly string[])[]): void => {
    const widths = columnWidths(head, list, {
      full,
      gap,
      head: (word) => widthOf(word, styles.head),
      cell: (word) => widthOf(word, styles.cell),
    });
    const lefts = widths.map((_, i) => sheet.left + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
    const laid = (row: readonly string[], style: Style) =>
      widths.map((width, i) => ({ x: lefts[i] ?? sheet.left, lines: paper.lines(row[i] ?? "", style, width - gap) }));
    const drawHead = (): void => {
      cells(laid(head, styles.head), () => undefined);
      paper.rule(y + 1);
      y += 5;
    };
    keepTogether(40);
    drawHead();
    for (const row of list) {
      cells(laid(row, styles.cell), drawHead);
      paper.rule(y + 1);
      y += 5;
    }
  };
  return { text, rows, table, turn, keepTogether, space: (height: number): void => void (y += height) };
};

const drawEdges = (paper: Paper, footer: string, banner: string | undefined): void => {
  const pages = paper.pages();
  for (let page = 1; page <= pages; page++) {
    paper.goTo(page);
    const number = `${page} / ${pages}`;
    paper.rule(sheet.bottom + 14);
    for (const line of paper.lines(footer, styles.edge, full - 60).slice(0, 1)) paper.draw(line, sheet.left, sheet.bottom + 18);
    for (const line of paper.lines(number, styles.edge, 60)) paper.draw(line, sheet.right - line.width, sheet.bottom + 18);
    if (banner !== undefined)
      for (const [i, line] of paper.lines(banner, styles.head, full).slice(0, 2).entries()) paper.draw(line, sheet.left, 20 + i * 13);
  }
};
