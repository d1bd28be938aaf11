/** Nonce of one piece of a long plaintext: 23-byte big-endian counter ‖ last flag. Apart, so that the service worker has it without the whole library. */
export const pieceNonce = (index: number, last: boolean): Uint8Array<ArrayBuffer> => {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError("no such piece");
  const nonce = new Uint8Array(24);
  new DataView(nonce.buffer).setBigUint64(15, BigInt(index));
  nonce[23] = last ? 1 : 0;
  return nonce;
};
