import { pushLeaves, emptyFrontier, rootOfFrontier } from "../crypto/merkle.ts";
import { randomBytes, randomId } from "../crypto/random.ts";
import { hex, sameBytes } from "../lib/bytes.ts";
import { err, type Result } from "../lib/result.ts";
import type { Stamp } from "./append.ts";
import { emptyCatalogue, type Catalogue } from "./catalogue.ts";
import { createFilled } from "./create.ts";
import { anyEpoch, type Database } from "./database.ts";
import { entryText, leafOf, liveEntry } from "./entry.ts";
import { saltBytes } from "./format.ts";
import { headId, sealHead, type Head } from "./head.ts";
import { emptyHead } from "./make-case.ts";
import { scarsOf } from "./loss.ts";
import { packFile, packKeys, packLog, type SealedRow, type TakeRows } from "./pack-log.ts";
import { rowName, sealRow, versionOf, type RowBox } from "./rows.ts";
import { sealSecret, secretId } from "./secrets.ts";
import { sealSeed, seedId } from "./seeds.ts";
import { encodeSegment, segmentId } from "./segment.ts";
import type { Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { BackupCase, BackupLog, FirstEntry } from "./backup-types.ts";
import type { VaultError } from "./types.ts";
import type { VaultDeps } from "./unlock.ts";

/** Rows of so many bytes go into one transaction. */
const batchBytes = 4 * 2 ** 20;

/** Holds off whoever would clear up what a restoring leaves while one is under way. undefined: one is. */
const alone = <T>(name: string, job: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks.request(`${name}-restoring`, { ifAvailable: true }, async (lock) => (lock === null ? undefined : job()));

/** Removes what a restoring left that was ended half-way, unless one is under way. */
export const clearRestoring = async (name: string, database: Database): Promise<void> => {
  await alone(name, () => database.clearRestoring());
};

/**
 * A new vault with these cases. Their rows are written first, under a key that opens nothing yet; the header comes last, in one transaction with
 * the removal of the notes by which the rows could be told. Ended before that, nothing of it can be seen, and the next start removes the rows.
 */
export const restore = async (
  deps: VaultDeps,
  database: Database,
  passphrase: string,
  cases: readonly BackupCase[],
  first: FirstEntry,
  stamp: Stamp,
  onProgress: (done: number) => void,
): Promise<Result<Session, VaultError>> => {
  const done = await alone(deps.name, async () => {
    await database.clearRestoring();
    const token = randomId();
    let step: "begin" | "go-on" = "begin";
    let waiting: SealedRow[] = [];
    let bytes = 0;
    let files = 0;
    const made = await createFilled(deps, database, passphrase, token, async (box) => {
      const flush = async (): Promise<void> => {
        const put = waiting.map(([id, row]) => [rowName(box, id), row] as const);
        const written = await database.write({ epoch: anyEpoch, put, restoring: { token, step } });
        if (!written.ok) throw new Refused(written.error);
        step = "go-on";
        waiting = [];
        bytes = 0;
      };
      const take: TakeRows = async (rows) => {
        for (const [id, row] of rows) {
          waiting.push([id, row]);
          bytes += row.length;
          if (id.kind === "chunk") onProgress((files += row.length));
        }
        if (bytes >= batchBytes) await flush();
      };
      const catalogue = await packCases(box, cases, first, stamp, take);
      await flush();
      return catalogue;
    }).catch(async (thrown: unknown) => {
      await database.clearRestoring();
      throw thrown;
    });
    if (!made.ok) await database.clearRestoring();
    return made;
  });
  return done ?? err({ code: "vault-taken", where: "restoring" });
};

const packCases = async (
  box: RowBox,
  cases: readonly BackupCase[],
  first: FirstEntry,
  stamp: Stamp,
  take: TakeRows,
): Promise<Catalogue> => {
  let catalogue: Catalogue = { ...emptyCatalogue, revision: 1 };
  for (const logs of cases) {
    const caseId = randomId();
    for (const log of logs) await packWhole(box, log, take);
    await begin(box, caseId, logs[0], first, stamp, take);
    catalogue = {
      ...catalogue,
      cases: [...catalogue.cases, caseId],
      attached: [...catalogue.attached, ...logs.map(({ log }) => ({ caseId, log }))],
    };
  }
  return catalogue;
};

/** A log of the backup, with all that belongs to it. Throws Refused when it is not the log that its root says. */
const packWhole = async (box: RowBox, from: BackupLog, take: TakeRows): Promise<void> => {
  const { log } = from;
  const revision = 1;
  const { tree, segments } = await packLog(box, log, revision, from.lines(), take);
  if (tree.size !== from.size || !sameBytes(rootOfFrontier(tree), from.root)) throw new Refused({ code: "vault-damaged", where: "log" });
  const keys = [];
  for (const file of from.files) keys.push(await packFile(file, from.bytes(file.file), take));
  const rings = packKeys(box, log, revision, keys);
  for (const { key } of keys) key.wipe();
  await take(rings.rows);
  await take([[seedId(log), seedRow(box, log, from)]]);
  for (const [number, secret] of from.secrets.entries()) await take([[secretId(log, number), sealSecret(box, log, number, secret)]]);
  const head: Head = {
    ...emptyHead,
    revision,
    tree,
    segments,
    keyrings: rings.versions,
    secrets: from.secrets.map(({ id, seq }, number) => ({ id, seq, number })),
    nextSecret: from.secrets.length,
    absent: from.absent,
    scars: scarsOf(from.lost),
    catalogue: 1,
  };
  await take([[headId(log), sealHead(box, log, head)]]);
};

const seedRow = (box: RowBox, log: string, from: BackupLog): Uint8Array<ArrayBuffer> => {
  const seed = from.seed();
  const row = sealSeed(box, log, seed);
  seed.fill(0);
  return row;
};

/** The log in which a restored case goes on; its first entry says where its history ends. */
const begin = async (
  box: RowBox,
  caseId: string,
  parent: BackupLog,
  first: FirstEntry,
  { at, offset }: Stamp,
  take: TakeRows,
): Promise<void> => {
  const { kind, body } = first({ log: parent.log, size: parent.size, root: hex(parent.root) });
  const entry = liveEntry(randomBytes(saltBytes), entryText(0, at, offset, kind, body));
  const id = segmentId(caseId, 0, 0);
  const row = sealRow(box, id, encodeSegment({ revision: 1, entries: [entry] }));
  const head: Head = {
    ...emptyHead,
    revision: 1,
    tree: pushLeaves(emptyFrontier, [leafOf(entry)]),
    segments: [{ first: 0, version: versionOf(row) }],
    catalogue: 1,
  };
  await take([
    [id, row],
    [seedId(caseId), seedRow(box, caseId, parent)],
    [headId(caseId), sealHead(box, caseId, head)],
  ]);
};
