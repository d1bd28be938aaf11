import { sha256Stream } from "../crypto/hash.ts";
import { labels } from "../crypto/labels.ts";
import { randomId } from "../crypto/random.ts";
import type { Secret } from "../crypto/secret.ts";
import { openPiece, sealPiece } from "../crypto/stream.ts";
import { concat, hex, utf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Sliced } from "../lib/sliced.ts";
import { damageOf } from "./case-parts.ts";
import type { Intent } from "./catalogue.ts";
import { chunkBytes, wholeFileBytes } from "./format.ts";
import { chunkCount, newFileKey, type FileKey } from "./keyring.ts";
import { isNamed } from "./named-files.ts";
import { readCase, type ReadCase } from "./read-case.ts";
import { hasRoom } from "./room.ts";
import { fileKeyOf, ringsOf, withKey, withoutKeys } from "./rings.ts";
import { idBytes, rowName, u64, type RowId } from "./rows.ts";
import { commit, writeAs, type CaseChange, type CaseState, type Session } from "./session.ts";
import type { Progress, StoredFile, VaultError } from "./types.ts";

/** Chunks that go into one transaction: a screenshot is stored by a single one. */
const batch = 4;
/** Chunks after which the browser is asked again whether the rest fits. */
const roomEvery = 16;

/** What a file is read from, piece by piece: a Blob, or bytes in memory that a Blob would put on the browser's disk as they are. */
export type FileSource = ArrayBuffer | Sliced;

/** Runs a step when no other change is under way, with the case as it then is. */
export type InTurn = <T>(step: (state: CaseState) => Promise<Result<T, VaultError>>) => Promise<Result<T, VaultError>>;

export const chunkId = (file: string, index: number): RowId => ({ kind: "chunk", owner: file, number: index, first: 0 });
const chunkData = (file: string, index: number): Uint8Array => concat(utf8(labels.sealed.chunk), idBytes(file), u64(index));

export const sealChunk = (key: Secret, file: string, index: number, last: boolean, piece: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sealPiece(key, index, last, chunkData(file, index), piece));

const pieceOf = async (source: FileSource, index: number): Promise<Uint8Array> => {
  const piece = source.slice(index * chunkBytes, (index + 1) * chunkBytes);
  return new Uint8Array(piece instanceof ArrayBuffer ? piece : await piece.arrayBuffer());
};

/**
 * Stores the exact bytes of `source` under a new file id: each piece is hashed, then sealed. An intent goes before the first chunk, so that what
 * a killed import leaves can be told and removed; it ends with the entry that names the file. What answers `false` to `onProgress` stops the
 * import of a file of several pieces, and nothing of it is left: `vault-cancelled`.
 */
export const importFile = async (
  session: Session,
  caseId: string,
  source: FileSource,
  inTurn: InTurn,
  onProgress: (p: Progress) => unknown,
): Promise<Result<StoredFile, VaultError>> => {
  const total = source instanceof ArrayBuffer ? source.byteLength : source.size;
  if (!(await hasRoom(total))) return err({ code: "vault-no-room", where: "file" });
  const file = randomId();
  const key = newFileKey();
  const chunks = chunkCount(total);
  const hash = sha256Stream();
  let isKept = false;
  let isBegun = false;
  const intent: Intent = { caseId, file, chunks };
  const isStopped = async (pieces: number): Promise<boolean> =>
    (await onProgress({ done: Math.min(pieces * chunkBytes, total), total })) === false;
  const sealNext = async (from: number): Promise<readonly (readonly [RowId, Uint8Array<ArrayBuffer>])[]> => {
    const out: (readonly [RowId, Uint8Array<ArrayBuffer>])[] = [];
    for (let index = from; index < Math.min(from + batch, chunks); index++) {
      const piece = await pieceOf(source, index);
      hash.update(piece);
      out.push([chunkId(file, index), sealChunk(key, file, index, index === chunks - 1, piece)]);
    }
    return out;
  };
  try {
    const first = await sealNext(0);
    if (chunks > batch) {
      const begun = await inTurn((state) =>
        commit(session, state, { put: first, catalogue: { ...session.catalogue, intents: [...session.catalogue.intents, intent] } }),
      );
      if (!begun.ok) return begun;
      isBegun = true;
    }
    if (chunks > batch && (await isStopped(batch))) return err({ code: "vault-cancelled" });
    let rest = first;
    for (let from = batch; from < chunks; from += batch) {
      // Others use the disk meanwhile. What is left of it belongs to the entries that a person writes next.
      if (from % roomEvery === 0 && !(await hasRoom(total - from * chunkBytes))) return err({ code: "vault-full", where: "file" });
      rest = await sealNext(from);
      if (from + batch >= chunks) break;
      const put = rest.map(([id, row]) => [rowName(session, id), row] as const);
      const stored = await writeAs(session, { put });
      if (!stored.ok) return stored;
      if (await isStopped(from + batch)) return err({ code: "vault-cancelled" });
    }
    const record: FileKey = { file, key, sha256: hex(hash.digest()), size: total };
    const kept = await inTurn((state) => finish(session, state, record, rest, chunks > batch ? undefined : intent));
    isKept = kept.ok;
    // Waited for: some engines deliver an answer before a report that was sent ahead of it.
    if (isKept) await Promise.resolve(onProgress({ done: total, total })).catch(() => undefined);
    return kept;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name !== "DataCloneError") return err({ code: "vault-not-found", where: "source" });
    throw thrown;
  } finally {
    // The session has a kept one.
    if (!isKept) key.wipe();
    // A full disk is the likeliest reason, so its room is given back now. Should that fail too, the intent reminds of it at the next unlocking.
    if (isBegun && !isKept) await inTurn((state) => forgetFiles(session, state, [intent]));
  }
};

