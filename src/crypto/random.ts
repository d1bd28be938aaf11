import { hex } from "../lib/bytes.ts";
import { sodium } from "./sodium.ts";

/** The browser answers at most this many bytes at once. */
const most = 65_536;

/** Bytes from the browser's secure generator. */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at += most) crypto.getRandomValues(out.subarray(at, Math.min(at + most, length)));
  return out;
};

/** 16 random bytes as 32 hex digits: the shape of every id. */
export const randomId = (): string => hex(randomBytes(16));

/** Uniform whole number, 0 ≤ n < `bound` ≤ 2^32. Needs `cryptoReady`. */
export const randomBelow = (bound: number): number => sodium.randombytes_uniform(bound);
