import { sha256, sha256Stream } from "../../crypto/hash.ts";
import { merkleTree } from "../../crypto/merkle.ts";
import { hex, utf8 } from "../../lib/bytes.ts";
import type { DisclosedLog, DisclosureSource } from "../../vault/types.ts";
import { copyBytes, type Copier } from "../copies.ts";
import { Refusal } from "../refusal.ts";
import type { Disclosure } from "../types.ts";
import type { ZipInput } from "../zip/write.ts";
import { caseJsonFaults } from "./case-json.ts";
import { checkpointText } from "./checkpoint.ts";
import { canonical } from "./json.ts";
import { isNameAllowed, pathKey } from "./names.ts";
import { paths } from "./tags.ts";
import { continuityLine, extractLine } from "./timeline.ts";

/** A file of the bag: its digest is known before its bytes are written, so that the manifests can stand first. */
export interface BagFile extends ZipInput {
  readonly sha256: string;
}

export const bytesFile = (path: string, bytes: Uint8Array): BagFile => ({
  path,
  size: bytes.length,
  sha256: hex(sha256(bytes)),
  bytes: () => [bytes],
});
export const textFile = (path: string, text: string): BagFile => bytesFile(path, utf8(text));

/**
 * The payload of the bag: exactly what the disclosure names, each under its place, and nothing that is not named here. Throws a Refusal for a
 * name that is not allowed, an entry or file that is not whole, and a case.json that does not fit its schema.
 */
export const payloadFiles = (disclosure: Disclosure, source: DisclosureSource, report: Uint8Array, copier?: Copier): readonly BagFile[] => {
  const [fault] = caseJsonFaults(disclosure.caseJson);
  if (fault !== undefined) throw new Refusal("seal-self-check-failed", `${paths.caseJson}#${fault}`);
  const files = [
    bytesFile(paths.report, report),
    textFile(paths.caseJson, `${canonical(disclosure.caseJson)}\n`),
    textFile(paths.timeline, timelineText(disclosure, source)),
    ...(disclosure.continuity
      ? logsIn(disclosure, source).map(({ logId: log, size, root }) =>
          textFile(paths.checkpoints + log, checkpointText({ log, size, root })),
        )
      : []),
    textFile(paths.custody, disclosure.custody.map((item) => `${canonical(item)}\n`).join("")),
    ...disclosure.notices.map(({ name, text }) => textFile(place(paths.notices, name.endsWith(".txt") ? name : `${name}.txt`), text)),
    ...disclosure.evidence.map((file) => ({
      path: place(paths.evidence, file.name),
      size: file.copy?.size ?? file.size,
      sha256: file.copy?.sha256 ?? file.sha256,
      bytes: () => (file.copy === undefined ? source.file(file.file) : copyBytes(source, file, copier)),
    })),
  ];
  const keys = new Set(files.map(({ path }) => pathKey(path)));
  if (keys.size !== files.length) throw new Refusal("seal-name-not-allowed");
  return files;
};

const place = (folder: string, name: string): string => {
  if (!isNameAllowed(name)) throw new Refusal("seal-name-not-allowed");
  return folder + name;
};

/** Its own log, and of the others those that something is disclosed of. */
const logsIn = ({ entries }: Disclosure, source: DisclosureSource): readonly DisclosedLog[] => {
  const named = new Set(entries.map((n) => source.placeOf(n).log));
  return [source, ...source.others.filter(({ logId }) => named.has(logId))];
};

const timelineText = (disclosure: Disclosure, source: DisclosureSource): string =>
  (disclosure.continuity ? proved(disclosure, source) : disclosure.entries.map((n, i) => extractLine(i + 1, entryOf(source, n).text)))
    .map((line, i) => {
      if (line === undefined) throw new Refusal("seal-source-damaged", `entry ${String(disclosure.entries[i])}`);
      return `${line}\n`;
    })
    .join("");

const entryOf = (source: DisclosureSource, n: number): { readonly salt: Uint8Array; readonly text: string } => {
  const entry = source.entry(n);
  if (entry === undefined) throw new Refusal("seal-source-damaged", `entry ${n}`);
  return entry;
};

/** One log after another, each in its own order. */
const proved = (disclosure: Disclosure, source: DisclosureSource): readonly string[] =>
  logsIn(disclosure, source).flatMap((log) => {
    const tree = merkleTree(log.leaves());
    return disclosure.entries
      .map((n) => ({ n, ...source.placeOf(n) }))
      .filter((place) => place.log === log.logId)
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ n, seq }) => {
        const { salt, text } = entryOf(source, n);
        return continuityLine({ log: log.logId, seq, salt, text, proof: tree.inclusion(seq) });
      });
  });

/** Zeros in pieces. */
export const paddingFile = (size: number): BagFile => {
  const zeros = function* (): Generator<Uint8Array, void> {
    const piece = new Uint8Array(65_536);
    for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
  };
  const sum = sha256Stream();
  for (const piece of zeros()) sum.update(piece);
  return { path: paths.padding, size, sha256: hex(sum.digest()), bytes: zeros };
};