const finish = async (
  session: Session,
  state: CaseState,
  record: FileKey,
  chunks: readonly (readonly [RowId, Uint8Array<ArrayBuffer>])[],
  intent: Intent | undefined,
): Promise<Result<StoredFile, VaultError>> => {
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const change = withKey(session, state, rings.value, record);
  const done = await commit(session, state, {
    head: { keyrings: change.versions },
    put: [...chunks, ...change.put],
    ...(intent === undefined ? {} : { catalogue: { ...session.catalogue, intents: [...session.catalogue.intents, intent] } }),
  });
  if (!done.ok) return done;
  session.rings.set(state.caseId, change);
  return ok({ file: record.file, sha256: record.sha256, size: record.size });
};

/**
 * Forgets the keys of these files together with `change`, all or nothing; then removes their chunks, of which the catalogue's intents remind until
 * that is done. Files without a key are leftovers of an intent.
 */
export const forgetFiles = async (
  session: Session,
  state: CaseState,
  files: readonly Intent[],
  change?: Omit<CaseChange, "catalogue">,
): Promise<Result<null, VaultError>> => {
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const gone = new Set(files.map(({ file }) => file));
  const forgetting = withoutKeys(session, state, rings.value, gone);
  const others = session.catalogue.intents.filter(({ file }) => !gone.has(file));
  let current = state;
  if (forgetting !== undefined || change !== undefined) {
    const forgotten = await commit(session, state, {
      ...change,
      head: { ...change?.head, ...(forgetting === undefined ? {} : { keyrings: forgetting.versions }) },
      put: [...(change?.put ?? []), ...(forgetting?.put ?? [])],
      ...(files.length === 0 ? {} : { catalogue: { ...session.catalogue, intents: [...others, ...files] } }),
    });
    if (!forgotten.ok) return forgotten;
    for (const { file, key } of rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys))) if (gone.has(file)) key.wipe();
    if (forgetting !== undefined) session.rings.set(state.caseId, forgetting);
    current = forgotten.value;
  }
  if (files.length === 0) return ok(null);
  const remove = files.flatMap(({ file, chunks }) => Array.from({ length: chunks }, (_, index) => chunkId(file, index)));
  const removed = await commit(session, current, { remove, catalogue: { ...session.catalogue, intents: others } });
  return removed.ok ? ok(null) : removed;
};

/** Forgets an import that no entry names, as the log lies in the store now: the answer to an entry may have been lost. */
export const dropFile = async (session: Session, caseId: string, file: string): Promise<Result<null, VaultError>> => {
  const read = await readCase(session, caseId);
  if (!read.ok) return read;
  const { state, segments } = read.value;
  const key = await fileKeyOf(session, state, file);
  if (!key.ok) return key;
  if (segments.some(({ segment }) => segment === undefined)) return err({ code: "vault-damaged", where: "segment" });
  if (isNamed(segments, file)) return err({ code: "vault-taken", where: "file" });
  return forgetFiles(session, state, [{ caseId, file, chunks: chunkCount(key.value.size) }]);
};

/**
 * What a killed import, erasing or forgetting left goes, once no entry names it or no key opens it. Nothing goes while anything of the log or the catalogue is damaged or an
 * older one: then a leftover cannot be told from evidence.
 */
export const cleanLeftovers = async (session: Session, { state, segments }: ReadCase): Promise<void> => {
  const stale = session.catalogue.intents.filter(({ caseId, file }) => caseId === state.caseId && session.stale.has(file));
  if (stale.length === 0) return;
  const rings = await ringsOf(session, state);
  if (!rings.ok || rings.value.some((ring) => typeof ring === "string")) return;
  const keys = new Set(rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys.map(({ file }) => file))));
  const leftovers = stale.filter(({ file }) => !isNamed(segments, file) || !keys.has(file));
  if (leftovers.length > 0 && damageOf(session, state).length === 0) await forgetFiles(session, state, leftovers);
};

/** Plaintext of one chunk. */
export const readChunk = async (session: Session, key: FileKey, index: number): Promise<Result<Uint8Array, VaultError>> => {
  const chunks = chunkCount(key.size);
  if (!Number.isInteger(index) || index < 0 || index >= chunks) return err({ code: "vault-not-found", where: "chunk" });
  const [row] = await session.database.rows([rowName(session, chunkId(key.file, index))]);
  const piece = row === undefined ? undefined : openPiece(key.key, index, index === chunks - 1, chunkData(key.file, index), row);
  return piece === undefined ? err({ code: "vault-damaged", where: `chunk ${String(index)}` }) : ok(piece);
};

/** All of a file that fits into memory. */
export const readWhole = async (session: Session, key: FileKey): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> => {
  if (key.size > wholeFileBytes) return err({ code: "vault-too-large", where: "file" });
  const pieces: Uint8Array[] = [];
  for (let index = 0; index < chunkCount(key.size); index++) {
    const piece = await readChunk(session, key, index);
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  return ok(concat(...pieces));
};
