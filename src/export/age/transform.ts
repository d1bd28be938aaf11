import { concat } from "../../lib/bytes.ts";
import { payloadNonceBytes, readStart, startAge, type Key, type Lock, type Random } from "./age.ts";
import type { AgeError } from "./errors.ts";
import { maxHeaderBytes } from "./header.ts";
import { chunkOpener, chunkSealer } from "./stream.ts";

/** Plaintext in, age file out. Memory stays at about 3 MiB whatever the size. */
export const encryptAge = async (lock: Lock, random: Random): Promise<TransformStream<Uint8Array, Uint8Array>> => {
  const { start, key } = await startAge(lock, random);
  const sealer = chunkSealer(key);
  key.fill(0);
  return new TransformStream({
    start: (out) => out.enqueue(start),
    transform: (bytes, out) => sealer.push(bytes, (view) => out.enqueue(view.slice())),
    flush: (out) => {
      sealer.finish((view) => out.enqueue(view.slice()));
      sealer.end();
    },
  });
};

/**
 * Age file in, plaintext out, each piece checked before it is released. The stream errors with an AgeError, and only after all that came
 * before it was taken: what was taken is genuine.
 */
export const decryptAge = (
  keys: readonly Key[],
): { readonly writable: WritableStream<Uint8Array>; readonly readable: ReadableStream<Uint8Array> } => {
  const { writable, readable } = new TransformStream<Uint8Array, Uint8Array>();
  const pieces = opened(readable.getReader(), keys);
  return {
    writable,
    readable: new ReadableStream({
      pull: async (out) => {
        const next = await pieces.next();
        if (next.done === true) return out.close();
        if (next.value instanceof Uint8Array) return out.enqueue(next.value);
        out.error(next.value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    }),
  };
};

/** Yields pieces of plaintext; an AgeError is the last thing yielded. */
async function* opened(
  sealed: ReadableStreamDefaultReader<Uint8Array>,
  keys: readonly Key[],
): AsyncGenerator<Uint8Array | AgeError, undefined> {
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  let next = await sealed.read();
  for (; !next.done && heldBytes < maxHeaderBytes + payloadNonceBytes; next = await sealed.read()) {
    held.push(next.value);
    heldBytes += next.value.length;
  }
  const start = concat(...held);
  const read = await readStart(start, keys);
  if (!read.ok) return yield* [read.error];
  const opener = chunkOpener(read.value.key);
  read.value.key.fill(0);
  try {
    const ready: Uint8Array[] = [];
    const take = (view: Uint8Array): void => void ready.push(view.slice());
    let failed = opener.push(start.subarray(read.value.from), take);
    for (; failed === undefined && !next.done; next = await sealed.read()) {
      yield* ready.splice(0);
      failed = opener.push(next.value, take);
    }
    failed ??= opener.finish(take);
    yield* ready;
    if (failed !== undefined) yield { code: failed };
    return undefined;
  } finally {
    opener.end();
  }
}
