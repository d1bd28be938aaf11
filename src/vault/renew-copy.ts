import type { Result } from "../lib/result.ts";
import { canaryId } from "./create.ts";
import { catalogueIds } from "./catalogue.ts";
import { damageOf } from "./case-parts.ts";
import type { Database } from "./database.ts";
import { draftId } from "./drafts.ts";
import { caseRows } from "./erase-case.ts";
import { chunkId, readChunk, sealChunk } from "./files.ts";
import { headId, sealHead } from "./head.ts";
import { chunkCount, keyringId, newFileKey, sealKeyring, type FileKey } from "./keyring.ts";
import { readCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { openRow, rowName, sealRow, versionOf, type RowBox, type RowId } from "./rows.ts";
import { secretId } from "./secrets.ts";
import { seedId } from "./seeds.ts";
import { segmentId } from "./segment.ts";
import type { Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { VaultError } from "./types.ts";
import { waysId } from "./ways.ts";

/** One copying of a whole database. Failures are thrown as `Refused`. */
export interface Copying {
  readonly from: Session;
  /** The same vault under its new key. */ readonly to: RowBox;
  /** Takes a row for the new database; writes when enough have come together. */
  readonly put: (name: string, row: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** What was copied of a case, to be found again in the new database. */
export interface CopiedCase {
  readonly caseId: string;
  readonly entries: number;
  readonly files: number;
  /** Damage of earlier days that writing went on from; it stays named. */ readonly scars: number;
  /** Ids of its files. */ readonly known: readonly string[];
}

export const must = <T>(result: Result<T, VaultError>): T => {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
};

/**
 * Every row of a case opened and sealed anew, each file under a new key of its own. The log's texts, salts, leaves and the seal's seed stay as they
 * are: what was handed over before still belongs to them. A row that does not open ends it: nothing is left out in silence.
 */
export const copyCase = async (copying: Copying, caseId: string): Promise<CopiedCase> => {
  const { from, to, put } = copying;
  const { state, segments } = must(await readCase(from, caseId));
  const { head } = state;
  if (damageOf(from, state).length > head.scars.length + from.catalogueDamage.length)
    throw new Refused({ code: "vault-damaged", where: "case" });
  /** The new version of the row. */
  const renewed = async (id: RowId, expected?: string): Promise<string> => {
    const [row] = await from.database.rows([rowName(from, id)]);
    const content = row === undefined || (expected !== undefined && versionOf(row) !== expected) ? undefined : openRow(from, id, row);
    if (content === undefined) throw new Refused({ code: "vault-damaged", where: id.kind });
    const sealed = sealRow(to, id, content);
    content.fill(0);
    await put(rowName(to, id), sealed);
    return versionOf(sealed);
  };

  const refs: { readonly first: number; readonly version: string }[] = [];
  for (const [number, { first, version }] of head.segments.entries())
    refs.push({ first, version: await renewed(segmentId(caseId, number, first), version) });
  const keys: FileKey[] = [];
  const keyrings: string[] = [];
  for (const [number, ring] of must(await ringsOf(from, state)).entries()) {
    if (typeof ring === "string") throw new Refused({ code: "vault-damaged", where: `keyring ${String(number)}` });
    const fresh: FileKey[] = [];
    for (const key of ring.keys) fresh.push(await copyFile(copying, key));
    const row = sealKeyring(to, caseId, number, { revision: ring.revision, keys: fresh });
    for (const { key } of fresh) key.wipe();
    await put(rowName(to, keyringId(caseId, number)), row);
    keyrings.push(versionOf(row));
    keys.push(...ring.keys);
  }
  await renewed(seedId(caseId));
  for (const { number } of head.secrets) await renewed(secretId(caseId, number));
  const draft = head.draft === null ? null : await renewed(draftId(caseId), head.draft);
  await put(rowName(to, headId(caseId)), sealHead(to, caseId, { ...head, segments: refs, keyrings, draft }));
  const entries = segments.reduce((sum, { segment }) => sum + (segment?.entries.length ?? 0), 0);
  return { caseId, entries, files: keys.length, scars: head.scars.length, known: keys.map(({ file }) => file) };
};

const copyFile = async ({ from, to, put }: Copying, old: FileKey): Promise<FileKey> => {
  const key = newFileKey();
  const count = chunkCount(old.size);
  for (let index = 0; index < count; index++) {
    const piece = must(await readChunk(from, old, index));
    await put(rowName(to, chunkId(old.file, index)), sealChunk(key, old.file, index, index === count - 1, piece));
    piece.fill(0);
  }
  return { ...old, key };
};

/** Names of all rows of the open vault, as its catalogue, heads and keyrings give them. */
export const ownRows = async (session: Session): Promise<ReadonlySet<string>> => {
  const ids: RowId[] = [...catalogueIds, waysId, canaryId];
  for (const caseId of session.catalogue.cases) ids.push(...must(await caseRows(session, caseId)).rows);
  return new Set(ids.map((id) => rowName(session, id)));
};

/** Rows of other vaults, byte for byte. Nobody can tell them from orphans, so these go along as well. */
export const copyOthers = async (database: Database, names: readonly string[], put: Copying["put"]): Promise<void> => {
  for (const name of names) {
    const [row] = await database.rows([name]);
    // Whether it is lost or cannot be read just now, nobody can say.
    if (row === undefined) throw new Refused({ code: "vault-damaged", where: "row" });
    await put(name, new Uint8Array(row));
  }
};

export const sameIn = async (a: Database, b: Database, name: string): Promise<boolean> => {
  const [[one], [two]] = [await a.rows([name]), await b.rows([name])];
  return one === undefined ? two === undefined : two !== undefined && one.length === two.length && one.every((byte, i) => byte === two[i]);
};
