import { sha256 } from "../../crypto/hash.ts";
import type { SigningKey } from "../../crypto/sign.ts";
import { utf8 } from "../../lib/bytes.ts";
import type { Instant } from "../../lib/time.ts";
import { payloadBytes } from "../age/stream.ts";
import { Refusal } from "../refusal.ts";
import { padme } from "../zip/padme.ts";
import { maxZipBytes } from "../zip/records.ts";
import { zipSize, type ZipInput } from "../zip/write.ts";
import { paddingFile, textFile, type BagFile } from "./contents.ts";
import { publicKeyText, signatureText } from "./minisign.ts";
import { sealCommentText } from "./seal-comment.ts";
import { bagInfoText, bagitText, folderOf, manifestText, paths } from "./tags.ts";

/** What is written around the payload. */
export interface BagFrame {
  readonly bundleId: string;
  readonly date: string;
  readonly sealedAt: Instant;
  /** Already tidied (seal-comment.ts). */ readonly label: string;
  readonly howToCheck: string;
  readonly key: SigningKey;
}

export interface Bag {
  /** With the folder's name in front, in the order in which they are written: what checks the rest comes first. */ readonly files: readonly ZipInput[];
  /** SHA-256 of tagmanifest-sha256.txt. */ readonly sealDigest: Uint8Array;
}

/** The signed bag, padded so that `before` bytes and its encrypted zip have a Padmé size together. */
export const buildBag = (payload: readonly BagFile[], frame: BagFrame, before: number): Bag => {
  const sizeWith = (padding: number): number => {
    // Digests and signatures have one length each, so a padding that is not hashed yet gives the size.
    const draft = withTags([...payload, { path: paths.padding, size: padding, sha256: "0".repeat(64), bytes: () => [] }], frame);
    return before + payloadBytes(zipSize(draft.files));
  };
  const files = [...payload, paddingFile(paddingFor(sizeWith))];
  const bag = withTags(files, frame);
  if (zipSize(bag.files) > maxZipBytes) throw new Refusal("seal-too-large");
  return bag;
};

/** The least padding that gives a Padmé size. More padding makes the zip longer by as much, and by a tag or a digit now and then. */
export const paddingFor = (sizeWith: (padding: number) => number): number => {
  let goal = padme(sizeWith(0));
  let padding = 0;
  for (let tries = 0; tries < 64; tries++) {
    const size = sizeWith(padding);
    if (size === goal) return padding;
    if (size < goal) padding += goal - size;
    else if (padding > size - goal) padding -= size - goal;
    // The goal falls on a step of 16 bytes where a new piece begins.
    if (tries % 8 === 7) goal = padme(goal + 1);
  }
  throw new Error("padding: no size found");
};

const withTags = (payload: readonly BagFile[], frame: BagFrame): Bag => {
  const sum = payload.reduce((total, { size }) => total + size, 0);
  const manifest = new Map(payload.map(({ path, sha256: digest }) => [path, digest]));
  const tags = [
    textFile(paths.bagit, bagitText),
    textFile(paths.bagInfo, bagInfoText({ date: frame.date, payloadBytes: sum, payloadFiles: payload.length, bundleId: frame.bundleId })),
    textFile(paths.manifest, manifestText(manifest)),
    textFile(paths.signingKey, publicKeyText(frame.key.publicKey)),
    textFile(paths.howToCheck, frame.howToCheck),
  ];
  const tagManifest = manifestText(new Map(tags.map(({ path, sha256: digest }) => [path, digest])));
  const signature = signatureText(frame.key, utf8(tagManifest), sealCommentText(frame));
  const all = [...tags, textFile(paths.tagManifest, tagManifest), textFile(paths.signature, signature), ...payload];
  const folder = folderOf(frame.bundleId);
  return { files: all.map((file) => ({ ...file, path: `${folder}/${file.path}` })), sealDigest: sha256(utf8(tagManifest)) };
};
