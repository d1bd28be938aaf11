import { join, letters, mark, u16, u32 } from "./bytes.ts";

/** Blocks that cameras, phones and programs put into pictures, each with texts that can be looked for. */

type Entry = readonly [id: number, type: number, value: string | Uint8Array | readonly number[]];
interface Directories {
  readonly main: readonly Entry[];
  readonly exif?: readonly Entry[];
  readonly gps?: readonly Entry[];
  readonly next?: readonly Entry[];
}

const encode = ([, type, value]: Entry, little: boolean): { readonly count: number; readonly bytes: Uint8Array } => {
  if (typeof value === "string") return { count: value.length + 1, bytes: join(value, [0]) };
  if (value instanceof Uint8Array) return { count: value.length, bytes: value };
  if (type === 3) return { count: value.length, bytes: join(...value.map((n) => u16(n, little))) };
  // Fractions come as pairs.
  return { count: type === 5 ? value.length / 2 : value.length, bytes: join(...value.map((n) => u32(n, little))) };
};

/** A TIFF structure as Exif has it. */
export const tiff = (little: boolean, { main, exif = [], gps = [], next = [] }: Directories): Uint8Array => {
  const directory = (entries: readonly Entry[], at: number, after: number): Uint8Array => {
    let free = at + 2 + 12 * entries.length + 4;
    const rows: Uint8Array[] = [];
    const values: Uint8Array[] = [];
    for (const entry of entries.toSorted((a, b) => a[0] - b[0])) {
      const { count, bytes } = encode(entry, little);
      const isShort = bytes.length <= 4;
      rows.push(
        join(
          u16(entry[0], little),
          u16(entry[1], little),
          u32(count, little),
          isShort ? join(bytes, new Uint8Array(4 - bytes.length)) : u32(free, little),
        ),
      );
      if (isShort) continue;
      values.push(bytes);
      free += bytes.length;
    }
    return join(u16(entries.length, little), ...rows, u32(after, little), ...values);
  };
  // Pointers have a fixed size, so the first directory can be measured before it is known where the others stand.
  const mainWith = (exifAt: number, gpsAt: number): readonly Entry[] => [...main, [0x8769, 4, [exifAt]], [0x8825, 4, [gpsAt]]];
  const exifAt = 8 + directory(mainWith(0, 0), 8, 0).length;
  const gpsAt = exifAt + directory(exif, exifAt, 0).length;
  const nextAt = gpsAt + directory(gps, gpsAt, 0).length;
  return join(
    little ? "II" : "MM",
    u16(42, little),
    u32(8, little),
    directory(mainWith(exifAt, gpsAt), 8, next.length === 0 ? 0 : nextAt),
    directory(exif, exifAt, 0),
    directory(gps, gpsAt, 0),
    ...(next.length === 0 ? [] : [directory(next, nextAt, 0)]),
  );
};

/** Berlin, as a phone would write it, with everything that Exif can tell. */
export const fullExif = (little: boolean, orientation: number, thumbnail: Uint8Array): Uint8Array =>
  tiff(little, {
    main: [
      [0x010f, 2, `${mark}maker`],
      [0x0110, 2, `${mark}model`],
      [0x0112, 3, [orientation]],
      [0x0131, 2, `${mark}software`],
      [0x0132, 2, "2026:11:20 22:04:05"],
      [0x013b, 2, `${mark}artist`],
      [
        0x9c9d,
        1,
        letters(
          `${mark}windows-author`
            .split("")
            .map((c) => `${c}\0`)
            .join(""),
        ),
      ],
    ],
    exif: [
      [0x9003, 2, "2026:11:20 21:04:05"],
      [0x9011, 2, "+01:00"],
      [0x927c, 7, letters(`${mark}maker-note with a serial number`)],
      [
        0x9286,
        7,
        join(
          "UNICODE\0",
          letters(
            `${mark}comment`
              .split("")
              .map((c) => (little ? `${c}\0` : `\0${c}`))
              .join(""),
          ),
        ),
      ],
      [0xa430, 2, `${mark}owner`],
      [0xa431, 2, `${mark}serial`],
    ],
    gps: [
      [1, 2, "N"],
      [2, 5, [52, 1, 30, 1, 5868, 100]],
      [3, 2, "E"],
      [4, 5, [13, 1, 22, 1, 3972, 100]],
      [7, 5, [20, 1, 4, 1, 5, 1]],
      [29, 2, "2026:11:20"],
    ],
    next: [
      [0x0103, 3, [6]],
      [0x0201, 4, [8]],
      [0x0202, 4, [thumbnail.length]],
      [0xfffe, 7, thumbnail],
    ],
  });

