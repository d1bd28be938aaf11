/**
 * Reads what lies in a LevelDB folder without opening it as a database: every block of every table, deleted and overwritten
 * versions included, and every record of every log. Format: leveldb's doc/table_format.md and doc/log_format.md.
 */
const varint = (bytes: Uint8Array, at: number): readonly [value: number, next: number] => {
  let value = 0;
  for (let shift = 0, i = at; shift < 53; shift += 7, i++) {
    const byte = bytes[i];
    if (byte === undefined) throw new RangeError("varint runs past the end");
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, i + 1];
  }
  throw new RangeError("varint too long");
};

const block = (file: Uint8Array, offset: number, size: number): Uint8Array => {
  const raw = file.subarray(offset, offset + size);
  const kind = file[offset + size];
  if (kind === 0) return raw;
  if (kind === 1) return inflate(raw, varint(raw, 0)[0]);
  throw new RangeError(`block compression ${kind} is not known here`);
};

/** Keys are prefix-compressed inside a block; values are whole. */
const entries = function* (bytes: Uint8Array): Generator<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
  const restarts = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true);
  const end = bytes.length - 4 - 4 * restarts;
  let last = new Uint8Array();
  for (let at = 0; at < end;) {
    const [shared, a] = varint(bytes, at);
    const [unshared, b] = varint(bytes, a);
    const [length, c] = varint(bytes, b);
    const key = new Uint8Array(shared + unshared);
    key.set(last.subarray(0, shared));
    key.set(bytes.subarray(c, c + unshared), shared);
    yield { key, value: bytes.subarray(c + unshared, c + unshared + length) };
    last = key;
    at = c + unshared + length;
  }
};

/** All keys and values of one `.ldb`. Throws when the file is not a whole table. */
export const readTable = function* (file: Uint8Array): Generator<Uint8Array> {
  const footer = file.subarray(file.length - 48);
  const view = new DataView(footer.buffer, footer.byteOffset, 48);
  if (view.getBigUint64(40, true) !== 0xdb4775248b80fb57n) throw new RangeError("not a LevelDB table");
  const [, afterMetaOffset] = varint(footer, 0);
  const [, afterMeta] = varint(footer, afterMetaOffset);
  const [indexOffset, afterIndexOffset] = varint(footer, afterMeta);
  const [indexSize] = varint(footer, afterIndexOffset);
  for (const { value: handle } of entries(block(file, indexOffset, indexSize))) {
    const [offset, next] = varint(handle, 0);
    const [size] = varint(handle, next);
    for (const { key, value } of entries(block(file, offset, size))) {
      yield key;
      yield value;
    }
  }
};

/** All records of one `.log`, fragments joined. A torn tail is yielded as far as it goes. */
export const readLog = function* (file: Uint8Array): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  for (let at = 0; at + 7 <= file.length;) {
    const left = 32_768 - (at % 32_768);
    if (left < 7) {
      at += left;
      continue;
    }
    const length = (file[at + 4] ?? 0) + ((file[at + 5] ?? 0) << 8);
    const kind = file[at + 6];
    if (kind === 0 && length === 0) {
      at += left;
      continue;
    }
    parts.push(file.subarray(at + 7, at + 7 + length));
    if (kind === 1 || kind === 4) {
      yield Buffer.concat(parts);
      parts = [];
    }
    at += 7 + length;
  }
  if (parts.length > 0) yield Buffer.concat(parts);
};

/** Every record of a `.log` or MANIFEST reaches its end: the last write to it was not cut short. */
export const isWholeLog = (file: Uint8Array): boolean => {
  let at = 0;
  while (at < file.length) {
    const left = 32_768 - (at % 32_768);
    if (left < 7) at += left;
    else if (at + 7 > file.length) return false;
    else at += 7 + (file[at + 4] ?? 0) + ((file[at + 5] ?? 0) << 8);
  }
  return at === file.length || at % 32_768 === 0;
};

/** Blink wraps stored values that compress well in Snappy: FF 11 03, then the compressed bytes. Yields what is inside. */
export const readWrapped = function* (bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mark = Buffer.from([0xff, 0x11, 0x03]);
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1)) {
    const inside = tryInflate(bytes.subarray(at + 3));
    if (inside !== undefined) yield inside;
  }
};

/** The value may be followed by other bytes, so the compressed length is not known: stop at the announced plain length. */
const tryInflate = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    const [length] = varint(bytes, 0);
    if (length > 64 * 2 ** 20) return undefined;
    return inflate(bytes, length);
  } catch {
    return undefined;
  }
};

/** Snappy, read until `length` bytes are out; what follows is ignored. Format: snappy's format_description.txt. */
const inflate = (bytes: Uint8Array, length: number): Uint8Array => {
  const out = new Uint8Array(length);
  let [, at] = varint(bytes, 0);
  let done = 0;
  const byte = (i: number): number => {
    const value = bytes[i];
    if (value === undefined) throw new RangeError("cut off");
    return value;
  };
  while (done < length) {
    const tag = byte(at++);
    if ((tag & 3) === 0) {
      let size = tag >> 2;
      if (size >= 60) {
        const extra = size - 59;
        size = 0;
        for (let i = 0; i < extra; i++) size += byte(at + i) * 2 ** (8 * i);
        at += extra;
      }
      size += 1;
      if (at + size > bytes.length || done + size > length) throw new RangeError("literal runs past the end");
      out.set(bytes.subarray(at, at + size), done);
      at += size;
      done += size;
    } else {
      const one = (tag & 3) === 1;
      const size = one ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      const wide = one ? 1 : (tag & 3) === 2 ? 2 : 4;
      let back = one ? (tag >> 5) << 8 : 0;
      for (let i = 0; i < wide; i++) back += byte(at + i) * 2 ** (8 * i);
      at += wide;
      if (back === 0 || back > done || done + size > length) throw new RangeError("copy from nowhere");
      for (let i = 0; i < size; i++, done++) out[done] = out[done - back] ?? 0;
    }
  }
  return out;
};
