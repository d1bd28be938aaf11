import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { cryptoReady, sodium } from "../../../src/crypto/sodium.ts";
import { readStart, startAge } from "../../../src/export/age/age.ts";
import { sealToBlob } from "../../../src/export/age/collect.ts";
import { maxHeaderBytes } from "../../../src/export/age/header.ts";
import { parseIdentity, parseRecipient } from "../../../src/export/age/keys.ts";
import { payloadOf } from "../../../src/export/age/seek.ts";
import { chunkOpener, chunkSealer, payloadBytes } from "../../../src/export/age/stream.ts";
import { alternate, mbPerSecond, noise, type Measured } from "../measure.ts";
import type { Row } from "../page.ts";

const size = 64 * 2 ** 20;
const piece = 2 ** 20;
const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n));
const sized = (bytes: number): void => {
  if (bytes < size) throw new Error("it came out short");
};

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
}
const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull: (out) => {
      if (at >= bytes.length) return out.close();
      out.enqueue(bytes.subarray(at, at + piece));
      at += piece;
    },
  });
};

const inBlob = (bytes: Uint8Array): Blob => {
  if (!(bytes.buffer instanceof ArrayBuffer)) throw new Error("shared memory");
  return new Blob([new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)]);
};

const sealAndDrop = (key: Uint8Array, plain: Uint8Array): void => {
  let bytes = 0;
  const take = (view: Uint8Array): void => void (bytes += view.length);
  const sealer = chunkSealer(key);
  for (let at = 0; at < plain.length; at += piece) sealer.push(plain.subarray(at, at + piece), take);
  sealer.finish(take);
  sealer.end();
  sized(bytes);
};

/** From memory to memory, in pieces of 1 MiB, gathered in one array. */
const sealInMemory = (key: Uint8Array, plain: Uint8Array): Uint8Array => {
  const out = new Uint8Array(payloadBytes(plain.length));
  let filled = 0;
  const take = (view: Uint8Array): void => {
    out.set(view, filled);
    filled += view.length;
  };
  const sealer = chunkSealer(key);
  for (let at = 0; at < plain.length; at += piece) sealer.push(plain.subarray(at, at + piece), take);
  sealer.finish(take);
  sealer.end();
  return out.subarray(0, filled);
};
const openInMemory = (key: Uint8Array, payload: Uint8Array): Uint8Array => {
  const out = new Uint8Array(size);
  let filled = 0;
  const take = (view: Uint8Array): void => {
    out.set(view, filled);
    filled += view.length;
  };
  const opener = chunkOpener(key);
  const failed = opener.push(payload, take) ?? opener.finish(take);
  opener.end();
  if (failed !== undefined) throw new Error(failed);
  return out.subarray(0, filled);
};

/** libsodium's own secretstream over 64 KiB pieces: the bare cost of one pass of authenticated encryption. */
const secretstream = (bytes: Uint8Array): void => {
  const key = sodium.crypto_secretstream_xchacha20poly1305_keygen();
  const { state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  for (let at = 0; at < bytes.length; at += 65_536)
    sodium.crypto_secretstream_xchacha20poly1305_push(state, bytes.subarray(at, at + 65_536), null, at + 65_536 >= bytes.length ? 3 : 0);
};

/** The quicker of two ways to do the same; the peer is to be shown at its best. */
const quicker = async (one: () => Promise<void>, two: () => Promise<void>): Promise<() => Promise<void>> => {
  const { ours, peer } = await alternate(one, two, 1);
  return ours < peer ? one : two;
};

/** 64 MiB to an X25519 recipient, so that no passphrase work is counted: the encryption itself, and as a bundle is made and read, which the browser's Blobs slow down. */
const row: Row = async () => {
  await cryptoReady();
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  const share = parseRecipient(recipient);
  const secret = parseIdentity(identity);
  if (share === undefined || secret === undefined) throw new Error("the peer's keys do not parse");
  const plain = noise(size);
  const sealOurs = async (): Promise<Blob> => {
    const { start, key } = await startAge({ by: "recipients", recipients: [share] }, random);
    return sealToBlob(start, key, piecesOf(plain));
  };
  const sealed = await sealOurs();
  const openOurs = async (): Promise<void> => {
    const start = new Uint8Array(await sealed.slice(0, maxHeaderBytes).arrayBuffer());
    const read = await readStart(start, [{ by: "identity", secret }]);
    const payload = read.ok ? payloadOf(sealed, read.value.from, read.value.key) : undefined;
    if (payload === undefined) throw new Error("it does not open");
    let bytes = 0;
    for await (const part of payload.pieces(0, payload.size)) {
      if (typeof part === "string") throw new Error(part);
      bytes += part.length;
    }
    sized(bytes);
  };

  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealTheirs = async (): Promise<void> => sized((await encrypter.encrypt(plain)).length);
  const file = new Uint8Array(await sealed.arrayBuffer());
  const openTheirs = async (): Promise<void> => sized((await decrypter.decrypt(file, "uint8array")).length);
  const sealTheirsToBlob = await quicker(
    async () => sized(inBlob(await encrypter.encrypt(plain)).size),
    async () => sized((await new Response(await encrypter.encrypt(streamOf(plain))).blob()).size),
  );
  const openTheirsFromBlob = await quicker(
    async () => sized((await decrypter.decrypt(new Uint8Array(await sealed.arrayBuffer()), "uint8array")).length),
    async () => {
      let bytes = 0;
      const reader = (await decrypter.decrypt(sealed.stream())).getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.length;
      sized(bytes);
    },
  );
  const compared = (what: string, against: string, goal: number, times: { ours: number; peer: number }): Measured => ({
    what,
    against,
    goal: `≥ ${String(goal)}×`,
    ours: mbPerSecond(size, times.ours),
    peer: mbPerSecond(size, times.peer),
    ratio: times.peer / times.ours,
    reached: times.peer / times.ours >= goal,
  });
  const { key } = await startAge({ by: "recipients", recipients: [share] }, random);
  const payload = sealInMemory(key, plain);
  const seal = (): void => sized(sealInMemory(key, plain).length);
  const open = (): void => sized(openInMemory(key, payload).length);
  const sealToBlobOurs = async (): Promise<void> => sized((await sealOurs()).size);
  return [
    compared("seal 64 MiB, in memory", "age-encryption", 3, await alternate(seal, sealTheirs)),
    compared("open 64 MiB, in memory", "age-encryption", 3, await alternate(open, openTheirs)),
    compared(
      "seal 64 MiB, result dropped",
      "secretstream, 64 KiB pieces",
      1,
      await alternate(
        () => sealAndDrop(key, plain),
        () => secretstream(plain),
      ),
    ),
    compared("seal 64 MiB into a Blob", "age-encryption", 1, await alternate(sealToBlobOurs, sealTheirsToBlob)),
    compared("open 64 MiB from a Blob", "age-encryption", 1, await alternate(openOurs, openTheirsFromBlob)),
  ];
};
export default row;
