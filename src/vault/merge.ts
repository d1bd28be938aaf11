import { rootOf } from "../crypto/merkle.ts";
import { fromUtf8, hex, sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { appending, type Stamp } from "./append.ts";
import type { BackupCase, BackupLine, BackupLog, MergedEntries } from "./backup-types.ts";
import type { Intent } from "./catalogue.ts";
import { leafOf, saltOf, textOf, type Entry } from "./entry.ts";
import { chunkId, forgetFiles } from "./files.ts";
import { headId, sealHead } from "./head.ts";
import { asFields } from "./json-row.ts";
import { chunkCount, keyringId, type FileKey } from "./keyring.ts";
import { forgetLine, readLine } from "./line.ts";
import { scarsOf } from "./loss.ts";
import { emptyHead } from "./make-case.ts";
import { entryOf, packFile, packKeys, packLog, type SealedRow } from "./pack-log.ts";
import { readCase, type ReadCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { rowName, type RowId } from "./rows.ts";
import { sealSecret, secretId } from "./secrets.ts";
import { openSeed, readSeedRow, sealSeed, seedId } from "./seeds.ts";
import { segmentId } from "./segment.ts";
import { commit, writeAs, type CaseState, type Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { VaultError } from "./types.ts";

/** Which of the cases is signed by this case's key; -1: none. */
export const copyOf = async (session: Session, caseId: string, cases: readonly BackupCase[]): Promise<Result<number, VaultError>> => {
  const row = await readSeedRow(session, caseId);
  if (!row.ok) return row;
  const own = openSeed(session, caseId, row.value);
  if (own === undefined || own === "newer") return err({ code: "vault-damaged", where: "seed" });
  const index = cases.findIndex(([log]) => {
    const seed = log.seed();
    const isSame = sameBytes(seed, own);
    seed.fill(0);
    return isSame;
  });
  own.fill(0);
  return ok(index);
};

/** A log of the other copy: what is here of it, and what comes. */
interface Coming {
  readonly from: BackupLog;
  readonly here: ReadCase | undefined;
  /** All of it, as it will lie here: what is erased here stays so. */ readonly entries: readonly Entry[];
  /** Entries here before. */ readonly known: number;
}

/**
 * Brings another copy of a case in. Chunks of files come first, with intents; then every other row of it, the entry that says so, and the catalogue,
 * in one transaction. Stopped or failed before that, the case is as it was and the chunks go at once; killed, at the next loading.
 */
export const merge = async (
  session: Session,
  state: CaseState,
  logs: BackupCase,
  merged: MergedEntries,
  stamp: Stamp,
  onProgress: (done: number) => void,
): Promise<Result<number, VaultError>> => {
  const { caseId } = state;
  const same = await copyOf(session, caseId, [logs]);
  if (!same.ok) return same;
  if (same.value !== 0) return err({ code: "vault-other-case" });
  const line = await readLine(session, caseId);
  if (!line.ok) return line;
  const here = new Map(line.value.logs.map((read) => [read.state.caseId, read]));
  const coming: Coming[] = [];
  for (const from of logs) {
    const next = await comingOf(session, caseId, from, here.get(from.log));
    if (!next.ok) return next;
    if (next.value.entries.length > next.value.known) coming.push(next.value);
  }
  const added = coming.reduce((sum, { entries, known }) => sum + entries.length - known, 0);
  if (added === 0) return err({ code: "vault-nothing-new" });

  const files = coming.flatMap(({ from, entries, known }) => {
    const named = namedIn(entries.slice(known));
    return from.files.filter(({ file }) => named.has(file)).map((file) => ({ from, file }));
  });
  const intents = files.map(({ file }): Intent => ({ caseId, file: file.file, chunks: chunkCount(file.size) }));
  const others = session.catalogue.intents.filter(({ file }) => !intents.some((intent) => intent.file === file));
  // Bytes that are here are never written over. What a killed merging left may be.
  const first = await session.database.rows(intents.map(({ file }) => rowName(session, chunkId(file, 0))));
  const isTaken = intents.some(
    ({ file }, i) => first[i] !== undefined && !session.catalogue.intents.some((intent) => intent.file === file),
  );
  if (isTaken) return err({ code: "vault-copies-differ" });
  const begun = await commit(session, state, { catalogue: { ...session.catalogue, intents: [...others, ...intents] } });
  if (!begun.ok) return begun;
  let isKept = false;
  try {
    const keys = new Map<BackupLog, FileKey[]>();
    let done = 0;
    for (const { from, file } of files) {
      const key = await packFile(file, from.bytes(file.file), async (rows) => {
        const written = await writeAs(session, { put: rows.map(([id, row]) => [rowName(session, id), row] as const) });
        if (!written.ok) throw new Refused(written.error);
        onProgress((done += rows.reduce((sum, [, row]) => sum + row.length, 0)));
      });
      keys.set(from, [...(keys.get(from) ?? []), key]);
    }

    const put: SealedRow[] = [];
    const remove: RowId[] = [];
    for (const one of coming) await lay(session, one, keys.get(one.from) ?? [], put, remove);
    for (const { key } of [...keys.values()].flat()) key.wipe();
    const [own] = logs;
    const note = appending(session, begun.value, merged({ log: own.log, size: own.size, root: hex(own.root) }, added), stamp);
    if (!note.ok) return note;
    const finished = await commit(session, begun.value, {
      ...note.value.change,
      put: [...(note.value.change.put ?? []), ...put],
      remove,
      catalogue: {
        ...session.catalogue,
        intents: others,
        attached: [
          ...session.catalogue.attached,
          ...coming.flatMap(({ from, here: known }) => (known === undefined ? [{ caseId, log: from.log }] : [])),
        ],
      },
    });
    for (const { from } of coming) {
      session.cases.delete(from.log);
      session.rings.delete(from.log);
    }
    forgetLine(session, caseId);
    isKept = finished.ok;
    return finished.ok ? ok(added) : finished;
  } finally {
    if (!isKept && !session.ended) await giveBack(session, caseId, intents);
  }
};

/** A full disk is a likely reason, so the room goes back now. What the catalogue no longer has as begun is kept: only the answer to it was lost. */
const giveBack = async (session: Session, caseId: string, intents: readonly Intent[]): Promise<void> => {
  const read = await readCase(session, caseId);
  if (!read.ok) return;
  const begun = new Set(intents.map(({ file }) => file));
  await forgetFiles(
    session,
    read.value.state,
    session.catalogue.intents.filter(({ file }) => begun.has(file)),
  );
};

/** What both have must be the same, leaf by leaf; the case's own log cannot be behind its copy. */
const comingOf = async (
  session: Session,
  caseId: string,
  from: BackupLog,
  here: ReadCase | undefined,
): Promise<Result<Coming, VaultError>> => {
  const known: Entry[] = [];
  for (const { segment } of here?.segments ?? []) {
    if (segment === undefined) return err({ code: "vault-damaged", where: "segment" });
    known.push(...segment.entries);
  }
  const { cases, attached } = session.catalogue;
  const isElsewhere = here === undefined && (cases.includes(from.log) || attached.some(({ log }) => log === from.log));
  if (isElsewhere) return err({ code: "vault-other-case" });
  const theirs: Entry[] = [];
  for await (const entry of from.lines()) theirs.push(entryOf(entry));
  if (!sameBytes(rootOf(theirs.map(leafOf)), from.root)) return err({ code: "vault-damaged", where: "log" });
  const differs = known.slice(0, theirs.length).some((entry, i) => {
    const other = theirs[i];
    return other === undefined || !sameBytes(leafOf(entry), leafOf(other));
  });
  if (differs || (from.log === caseId && theirs.length > known.length)) return err({ code: "vault-copies-differ" });
  return ok({ from, here, known: known.length, entries: [...known, ...theirs.slice(known.length)] });
};

/** File ids in the field `file` of live entries. */
const namedIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) => {
      const text = entry.state === "live" ? fromUtf8(textOf(entry.hashed)) : undefined;
      const file = text === undefined ? undefined : asFields(asFields(JSON.parse(text))?.["body"])?.["file"];
      return typeof file === "string" ? [file] : [];
    }),
  );

