import { cryptoReady } from "../../../src/crypto/sodium.ts";
import { scryptHere } from "../../../src/crypto/scrypt.ts";
import type { Scrypt } from "../../../src/export/age/passphrase.ts";

/** scrypt in this thread: tests use low work factors, or have the time. */
export const scrypt: Scrypt = (passphrase, salt, logN) => Promise.resolve(scryptHere(passphrase, salt, logN));
export const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
export const ready = cryptoReady;

/** Sends bytes through a transform in pieces of `size`; what came out before an error is kept. */
export const through = async (
  transform: ReadableWritablePair<Uint8Array, Uint8Array>,
  bytes: Uint8Array,
  size = 1 << 20,
): Promise<{ readonly out: Uint8Array; readonly error: unknown }> => {
  const pieces: Uint8Array[] = [];
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    pull: (out) => {
      if (at >= bytes.length) return out.close();
      out.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const reader = source.pipeThrough(transform).getReader();
  let error: unknown;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  } catch (thrown) {
    error = thrown;
  }
  return { out: new Uint8Array(await new Blob(pieces.map((piece) => new Uint8Array(piece))).arrayBuffer()), error };
};
