import { hex } from "../lib/bytes.ts";
import { pieceBytes } from "../lib/media.ts";
import type { Result } from "../lib/result.ts";
import { payloadNonceBytes, readStart, type Key } from "./age/age.ts";
import type { AgeError } from "./age/errors.ts";
import { maxHeaderBytes } from "./age/header.ts";
import { chunkBytes } from "./age/stream.ts";
import { payloadOf, type Payload } from "./age/seek.ts";
import { piecesOf, zipIn } from "./container.ts";
import { toldCustody } from "./bag/custody.ts";
import { asObject } from "./bag/json.ts";
import { readBag, type Bag, type BagFacts } from "./bag/read-bag.ts";
import { sealCode } from "./bag/seal-code.ts";
import { paths } from "./bag/tags.ts";
import { Refusal, settle } from "./refusal.ts";
import type { CheckResult, ExportError, OpenedBundle } from "./types.ts";
import { verify, type Before } from "./verify.ts";
import { padme, padmeBelow } from "./zip/padme.ts";
import { readZip } from "./zip/read.ts";

/** An opened bundle beside the way to its files. The file itself stays as it is: pieces are decrypted when they are asked for. */
export interface Opening {
  readonly bundle: OpenedBundle;
  /** One file, at most 64 MiB. */ readonly read: (path: string) => Promise<Result<Uint8Array<ArrayBuffer>, ExportError>>;
  /** One piece of a file, of any length: `pieceBytes` from `index` × `pieceBytes`, the last one shorter. */
  readonly readPiece: (path: string, index: number) => Promise<Result<Uint8Array<ArrayBuffer>, ExportError>>;
  /** Wipes the key; after it nothing can be read. */ readonly close: () => void;
}
export type Progress = (done: number, total: number) => void;

export const maxReadBytes = 64 * 2 ** 20;

/** Opens and verifies. Errors are of the container; a bag that reads but does not verify is opened, with its failed checks. */
export const openBundle = (
  file: Blob,
  keys: readonly Key[],
  before: Before,
  onProgress: Progress = () => undefined,
  isStopped: () => boolean = () => false,
): Promise<Result<Opening, ExportError>> =>
  settle(async () => {
    const { from, key } = await openStart(file, keys);
    let isClosed = false;
    const close = (): void => {
      isClosed = true;
      key.fill(0);
    };
    try {
      const { bag, part } = await bagIn(await openPayload(file, from, key));
      const total = [...bag.files.values()].reduce((sum, size) => sum + size, 0);
      let done = 0;
      const facts = await readBag(bag, (count) => {
        if (isStopped()) throw new Refusal("stopped");
        onProgress((done += count), total);
      });
      const whileOpen = <T>(read: () => Promise<T>): Promise<Result<T, ExportError>> =>
        settle(async () => {
          if (isClosed) throw new Refusal("not-a-bundle");
          return read();
        });
      return {
        bundle: described(facts, verify(facts, before)),
        read: (path) => whileOpen(() => readFile(bag, path)),
        readPiece: (path, index) => whileOpen(() => readPart(bag, part, path, index)),
        close,
      };
    } catch (thrown) {
      close();
      throw thrown;
    }
  });

/** Words as typed, in any case, with any white space or dashes between them → the passphrase of the file. */
export const passphraseOf = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => word !== "")
    .join("-");

export const openStart = async (file: Blob, keys: readonly Key[]): Promise<{ readonly from: number; readonly key: Uint8Array }> => {
  const start = new Uint8Array(await file.slice(0, maxHeaderBytes + payloadNonceBytes).arrayBuffer());
  const read = await readStart(start, keys);
  if (!read.ok) throw new Refusal(codeOf[read.error.code], "age");
  return read.value;
};

export const openPayload = async (file: Blob, from: number, key: Uint8Array): Promise<Payload> => {
  const payload = payloadOf(file, from, key);
  // The last piece first: it carries the mark that the file is whole.
  const failed = payload === undefined ? "age-cut-off" : await failureIn(payload, lastByte(payload), payload.size);
  if (payload === undefined || failed !== undefined) throw new Refusal(await whyDamaged(file, from, key, failed ?? "age-cut-off"), "age");
  return payload;
};

const lastByte = ({ size }: Payload): number => Math.max(0, size - 1);

const failureIn = async (payload: Payload, from: number, to: number): Promise<"age-altered" | "age-cut-off" | undefined> => {
  if (from >= to && payload.size > 0) return undefined;
  for await (const piece of payload.pieces(from, to)) if (typeof piece === "string") return piece;
  return undefined;
};

/**
 * A last piece that does not open was changed, or is the torn half of one. An earlier piece that does not open either tells: nothing is torn
 * there. Else the sizes tell: a whole bundle has a Padmé size, which one in thousands has. A file with something behind its end opens when
 * that is left out.
 */
