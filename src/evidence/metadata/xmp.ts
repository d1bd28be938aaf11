import type { FactList, TextFact } from "./facts.ts";

/** Properties that tell something of a person, by the prefixes that everybody writes (XMP parts 1 and 2, IPTC, Exif 2.3 for XMP). */
const properties: readonly (readonly [name: string, what: TextFact])[] = [
  ["tiff:Make", "device"],
  ["tiff:Model", "device"],
  ["aux:SerialNumber", "serial"],
  ["exifEX:BodySerialNumber", "serial"],
  ["aux:LensSerialNumber", "serial"],
  ["exifEX:LensSerialNumber", "serial"],
  ["aux:OwnerName", "owner"],
  ["exifEX:CameraOwnerName", "owner"],
  ["dc:creator", "owner"],
  ["dc:rights", "owner"],
  ["photoshop:AuthorsPosition", "owner"],
  ["photoshop:CaptionWriter", "owner"],
  ["photoshop:Credit", "owner"],
  ["xmpRights:Owner", "owner"],
  ["mwg-rs:Name", "owner"],
  ["MPReg:PersonDisplayName", "owner"],
  ["aux:Lens", "lens"],
  ["exifEX:LensModel", "lens"],
  ["xmp:CreatorTool", "software"],
  ["exif:DateTimeOriginal", "taken"],
  ["xmp:CreateDate", "taken"],
  ["photoshop:DateCreated", "taken"],
  ["exif:GPSTimeStamp", "taken"],
  ["xmp:ModifyDate", "changed"],
  ["xmp:MetadataDate", "changed"],
  ["photoshop:City", "place-name"],
  ["photoshop:State", "place-name"],
  ["photoshop:Country", "place-name"],
  ["Iptc4xmpCore:Location", "place-name"],
  ["Iptc4xmpExt:Sublocation", "place-name"],
  ["Iptc4xmpExt:City", "place-name"],
  ["dc:title", "caption"],
  ["dc:description", "caption"],
  ["dc:subject", "caption"],
  ["photoshop:Headline", "caption"],
  ["exif:UserComment", "caption"],
  ["dc:source", "id"],
  ["exif:ImageUniqueID", "id"],
  ["xmpMM:DocumentID", "id"],
  ["xmpMM:InstanceID", "id"],
  ["xmpMM:OriginalDocumentID", "id"],
];
const maxText = 1 << 20;
/** Of one property; a history repeats the same names. */
const maxEach = 20;
const maxValue = 4000;

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^<>]{0,2000}>/gu, " ")
    .replaceAll(/&(lt|gt|amp|quot|apos);/gu, (_, name: string) => entities[name] ?? "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Values of a property, as an attribute or as an element. No XML is parsed: names are looked for, one after another, so it is linear in the text. */
const valuesOf = (text: string, name: string): readonly string[] => {
  const values: string[] = [];
  for (let at = text.indexOf(name); at !== -1 && values.length < maxEach; at = text.indexOf(name, at + name.length)) {
    const isElement = text[at - 1] === "<";
    const start = text.slice(at + name.length, at + name.length + maxValue);
    const attribute = /^\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/u.exec(start);
    if (!isElement && attribute !== null) values.push(plain(attribute[1] ?? attribute[2] ?? ""));
    else if (isElement && /^[\s>]/u.test(start)) {
      const open = start.indexOf(">");
      const close = start.indexOf(`</${name}`);
      if (open !== -1 && close > open && start[open - 1] !== "/") values.push(plain(start.slice(open + 1, close)));
    }
  }
  return values;
};

/** "52,30.978N" or "52,30,58.7N" as degrees. */
const degrees = (value: string | undefined): number | undefined => {
  const [, d, m, s, side] = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])$/u.exec(value ?? "") ?? [];
  if (d === undefined || side === undefined) return undefined;
  const sum = Number(d) + Number(m) / 60 + Number(s ?? 0) / 3600;
  return side === "S" || side === "W" ? -sum : sum;
};

/** What a packet of XMP tells. The first megabyte of it is read. */
export const readXmp = (packet: string, facts: FactList): void => {
  const text = packet.slice(0, maxText);
  for (const [name, what] of properties) for (const value of valuesOf(text, name)) facts.add(what, value);
  const latitude = degrees(valuesOf(text, "exif:GPSLatitude")[0]);
  const longitude = degrees(valuesOf(text, "exif:GPSLongitude")[0]);
  if (latitude !== undefined && longitude !== undefined) facts.place(latitude, longitude);
  if (text.includes("xmpMM:History")) facts.has("history");
  if (/(?:xmp|xap)GImg:image|GDepth:Data|GImage:Data/u.test(text)) facts.has("picture-inside");
  if (/MotionPhoto|MicroVideo/u.test(text)) facts.has("video-inside");
};
