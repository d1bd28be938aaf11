import type { FactList, TextFact } from "./facts.ts";
import { textOf, wideText } from "./text.ts";
import { numbersOf, tiffTags, type Tag } from "./tiff.ts";

/** Entries that are plain text (Exif 3.0, tables 6 to 15; TIFF/EP for the first serial number). */
const texts: Readonly<Record<number, TextFact>> = {
  0x010d: "caption",
  0x010e: "caption",
  0x0131: "software",
  0x013b: "owner",
  0x013c: "device",
  0x8298: "owner",
  0xa420: "id",
  0xa430: "owner",
  0xa431: "serial",
  0xa433: "lens",
  0xa434: "lens",
  0xa435: "serial",
  0xc62f: "serial",
};
/** Entries that Windows writes, in UTF-16. */
const wide: Readonly<Record<number, TextFact>> = {
  0x9c9b: "caption",
  0x9c9c: "caption",
  0x9c9d: "owner",
  0x9c9e: "caption",
  0x9c9f: "caption",
};
/** A time, and where its offset from UTC stands. */
const times: readonly (readonly [what: TextFact, time: number, offset: number])[] = [
  ["taken", 0x9003, 0x9011],
  ["taken", 0x9004, 0x9012],
  ["changed", 0x0132, 0x9010],
];

/** Degrees, minutes and seconds as one number; undefined where one is none. */
const degrees = (tag: Tag | undefined, direction: string, negative: string): number | undefined => {
  if (tag === undefined) return undefined;
  const [d = Number.NaN, m = 0, s = 0] = numbersOf(tag);
  const value = d + (Number.isFinite(m) ? m : 0) / 60 + (Number.isFinite(s) ? s : 0) / 3600;
  if (!Number.isFinite(value)) return undefined;
  return direction.toUpperCase().startsWith(negative) ? -value : value;
};

const readPlace = (gps: ReadonlyMap<number, Tag>, facts: FactList): void => {
  const text = (id: number): string => textOf(gps.get(id)?.bytes ?? new Uint8Array(0));
  const latitude = degrees(gps.get(2), text(1), "S");
  const longitude = degrees(gps.get(4), text(3), "W");
  if (latitude !== undefined && longitude !== undefined) facts.place(latitude, longitude);
  const area = gps.get(28);
  if (area !== undefined) facts.add("place-name", commentOf(area));
  const clock = gps.get(7);
  const date = text(29);
  if (clock === undefined || date === "") return;
  const [h = 0, m = 0, s = 0] = numbersOf(clock).map((n) => (Number.isFinite(n) ? Math.floor(n) : 0));
  facts.add("taken", `${date} ${[h, m, s].map((n) => String(n).padStart(2, "0")).join(":")} UTC`);
};

/** A comment begins with the name of its character set. */
const commentOf = ({ bytes, isLittle }: Tag): string => {
  const body = bytes.subarray(8);
  return textOf(bytes.subarray(0, 8)) === "UNICODE" ? wideText(body, isLittle) : textOf(body);
};

/** Camera, place, times, owner, numbers of the device, and whether another picture hides in it. `tiff`: from its byte order mark on. */
export const readExif = (tiff: Uint8Array, facts: FactList): void => {
  const before = facts.all().length;
  const tags = tiffTags(tiff);
  const own = new Map(tags.flatMap((tag) => (tag.group === "main" || tag.group === "exif" ? [[tag.id, tag] as const] : [])));
  const text = (id: number): string => textOf(own.get(id)?.bytes ?? new Uint8Array(0)).trim();
  const [make, model] = [text(0x010f), text(0x0110)];
  facts.add("device", model.startsWith(make) ? model : `${make} ${model}`);
  for (const [what, time, offset] of times) facts.add(what, `${text(time)} ${text(offset)}`);
  for (const { id, bytes } of own.values()) {
    const [plain, windows] = [texts[id], wide[id]];
    if (plain !== undefined) facts.add(plain, textOf(bytes));
    if (windows !== undefined) facts.add(windows, wideText(bytes, true));
  }
  const comment = own.get(0x9286);
  if (comment !== undefined) facts.add("caption", commentOf(comment));
  if (own.has(0x927c)) facts.has("maker-notes");
  readPlace(new Map(tags.flatMap((tag) => (tag.group === "gps" ? [[tag.id, tag] as const] : []))), facts);
  if (tags.some(({ group, id }) => group === "next" && (id === 0x0201 || id === 0x0111))) facts.has("picture-inside");
  // How to turn the picture tells nothing. Anything else that is not understood does, as far as anybody knows.
  const saysMore = tags.length === 0 || tags.some(({ group, id }) => group !== "main" || id !== 0x0112);
  if (saysMore && facts.all().length === before) facts.has("other");
};