const whyDamaged = async (
  file: Blob,
  from: number,
  key: Uint8Array,
  failed: "age-altered" | "age-cut-off",
): Promise<ExportError["code"]> => {
  const payload = payloadOf(file, from, key);
  if (failed === "age-cut-off" || payload === undefined) return "bundle-cut-off";
  const earlier = Math.floor((payload.size - 1) / chunkBytes) * chunkBytes;
  if (padme(file.size) === file.size || (await failureIn(payload, 0, earlier)) !== undefined) return "bundle-altered";
  const shorter = payloadOf(file.slice(0, padmeBelow(file.size)), from, key);
  return shorter !== undefined && (await failureIn(shorter, lastByte(shorter), shorter.size)) === undefined
    ? "bundle-altered"
    : "bundle-cut-off";
};

const codeOf: { readonly [C in AgeError["code"]]: ExportError["code"] } = {
  "age-not-age": "not-a-bundle",
  "age-armored": "bundle-armored",
  "age-version": "bundle-format-unknown",
  "age-header-cut-off": "bundle-cut-off",
  "age-header-malformed": "bundle-altered",
  "age-header-too-long": "bundle-malformed",
  "age-stanza-malformed": "bundle-altered",
  "age-passphrase-not-alone": "bundle-altered",
  "age-work-too-high": "bundle-work-too-high",
  "age-mac": "bundle-altered",
  "age-no-match": "bundle-wrong-words",
  "age-needs-key": "bundle-needs-key",
  "age-needs-passphrase": "bundle-wrong-words",
  "age-unsupported-recipient": "bundle-unsupported-recipient",
  "age-cut-off": "bundle-cut-off",
  "age-altered": "bundle-altered",
};

/** Bytes `from` to `to` of the file at a path, which has to have them. */
type Part = (path: string, from: number, to: number) => AsyncIterable<Uint8Array>;

const bagIn = async (payload: Payload): Promise<{ readonly bag: Bag; readonly part: Part }> => {
  const zip = zipIn(payload);
  const stored = await readZip(zip);
  const folder = stored[0]?.path.split("/")[0] ?? "";
  const inside = new Map(stored.map((entry) => [entry.path.slice(folder.length + 1), entry]));
  if (stored.some(({ path }) => path === "vault.json")) throw new Refusal("bundle-is-backup");
  if (stored.some(({ path }) => !path.startsWith(`${folder}/`))) throw new Refusal("bundle-malformed");
  const part: Part = (path, from, to) => {
    const entry = inside.get(path);
    if (entry === undefined || from < 0 || to > entry.size) throw new Refusal("bundle-malformed", path);
    return piecesOf(payload, entry.from + from, entry.from + to);
  };
  const bag: Bag = {
    folder,
    files: new Map([...inside].map(([path, { size }]) => [path, size])),
    crcs: new Map([...inside].map(([path, { crc }]) => [path, crc])),
    stream: (path) => part(path, 0, inside.get(path)?.size ?? 0),
  };
  return { bag, part };
};

const collected = async (pieces: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array<ArrayBuffer>> => {
  const out = new Uint8Array(size);
  let at = 0;
  for await (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
};

const readFile = async (bag: Bag, path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const size = bag.files.get(path);
  if (size === undefined || size > maxReadBytes) throw new Refusal("bundle-malformed", path);
  return collected(bag.stream(path), size);
};

const readPart = async ({ files }: Bag, part: Part, path: string, index: number): Promise<Uint8Array<ArrayBuffer>> => {
  const from = index * pieceBytes;
  const to = Math.min(from + pieceBytes, files.get(path) ?? 0);
  if (!Number.isSafeInteger(index) || from < 0 || from >= to) throw new Refusal("bundle-malformed", path);
  return collected(part(path, from, to), to - from);
};

const described = (facts: BagFacts, checks: readonly CheckResult[]): OpenedBundle => {
  const types = typesOf(facts);
  const copies = facts.copies.filter(({ path, sha256, of }) => types.has(of) && facts.digests.get(path) === sha256);
  const originals = new Map(copies.map(({ path, of }) => [path, of]));
  return {
    bundleId: facts.info.bundleId,
    sealedAt: facts.seal?.sealedAt ?? "",
    label: facts.seal?.label ?? "",
    keyFingerprint: facts.publicKey === undefined ? "" : hex(facts.publicKey),
    sealCode: sealCode(facts.sealDigest),
    checks,
    caseJson: facts.caseJson,
    timeline: facts.timeline.map((line) => ({ n: line.kind === "extract" ? line.n : line.seq, entry: line.entry })),
    files: [...facts.files].map(([path, size]) => ({
      path,
      size,
      type: typeOf(path, types.get(originals.get(path) ?? facts.digests.get(path) ?? "")),
    })),
    copies: copies.map(({ path, of }) => ({ path, of })),
    custody: toldCustody({ digests: facts.digests, custody: facts.custody, copies }),
  };
};

/** Digest → what the first disclosed entry that names these bytes says they are. */
const typesOf = ({ timeline }: BagFacts): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  for (const { entry } of timeline) {
    const { sha256, type } = asObject(entry["body"] ?? null) ?? {};
    if (typeof sha256 === "string" && typeof type === "string" && !types.has(sha256)) types.set(sha256, type);
  }
  return types;
};

/** Never guessed from a name. */
const typeOf = (path: string, said: string | undefined): string => {
  if (path === paths.report) return "application/pdf";
  if (path.endsWith(".txt") && !path.startsWith(paths.evidence)) return "text/plain";
  return said ?? "application/octet-stream";
};
