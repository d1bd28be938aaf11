/** The records of a zip file (APPNOTE 6.3), only as this format writes them: stored, UTF-8 names, no extra fields, no comments, no zip64. */
export const signatures = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 } as const;
export const lengths = { local: 30, descriptor: 16, central: 46, end: 22 } as const;
/** Flags: bit 11, names are UTF-8; bit 3, sum and size follow the data. */
export const flags = { utf8: 0x0800, follows: 0x0008 } as const;
/** Without zip64 no size and no position reaches this. */
export const maxZipBytes = 0xffff_fffe;

/** What the zip says about one file. `at`: position of its local record. */
export interface Filed {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
}

/** Version 2.0 is all that stored files need; system 3 (Unix) carries the mode. */
const version = 20;
const regularFile = 0o100644;

const record = (length: number, fill: (view: DataView) => void): Uint8Array => {
  const out = new Uint8Array(length);
  fill(new DataView(out.buffer));
  return out;
};

/** `day`: the MS-DOS date, the time is midnight: a device's clock and zone have no place here. */
export const localRecord = (name: Uint8Array, day: number): Uint8Array =>
  record(lengths.local, (view) => {
    view.setUint32(0, signatures.local, true);
    view.setUint16(4, version, true);
    view.setUint16(6, flags.utf8 | flags.follows, true);
    view.setUint16(12, day, true);
    view.setUint16(26, name.length, true);
  });

export const descriptorRecord = ({ crc, size }: Pick<Filed, "crc" | "size">): Uint8Array =>
  record(lengths.descriptor, (view) => {
    view.setUint32(0, signatures.descriptor, true);
    view.setUint32(4, crc, true);
    view.setUint32(8, size, true);
    view.setUint32(12, size, true);
  });

export const centralRecord = ({ name, crc, size, at }: Filed, day: number): Uint8Array =>
  record(lengths.central, (view) => {
    view.setUint32(0, signatures.central, true);
    view.setUint16(4, (3 << 8) | version, true);
    view.setUint16(6, version, true);
    view.setUint16(8, flags.utf8 | flags.follows, true);
    view.setUint16(14, day, true);
    view.setUint32(16, crc, true);
    view.setUint32(20, size, true);
    view.setUint32(24, size, true);
    view.setUint16(28, name.length, true);
    view.setUint32(38, regularFile * 65_536, true);
    view.setUint32(42, at, true);
  });

export const endRecord = (count: number, from: number, length: number): Uint8Array =>
  record(lengths.end, (view) => {
    view.setUint32(0, signatures.end, true);
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, length, true);
    view.setUint32(16, from, true);
  });
