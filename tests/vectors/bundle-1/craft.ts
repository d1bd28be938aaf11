import { merkleTree } from "../../../src/crypto/merkle.ts";
import { scryptHere } from "../../../src/crypto/scrypt.ts";
import { signingKeyFromSeed } from "../../../src/crypto/sign.ts";
import { sha256 } from "../../../src/crypto/hash.ts";
import { startAge, type Lock } from "../../../src/export/age/age.ts";
import { chunkSealer, payloadBytes } from "../../../src/export/age/stream.ts";
import { payloadFiles } from "../../../src/export/bag/contents.ts";
import { publicKeyText, signatureText } from "../../../src/export/bag/minisign.ts";
import { bagInfoText, bagitText, folderOf, manifestText, paths } from "../../../src/export/bag/tags.ts";
import { sealCommentText } from "../../../src/export/bag/seal-comment.ts";
import type { Disclosure } from "../../../src/export/types.ts";
import { padme } from "../../../src/export/zip/padme.ts";
import { writeZip, zipSize } from "../../../src/export/zip/write.ts";
import { concat, hex, utf8 } from "../../../src/lib/bytes.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { repeatable, testCase, type TestFile } from "../../export/source.ts";

/** A bundle that can be spoilt at each layer before the next is laid around it. Made from a seed: the same bytes each time. */
export type Files = Map<string, Uint8Array>;
export interface Spoil {
  readonly files?: readonly TestFile[];
  readonly disclosure?: Partial<Disclosure>;
  /** Payload, before the manifest is made of it. */ readonly payload?: (files: Files) => void;
  readonly info?: (text: string) => string;
  readonly manifest?: (text: string) => string;
  /** Tag files, before the tag manifest is made of them. */ readonly tags?: (files: Files) => void;
  readonly comment?: (text: string) => string;
  /** Another key signs. */ readonly signWith?: Uint8Array;
  /** Everything, after it was signed. */ readonly signed?: (files: Files) => void;
  readonly folder?: string;
  readonly zip?: (zip: Uint8Array) => Uint8Array;
  readonly lock?: Lock;
  readonly age?: (file: Uint8Array, start: number) => Uint8Array;
  readonly padding?: boolean;
}

export const words = ["abacus", "abdomen", "abdominal", "abide", "abiding", "ability"];
export const passphrase = words.join("-");
export const byWords = (logN: number): Lock => ({
  by: "passphrase",
  passphrase,
  logN,
  scrypt: (secret, salt, n) => Promise.resolve(scryptHere(secret, salt, n)),
});
export const bundleId = "3f9c0d5e".repeat(4);
export const shot: TestFile = {
  id: "11".repeat(16),
  name: "listing-page.png",
  type: "image/png",
  bytes: utf8("\u0089PNG stands in for a picture\n".repeat(12)),
};

const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return concat(...all);
};

export const zipOf = (files: readonly (readonly [path: string, bytes: Uint8Array])[]): Promise<Uint8Array> =>
  collect(
    writeZip(
      files.map(([path, bytes]) => ({ path, size: bytes.length, bytes: () => [bytes] })),
      "2026-11-22",
    ),
  );

export const craft = async (spoil: Spoil = {}): Promise<Uint8Array> => {
  const random = repeatable("bundle-1");
  const { source, disclosure: base, seed } = testCase(random, spoil.files ?? [shot]);
  const disclosure = { ...base, ...spoil.disclosure };
  const files: Files = new Map();
  for (const file of payloadFiles(disclosure, source, utf8("%PDF-1.3\n% stands in for the report\n")))
    files.set(file.path, await collect(toAsync(file.bytes())));
  spoil.payload?.(files);
  const { start, key } = await startAge(spoil.lock ?? byWords(4), random);
  const layers = (padding: number): Files => lay(files, padding, spoil, seed);
  let padding = 0;
  const sizeWith = (count: number): number => {
    const folder = spoil.folder ?? folderOf(bundleId);
    return (
      start.length + payloadBytes(zipSize([...layers(count)].map(([path, bytes]) => ({ path: `${folder}/${path}`, size: bytes.length }))))
    );
  };
  const goal = padme(sizeWith(200));
  for (let tries = 0; tries < 20 && sizeWith(padding) !== goal; tries++) padding += goal - sizeWith(padding);
  const folder = spoil.folder ?? folderOf(bundleId);
  const zip = await zipOf(
    [...layers(padding)].map(([path, bytes]) => [path.startsWith("~") ? path.slice(1) : `${folder}/${path}`, bytes] as const),
  );
  const sealer = chunkSealer(key);
  const out = [start];
  sealer.push(spoil.zip?.(zip) ?? zip, (view) => out.push(view.slice()));
  sealer.finish((view) => out.push(view.slice()));
  sealer.end();
  const file = concat(...out);
  return spoil.age?.(file, start.length) ?? file;
};

