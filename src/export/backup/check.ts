import { sha256 } from "../../crypto/hash.ts";
import { labels } from "../../crypto/labels.ts";
import { emptyFrontier, leafHash, pushLeaves, rootOf, rootOfFrontier } from "../../crypto/merkle.ts";
import { hex, sameBytes, unhex, utf8 } from "../../lib/bytes.ts";
import type { BackupLine, BackupLoss, BackupSecret } from "../../vault/backup-types.ts";
import { Refusal } from "../refusal.ts";
import { noLoss } from "./damaged.ts";
import { isId, paths, readLine, type LogFacts, type LogSecrets } from "./shape.ts";

export interface CheckedLog {
  readonly leaves: readonly Uint8Array[];
  /** Logs that its entries name, with their size and root at that moment. */
  readonly marks: readonly { readonly log: string; readonly size: number; readonly root: string }[];
  /** Private records that entries commit to and that are not here. */ readonly missing: number;
}

/** Times that one log was restored or took in another. */
const mostMarks = 1_000;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** Every entry's leaf, the root over all, the files that entries name, and the private records they commit to. Throws a Refusal. */
export const checkLog = async (facts: LogFacts, { secrets }: LogSecrets, lines: AsyncIterable<string>): Promise<CheckedLog> => {
  const changed = new Refusal("backup-entry-changed", paths.log(facts.log));
  const files = new Map(facts.files.map(({ file, sha256: digest }) => [file, digest]));
  const named = new Set<string>();
  const committed = Map.groupBy(secrets, ({ seq }) => seq);
  const leaves: Uint8Array[] = [];
  const lost = lostEntries(facts);
  const marks: CheckedLog["marks"][number][] = [];
  const here = new Set(secrets.map(commitmentOf));
  let missing = 0;
  for await (const text of lines) {
    const seq = leaves.length;
    const read = seq < facts.size ? readLine(text, seq) : undefined;
    if (read === undefined) throw changed;
    if (isLostLine(read.line) !== lost.has(seq)) throw changed;
    leaves.push("leaf" in read.line ? read.line.leaf : leafHash(read.line.salt, utf8(read.line.text)));
    const body = fieldsOf(read.entry?.["body"]);
    const { file, sha256: digest } = body;
    if (typeof file === "string") named.add(file);
    if (typeof file === "string" && typeof digest === "string" && files.has(file) && files.get(file) !== digest)
      throw new Refusal("backup-file-changed", paths.file(file));
    const { log, size, root } = fieldsOf(body["parent"]);
    if (typeof log === "string" && typeof size === "number" && typeof root === "string") marks.push({ log, size, root });
    if (marks.length > mostMarks) throw new Refusal("backup-malformed", paths.log(facts.log));
    for (const secret of committed.get(seq) ?? [])
      if ("leaf" in read.line || !read.line.text.includes(commitmentOf(secret))) throw new Refusal("backup-entry-changed", paths.secrets);
    committed.delete(seq);
    missing += commitmentsIn(body).filter((commitment) => !here.has(commitment)).length;
  }
  if (leaves.length !== facts.size || !sameBytes(rootOf(leaves), facts.root)) throw changed;
  // A file that no entry names could be anything, and a record that none commits to as well.
  const loose = [...files.keys()].find((file) => !named.has(file));
  if (loose !== undefined) throw new Refusal("backup-malformed", paths.file(loose));
  if (committed.size > 0) throw new Refusal("backup-entry-changed", paths.secrets);
  // What is here and what is said to be absent are together what entries name, no more and no less.
  const absent = new Set(facts.absent);
  const unsaid =
    [...named].find((file) => isId(file) && !files.has(file) && !absent.has(file)) ?? facts.absent.find((file) => !named.has(file));
  if (unsaid !== undefined) throw new Refusal("backup-malformed", paths.file(unsaid));
  // Only with an entry can a record be lost that no entry commits to.
  if (lost.size === 0 && (facts.lost?.secrets ?? 0) > missing) throw new Refusal("backup-malformed", paths.secrets);
  return { leaves, marks, missing };
};

/** Commitments to private records: each is a field of the body. */
const commitmentsIn = (body: Fields): readonly string[] =>
  Object.values(body).flatMap((field) => {
    const { id, commitment } = fieldsOf(field);
    return isId(id) && typeof commitment === "string" ? [commitment] : [];
  });

/** What is lost, with the private records that are not here although nothing says so. undefined: nothing is. */
export const lossToSay = ({ lost, withheld }: LogFacts, { missing }: CheckedLog): BackupLoss | undefined => {
  const all = missing <= (lost?.secrets ?? 0) ? lost : { ...noLoss, ...lost, secrets: missing };
  // What was left out on purpose is no damage.
  return all === undefined || withheld === undefined ? all : { ...all, secrets: all.secrets - withheld, seal: false };
};

/** Numbers of the entries that `vault.json` says were lost. Its runs do not overlap. */
const lostEntries = ({ size, lost }: LogFacts): ReadonlySet<number> => {
  const all = new Set<number>();
  for (const [first, count] of lost?.entries ?? []) for (let seq = first; seq < Math.min(first + count, size); seq++) all.add(seq);
  return all;
};
/** The leaf of a lost entry is unknown, and stands as zeros. */
const isLostLine = (line: BackupLine): boolean => "leaf" in line && line.leaf.every((byte) => byte === 0);

const commitmentOf = ({ salt, text }: BackupSecret): string => hex(sha256(Uint8Array.of(labels.hash.secret), salt, utf8(text)));

/** The logs of one case are signed by one key, and what one says of another holds. Every root is worked out once. Throws a Refusal. */
export const checkLineage = async (
  logs: readonly LogFacts[],
  checked: ReadonlyMap<string, Pick<CheckedLog, "leaves" | "marks">>,
  secrets: readonly LogSecrets[],
  isStopped: () => boolean,
): Promise<void> => {
  const inCase = new Set(logs.map(({ log }) => log));
  const seeds = secrets.filter(({ log }) => inCase.has(log)).map(({ seed }) => seed);
  if (seeds.some((seed) => seeds[0] !== undefined && !sameBytes(seed, seeds[0]))) throw new Refusal("backup-malformed", paths.secrets);
  // Of a log with lost entries nobody can work out a root from before they were lost.
  const whole = new Map(logs.map(({ log, lost }) => [log, lost?.root === true ? 0 : (lost?.entries[0]?.[0] ?? Infinity)]));
  const marks = logs
    .flatMap(({ log }) => checked.get(log)?.marks ?? [])
    .filter(({ log, size }) => inCase.has(log) && size <= (whole.get(log) ?? 0));
  let done = 0;
  for (const [log, ofLog] of Map.groupBy(marks, (mark) => mark.log)) {
    const leaves = checked.get(log)?.leaves ?? [];
    let tree = emptyFrontier;
    for (const { size, root } of ofLog.toSorted((a, b) => a.size - b.size)) {
      const isPossible = Number.isSafeInteger(size) && size >= 0 && size <= leaves.length;
      while (isPossible && tree.size < size) {
        const next = leaves.slice(tree.size, Math.min(size, tree.size + leavesAtOnce));
        tree = pushLeaves(tree, next);
        if ((done += next.length) < leavesAtOnce) continue;
        done = 0;
        await others();
        if (isStopped()) throw new Refusal("stopped");
      }
      const said = unhex(root);
      const holds = isPossible && said !== undefined && sameBytes(rootOfFrontier(tree), said);
      if (!holds) throw new Refusal("backup-entry-changed", paths.log(log));
    }
  }
};

const leavesAtOnce = 4096;
/** Lets a message in, such as that to stop. */
const others = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
