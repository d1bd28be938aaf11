/** Bech32 (BIP 173) without its length limit, as age uses it for recipients (`age1…`) and identities (`AGE-SECRET-KEY-1…`). */
const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const polymod = (values: readonly number[]): number => {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) check ^= generator;
  }
  return check;
};

const expand = (prefix: string): readonly number[] => {
  const codes = Array.from(prefix, (c) => c.charCodeAt(0));
  return [...codes.map((c) => c >>> 5), 0, ...codes.map((c) => c & 31)];
};

/** Bits from groups of `from` to groups of `to`; undefined when what is left over is not zero padding of less than one group. */
const regroup = (values: Iterable<number>, from: number, to: number, pad: boolean): number[] | undefined => {
  let held = 0;
  let bits = 0;
  const out: number[] = [];
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((held >>> bits) & (2 ** to - 1));
    }
    held &= 2 ** bits - 1;
  }
  if (pad && bits > 0) out.push((held << (to - bits)) & (2 ** to - 1));
  return !pad && (bits >= from || held !== 0) ? undefined : out;
};

/** `prefix` in lower case; the result is lower case. */
export const toBech32 = (prefix: string, bytes: Uint8Array): string => {
  const data = regroup(bytes, 8, 5, true) ?? [];
  const check = polymod([...expand(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const sum = Array.from({ length: 6 }, (_, i) => (check >>> (5 * (5 - i))) & 31);
  return `${prefix}1${[...data, ...sum].map((v) => alphabet.charAt(v)).join("")}`;
};

/** The bytes behind a text with exactly this prefix; undefined for mixed case, a wrong sum, another prefix or stray bits. */
export const fromBech32 = (prefix: string, text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return undefined;
  const lower = text.toLowerCase();
  if (!lower.startsWith(`${prefix}1`) || lower.length < prefix.length + 7 || lower.length > 200) return undefined;
  const values = Array.from(lower.slice(prefix.length + 1), (c) => alphabet.indexOf(c));
  if (values.includes(-1) || polymod([...expand(prefix), ...values]) !== 1) return undefined;
  const bytes = regroup(values.slice(0, -6), 5, 8, false);
  return bytes === undefined ? undefined : Uint8Array.from(bytes);
};