const lay = (payload: Files, padding: number, spoil: Spoil, seed: Uint8Array): Files => {
  const data: Files = new Map([...payload, ...(payload.has(paths.padding) ? [] : [[paths.padding, new Uint8Array(padding)] as const])]);
  const digestsOf = (files: Files): ReadonlyMap<string, string> => new Map([...files].map(([path, bytes]) => [path, hex(sha256(bytes))]));
  const info = bagInfoText({
    date: "2026-11-22",
    payloadBytes: [...data.values()].reduce((sum, { length }) => sum + length, 0),
    payloadFiles: data.size,
    bundleId,
  });
  const signer = signingKeyFromSeed(spoil.signWith ?? seed);
  const tags: Files = new Map([
    [paths.bagit, utf8(bagitText)],
    [paths.bagInfo, utf8(spoil.info?.(info) ?? info)],
    [paths.manifest, utf8(spoil.manifest?.(manifestText(digestsOf(data))) ?? manifestText(digestsOf(data)))],
    [paths.signingKey, utf8(publicKeyText(signingKeyFromSeed(seed).publicKey))],
    [paths.howToCheck, utf8("age -d, unzip, sha256sum -c, minisign -V\n")],
  ]);
  spoil.tags?.(tags);
  const tagManifest = utf8(manifestText(digestsOf(tags)));
  const comment = sealCommentText({ bundleId, sealedAt: instantFromMs(Date.UTC(2026, 10, 22, 9, 58)), label: "my lawyer" });
  const all: Files = new Map([
    ...tags,
    [paths.tagManifest, tagManifest],
    [paths.signature, utf8(signatureText(signer, tagManifest, spoil.comment?.(comment) ?? comment))],
    ...data,
  ]);
  spoil.signed?.(all);
  return all;
};

async function* toAsync(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* pieces;
}

/** The log behind every crafted bundle, to lie about it. */
export const theLog = () => {
  const { source, seed } = testCase(repeatable("bundle-1"), [shot]);
  return { source, seed, tree: merkleTree(source.leaves()) };
};

/** Where the directory's record for a name that ends so starts; `at` + field offsets as in APPNOTE 4.3.12. */
export const centralOf = (zip: Uint8Array, ending: string): number => {
  const view = new DataView(zip.buffer, zip.byteOffset);
  let at = view.getUint32(zip.length - 6, true);
  for (;;) {
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(zip.subarray(at + 46, at + 46 + length)).endsWith(ending)) return at;
    at += 46 + length;
  }
};

/** A copy in which some little-endian numbers of 2 or 4 bytes are others. */
export const patched = (zip: Uint8Array, ...numbers: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Uint8Array => {
  const out = zip.slice();
  const view = new DataView(out.buffer);
  for (const [at, bytes, value] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return out;
};

/** A copy in which one name is another of the same length, in directory and local record or in one of them. */
export const renamed = (zip: Uint8Array, from: string, to: string, where: "both" | "local" = "both"): Uint8Array => {
  const [before, after] = [utf8(from), utf8(to)];
  if (before.length !== after.length) throw new Error(`not the same length: ${from} ${to}`);
  const out = zip.slice();
  let found = 0;
  for (let at = 0; at + before.length <= out.length; at++) {
    if (!before.every((byte, i) => out[at + i] === byte)) continue;
    found++;
    if (where === "both" || found === 1) out.set(after, at);
  }
  if (found !== 2) throw new Error(`found ${found} times: ${from}`);
  return out;
};
