import { sodium } from "./sodium.ts";

const names = [
  "_malloc",
  "_free",
  "_crypto_hash_sha256",
  "_crypto_aead_chacha20poly1305_ietf_encrypt",
  "_crypto_aead_chacha20poly1305_ietf_decrypt",
] as const;

/**
 * libsodium's own functions under its wrapper, for where the wrapper's allocations and copies cost more than the work. Arguments are
 * addresses and lengths; a length of 64 bits is two numbers, low half first. Not part of the wrapper's documented surface: what is used is looked for.
 */
export type RawSodium = { readonly [N in (typeof names)[number]]: (...args: readonly number[]) => number } & {
  /** Another one after the memory has grown: never kept. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
};

const isRaw = (value: unknown): value is RawSodium =>
  typeof value === "object" &&
  value !== null &&
  "HEAPU8" in value &&
  value.HEAPU8 instanceof Uint8Array &&
  value.HEAPU8.buffer instanceof ArrayBuffer &&
  names.every((name) => typeof Reflect.get(value, name) === "function");

let found: RawSodium | undefined;

/** Throws where a function is missing, which is a bug after an update of the library. Needs `cryptoReady`. */
export const rawSodium = (): RawSodium => {
  if (found !== undefined) return found;
  const raw: unknown = Reflect.get(sodium, "libsodium");
  if (!isRaw(raw)) throw new Error("the raw library is not there");
  found = raw;
  return raw;
};
