import { Unfit } from "./unfit.ts";

/** Markers of JPEG (ITU-T T.81, table B.1) that matter here. */
export const marker = {
  sof0: 0xc0,
  sof1: 0xc1,
  sof2: 0xc2,
  dht: 0xc4,
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  dqt: 0xdb,
  dnl: 0xdc,
  dri: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app11: 0xeb,
  app13: 0xed,
  app14: 0xee,
  app15: 0xef,
  com: 0xfe,
} as const;

export interface JpegPart {
  readonly marker: number;
  /** Without marker and length; of a scan its header alone. */ readonly data: Uint8Array;
  /** Marker, length and data, and of a scan all that is coded behind it. */ readonly whole: Uint8Array;
}
export interface JpegParts {
  readonly parts: readonly JpegPart[];
  /** Where the picture ends; what comes after is something else. undefined: it is cut off or out of joint before that. */
  readonly end: number | undefined;
}

/** A photograph has some dozens; those with a long history in several blocks a few hundred. */
const maxParts = 10_000;

/** Where the coded bytes of a scan end: at the next marker that is neither a stuffed zero nor a restart. */
const scanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

/** Takes a JPEG apart as far as it goes; nothing is decoded. Throws Unfit for more parts than any picture has. */
export const jpegParts = (bytes: Uint8Array): JpegParts => {
  const parts: JpegPart[] = [];
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return { parts, end: undefined };
    const kind = bytes[at + 1];
    // Any number of fill bytes may stand before a marker.
    if (kind === 0xff) {
      at++;
      continue;
    }
    if (kind === marker.eoi) return { parts, end: at + 2 };
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const dataEnd = at + 2 + length;
    if (kind === undefined || kind < marker.sof0 || kind === marker.soi || length < 2 || dataEnd > bytes.length)
      return { parts, end: undefined };
    const end = kind === marker.sos ? scanEnd(bytes, dataEnd) : dataEnd;
    parts.push({ marker: kind, data: bytes.subarray(at + 4, dataEnd), whole: bytes.subarray(at, end) });
    if (parts.length > maxParts) throw new Unfit("strip-unknown");
    at = end;
  }
};

/** One segment. `data`: at most 65,533 bytes. */
export const jpegSegment = (kind: number, data: Uint8Array): Uint8Array => {
  const out = new Uint8Array(4 + data.length);
  out.set([0xff, kind, (data.length + 2) >>> 8, (data.length + 2) & 255]);
  out.set(data, 4);
  return out;
};