export const xmp = (more = ""): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="${mark}tool" ` +
  `exif:GPSLatitude="33,51.405S" exif:GPSLongitude="151,12.9W" xmpMM:DocumentID='${mark}document'><dc:creator><rdf:Seq><rdf:li>${mark}creator &amp; co</rdf:li></rdf:Seq>` +
  `</dc:creator>${more}</rdf:Description></rdf:RDF></x:xmpmeta>`;

const dataset = (id: number, text: string): Uint8Array => join([0x1c, 2, id], u16(text.length), text);
export const iptc = (): Uint8Array => join(dataset(80, `${mark}byline`), dataset(90, `${mark}city`), dataset(120, `${mark}iptc-caption`));
export const photoshop = (): Uint8Array => {
  const block = (id: number, data: Uint8Array): Uint8Array =>
    join("8BIM", u16(id), [0, 0], u32(data.length), data, data.length % 2 ? [0] : []);
  return join(block(0x0404, iptc()), block(0x040c, letters(`${mark}preview`)));
};

const tag = (name: string, data: Uint8Array): readonly [string, Uint8Array] => [name, data];
const fixed = (...numbers: readonly number[]): Uint8Array => join("XYZ ", u32(0), ...numbers.map((n) => u32(Math.round(n * 65_536))));
const gammaCurve = (gamma: number): Uint8Array => join("curv", u32(0), u32(1), u16(Math.round(gamma * 256)), [0, 0]);
const srgbCurve = (): Uint8Array => {
  const values = Array.from({ length: 1024 }, (_, i) => i / 1023).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return join("curv", u32(0), u32(1024), ...values.map((v) => u16(Math.round(v * 65_535))));
};
/** A colour profile as makers write it: with a name and the number of a screen in it. */
export const icc = (colours: "p3" | "adobe" | "screen"): Uint8Array => {
  const colorants = {
    p3: [0.5151, 0.2412, -0.0011, 0.292, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841],
    adobe: [0.6097, 0.3111, 0.0195, 0.2053, 0.6257, 0.0609, 0.1492, 0.0632, 0.7446],
    screen: [0.55, 0.26, 0.005, 0.27, 0.66, 0.05, 0.145, 0.08, 0.77],
  }[colours];
  const curve = colours === "adobe" ? gammaCurve(2.19921875) : srgbCurve();
  const tags = [
    tag("desc", join("desc", u32(0), u32(17), `${mark}screen 4711`, [0], new Uint8Array(80))),
    tag("mmod", letters(`mmod${mark}serial-of-screen`)),
    tag("wtpt", fixed(0.9642, 1, 0.8249)),
    ...["rXYZ", "gXYZ", "bXYZ"].map((name, i) => tag(name, fixed(...colorants.slice(3 * i, 3 * i + 3)))),
    ...["rTRC", "gTRC", "bTRC"].map((name) => tag(name, curve)),
  ];
  let at = 132 + 12 * tags.length;
  const rows = tags.map(([name, data]) => {
    const row = join(name, u32(at), u32(data.length));
    at += data.length;
    return row;
  });
  const head = new Uint8Array(128);
  head.set(join(u32(at), "mark", u32(0x0210_0000), "mntrRGB XYZ "), 0);
  head.set(join(u16(2026), u16(11), u16(20), u16(1), u16(2), u16(3), "acsp", "APPL", u32(0), "mark", "dev1"), 24);
  head.set(join(u32(0xf6d6), u32(0x10000), u32(0xd32d), "mark"), 68);
  return join(head, u32(tags.length), ...rows, ...tags.map(([, data]) => data));
};

/** The start of a short video, as a phone hangs it behind a picture. */
export const video = (): Uint8Array => join(u32(24), "ftypmp42", u32(0), "mp42isom", u32(60), "moov", `${mark}video `.repeat(4));