const lineOf = (entry: Entry): BackupLine =>
  entry.state === "erased" ? { leaf: entry.leaf } : { salt: saltOf(entry.hashed), text: fromUtf8(textOf(entry.hashed)) ?? "" };

/** Every row of one log but its chunks, written anew from the beginning. */
const lay = async (
  session: Session,
  { from, here, entries, known }: Coming,
  added: readonly FileKey[],
  put: SealedRow[],
  remove: RowId[],
): Promise<void> => {
  const { log } = from;
  const before = here?.state.head ?? emptyHead;
  const revision = before.revision + 1;
  const { tree, segments } = await packLog(session, log, revision, entries.map(lineOf), async (rows) => void put.push(...rows));
  for (let number = segments.length; number < before.segments.length; number++) remove.push(segmentId(log, number, 0));
  const rings = here === undefined ? ok([]) : await ringsOf(session, here.state);
  if (!rings.ok) throw new Refused(rings.error);
  const kept = rings.value.flatMap((ring) => {
    if (typeof ring === "string") throw new Refused({ code: "vault-damaged", where: "keyring" });
    return ring.keys;
  });
  const packed = packKeys(session, log, revision, [...kept, ...added]);
  for (let number = packed.rows.length; number < before.keyrings.length; number++) remove.push(keyringId(log, number));
  const secrets = from.secrets.filter(({ seq }) => seq >= known).map((secret, i) => ({ secret, number: before.nextSecret + i }));
  const seed = from.seed();
  put.push(
    ...packed.rows,
    [seedId(log), sealSeed(session, log, seed)],
    ...secrets.map(({ secret, number }): SealedRow => [secretId(log, number), sealSecret(session, log, number, secret)]),
    [
      headId(log),
      sealHead(session, log, {
        ...before,
        revision,
        tree,
        segments,
        keyrings: [...packed.versions],
        secrets: [...before.secrets, ...secrets.map(({ secret: { id, seq }, number }) => ({ id, seq, number }))],
        nextSecret: before.nextSecret + secrets.length,
        absent: [...new Set([...before.absent, ...from.absent])],
        scars: [...before.scars, ...(here === undefined ? scarsOf(from.lost) : [])],
        catalogue: session.catalogue.revision,
      }),
    ],
  );
  seed.fill(0);
};
