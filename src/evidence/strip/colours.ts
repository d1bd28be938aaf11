import { concat } from "../../lib/bytes.ts";
import { ascii } from "../container/ascii.ts";
import { iccTags } from "../metadata/colours.ts";

/**
 * A profile can carry the name and number of the screen or camera that it was made for, so none is taken over. Where it describes a common
 * standard wider than sRGB, that standard is written in our own words; else it goes, and what shows the picture takes it for sRGB.
 * Decision 0034.
 */

type Triple = readonly [number, number, number];
interface Standard {
  /** Colorants of red, green and blue, adapted to D50 (ICC.1:2022 §9.2), in 1/65536. */ readonly colorants: readonly [
    Triple,
    Triple,
    Triple,
  ];
  /** Value of the curve at 0 to 1. */ readonly curve: (x: number) => number;
  /** Parameters of the curve as a `para` entry has them: kind, then numbers in 1/65536. */ readonly para: readonly [number, ...number[]];
}

const gamma = 0x2_3300;
/** Display P3 with the curve of sRGB, and Adobe RGB (1998): what phones and cameras write. */
const standards: readonly Standard[] = [
  {
    colorants: [
      [0x83df, 0x3dbf, -0x45],
      [0x4abf, 0xb137, 0x0ab9],
      [0x2838, 0x110b, 0xc8b9],
    ],
    curve: (x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4),
    para: [3, 0x2_6666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b],
  },
  {
    colorants: [
      [0x9c18, 0x4fa5, 0x04fc],
      [0x348d, 0xa02c, 0x0f95],
      [0x2631, 0x102f, 0xbe9c],
    ],
    curve: (x) => x ** (gamma / 65_536),
    para: [0, gamma],
  },
];
/** Of a colorant: less than the eye tells. */
const near = 0.003;
const nearCurve = 0.01;

const dataView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const xyz = (tag: Uint8Array | undefined): Triple | undefined => {
  if (tag === undefined || tag.length < 20 || ascii(tag, 0, 4) !== "XYZ ") return undefined;
  const view = dataView(tag);
  return [view.getInt32(8), view.getInt32(12), view.getInt32(16)];
};

/** The curve of a channel; undefined for kinds that no standard has. */
const curveOf = (tag: Uint8Array | undefined): ((x: number) => number) | undefined => {
  if (tag === undefined || tag.length < 14) return undefined;
  const view = dataView(tag);
  const number = (i: number): number => (tag.length >= 16 + 4 * i ? view.getInt32(12 + 4 * i) / 65_536 : Number.NaN);
  const kind = ascii(tag, 0, 4);
  if (kind === "para" && view.getUint16(8) === 0) return (x) => x ** number(0);
  if (kind === "para" && view.getUint16(8) === 3) return (x) => (x >= number(4) ? (number(1) * x + number(2)) ** number(0) : number(3) * x);
  if (kind !== "curv") return undefined;
  const count = view.getUint32(8);
  if (count === 0) return (x) => x;
  if (tag.length < 12 + 2 * count) return undefined;
  if (count === 1) return (x) => x ** (view.getUint16(12) / 256);
  return (x) => view.getUint16(12 + 2 * Math.round(x * (count - 1))) / 65_535;
};

const points = [0.125, 0.25, 0.5, 0.75, 1];

const standardOf = (icc: Uint8Array): Standard | undefined => {
  const tags = iccTags(icc);
  // A table for each colour says more than the colorants do.
  if (tags === undefined || tags.has("A2B0") || ascii(icc, 16, 8) !== "RGB XYZ ") return undefined;
  const colorants = ["rXYZ", "gXYZ", "bXYZ"].map((name) => xyz(tags.get(name)));
  const curves = ["rTRC", "gTRC", "bTRC"].map((name) => curveOf(tags.get(name)));
  return standards.find(
    (standard) =>
      standard.colorants.every((triple, c) =>
        triple.every((value, i) => Math.abs(value - (colorants[c]?.[i] ?? Infinity)) < near * 65_536),
      ) && curves.every((curve) => curve !== undefined && points.every((x) => Math.abs(curve(x) - standard.curve(x)) < nearCurve)),
  );
};

const entry = (name: string, ...words: readonly number[]): Uint8Array => {
  const out = new Uint8Array(8 + 4 * words.length);
  const view = dataView(out);
  for (let i = 0; i < 4; i++) out[i] = name.charCodeAt(i);
  words.forEach((word, i) => view.setInt32(8 + 4 * i, word));
  return out;
};
/** One text of one letter, in English. */
const textEntry = (letter: string): Uint8Array =>
  concat(entry("mluc", 1, 12, 0x656e_5553, 2, 28), new Uint8Array([0, letter.charCodeAt(0), 0, 0]));

/** A profile (version 4.3) with what colours need and nothing else; the same bytes for everybody. */
const profileOf = ({ colorants, para: [kind, ...numbers] }: Standard): Uint8Array => {
  const [red, green, blue] = colorants.map((triple) => entry("XYZ ", ...triple));
  const curve = entry("para", kind << 16, ...numbers);
  const white = entry("XYZ ", 0xf6d6, 0x1_0000, 0xd32d);
  const blocks: readonly (readonly [names: readonly string[], data: Uint8Array])[] = [
    [["desc"], textEntry("C")],
    [["cprt"], textEntry("-")],
    [["wtpt"], white],
    [["rXYZ"], red ?? white],
    [["gXYZ"], green ?? white],
    [["bXYZ"], blue ?? white],
    [["rTRC", "gTRC", "bTRC"], curve],
  ];
  const names = blocks.flatMap(([list]) => list);
  const head = new Uint8Array(132 + 12 * names.length);
  const view = dataView(head);
  const name = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i++) head[at + i] = text.charCodeAt(i);
  };
  let [at, row] = [head.length, 132];
  for (const [list, data] of blocks) {
    for (const one of list) {
      name(row, one);
      view.setUint32(row + 4, at);
      view.setUint32(row + 8, data.length);
      row += 12;
    }
    at += data.length;
  }
  view.setUint32(0, at);
  view.setUint32(8, 0x0430_0000);
  name(12, "mntrRGB XYZ ");
  // A date is asked for: the same for all.
  for (const [i, part] of [2000, 1, 1].entries()) view.setUint16(24 + 2 * i, part);
  name(36, "acsp");
  for (const [i, part] of [0xf6d6, 0x1_0000, 0xd32d].entries()) view.setUint32(68 + 4 * i, part);
  view.setUint32(128, names.length);
  return concat(head, ...blocks.map(([, data]) => data));
};

/** The profile that stands for this one in a copy; undefined: none is needed, or what it says is no common standard. */
export const sharedProfile = (icc: Uint8Array | undefined): Uint8Array | undefined => {
  const standard = icc === undefined ? undefined : standardOf(icc);
  return standard === undefined ? undefined : profileOf(standard);
};
