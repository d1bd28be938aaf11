// Makes the two faces of report.pdf from DejaVu Sans (npm dejavu-fonts-ttf): `node src/export/report/face/make-face.mjs`. The same input gives the
// same bytes. Hints and layout tables are dropped: jsPDF draws plain glyphs. The licence of the fonts stands beside them in LICENSE.txt.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/** Latin with its extensions and Vietnamese, Greek, Cyrillic, punctuation, currencies, arrows and a few signs. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x180, 0x24f],
  [0x259, 0x259],
  [0x2b9, 0x2dd],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203f],
  [0x20a0, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
  [0x25a0, 0x25a1],
  [0x25cb, 0x25cf],
  [0x2610, 0x2612],
  [0x2713, 0x2717],
  [0xfffd, 0xfffd],
];
const text = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join("");
const require = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The same font without its tables for layout and mathematics (sfnt: 12 bytes, then 16 for each table in the order of their names). */
const withoutLayout = (font) => {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
    .map((at) => ({
      tag: font.toString("latin1", at, at + 4),
      sum: font.readUInt32BE(at + 4),
      from: font.readUInt32BE(at + 8),
      size: font.readUInt32BE(at + 12),
    }))
    .filter(({ tag }) => !["GDEF", "GPOS", "GSUB", "MATH"].includes(tag));
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let at = head.length;
  const bodies = tables.map(({ tag, sum, from, size }, i) => {
    const body = Buffer.alloc(Math.ceil(size / 4) * 4);
    font.copy(body, 0, from, from + size);
    head.write(tag, 12 + 16 * i, "latin1");
    head.writeUInt32BE(sum, 16 + 16 * i);
    head.writeUInt32BE(at, 20 + 16 * i);
    head.writeUInt32BE(size, 24 + 16 * i);
    at += body.length;
    return body;
  });
  return Buffer.concat([head, ...bodies]);
};

/** Code points that have a glyph: segments of the cmap's subtable of format 4. */
const coverageOf = (font) => {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const cmap = font.readUInt32BE((tables.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0) + 8);
  const table = cmap + font.readUInt32BE(cmap + 8);
  if (font.readUInt16BE(table) !== 4) throw new Error("cmap: not format 4");
  const count = font.readUInt16BE(table + 6) / 2;
  const points = new Set();
  for (let i = 0; i < count; i++) {
    const end = font.readUInt16BE(table + 14 + 2 * i);
    const start = font.readUInt16BE(table + 16 + 2 * count + 2 * i);
    for (let point = start; point <= end && point < 0xffff; point++) points.add(point);
  }
  return points;
};

const coverages = [];
for (const [source, target] of [
  ["DejaVuSans.ttf", "sans.ttf"],
  ["DejaVuSans-Bold.ttf", "sans-bold.ttf"],
]) {
  const font = readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${source}`));
  const subset = withoutLayout(await subsetFont(font, text, { targetFormat: "truetype", noLayoutClosure: true }));
  writeFileSync(here(target), subset);
  coverages.push(coverageOf(subset));
}

const [regular, bold] = coverages;
const both = [...regular].filter((point) => bold.has(point)).sort((a, b) => a - b);
const spans = [];
for (const point of both) {
  const last = spans.at(-1);
  if (last !== undefined && last[1] === point - 1) last[1] = point;
  else spans.push([point, point]);
}
writeFileSync(
  here("coverage.ts"),
  `/** Spans of code points that both faces have a glyph for. Written by make-face.mjs. */
export const coverage: readonly (readonly [first: number, last: number])[] = [
${spans.map(([a, b]) => `  [0x${a.toString(16)}, 0x${b.toString(16)}],`).join("\n")}
];
`,
);
