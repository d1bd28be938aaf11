import type { Payload } from "./age/seek.ts";
import { Refusal } from "./refusal.ts";
import type { Readable } from "./zip/read.ts";

/** Bytes of an opened age file from any place on, each piece checked as it is decrypted. */
export async function* piecesOf(payload: Payload, from: number, to: number): AsyncGenerator<Uint8Array, void> {
  for await (const piece of payload.pieces(from, to)) {
    if (typeof piece === "string") throw new Refusal("bundle-altered", "age");
    yield piece;
  }
}

/** The zip inside, for reading at any place. */
export const zipIn = (payload: Payload): Readable => ({
  size: payload.size,
  read: async (from, to) => {
    if (from < 0 || to > payload.size || from > to) throw new Refusal("bundle-size-lies");
    const out = new Uint8Array(to - from);
    let at = 0;
    for await (const piece of piecesOf(payload, from, to)) {
      out.set(piece, at);
      at += piece.length;
    }
    return out;
  },
});
