import { err, ok, type Result } from "../lib/result.ts";
import { draftId } from "./drafts.ts";
import { chunkId } from "./files.ts";
import { headId } from "./head.ts";
import { chunkCount, keyringId, type FileKey } from "./keyring.ts";
import { attachedTo } from "./line.ts";
import { readCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { rowName, type RowId } from "./rows.ts";
import { secretId } from "./secrets.ts";
import { seedId } from "./seeds.ts";
import { segmentId } from "./segment.ts";
import { catalogueRows, writeAs, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/**
 * Removes every row of a case and its place in the catalogue, keys and all, in one transaction: killed at any moment, it is wholly there or wholly
 * gone. Rows below 64 KiB may lie in the browser's own log for a while, sealed under the vault's key; keys and files do not.
 */
export const eraseCase = async (session: Session, caseId: string): Promise<Result<null, VaultError>> => {
  if (session.ended) return err({ code: "vault-locked" });
  if (session.lock.lost()) return err({ code: "vault-taken" });
  const found = await caseRows(session, caseId);
  if (!found.ok) return found;
  const { logs, rows, keys, knownCatalogue } = found.value;
  const { cases, intents, attached, inbox, revision } = session.catalogue;
  const catalogue = {
    revision: Math.max(revision, knownCatalogue) + 1,
    cases: cases.filter((id) => id !== caseId),
    intents: intents.filter((intent) => !logs.includes(intent.caseId)),
    attached: attached.filter((one) => one.caseId !== caseId),
    inbox,
  };
  const written = await writeAs(session, { put: catalogueRows(session, catalogue), remove: rows.map((id) => rowName(session, id)) });
  if (!written.ok) return written;
  session.catalogue = catalogue;
  for (const log of logs) {
    session.cases.delete(log);
    session.rings.delete(log);
  }
  for (const { key } of keys) key.wipe();
  return ok(null);
};

interface CaseRows {
  /** Its own log, and those that it has besides. */ readonly logs: readonly string[];
  readonly rows: readonly RowId[];
  readonly keys: readonly FileKey[];
  /** Revision of the catalogue that its head knows. */ readonly knownCatalogue: number;
}

/** Every row that belongs to a case, as its head, keyrings and the catalogue name them. */
export const caseRows = async (session: Session, caseId: string): Promise<Result<CaseRows, VaultError>> => {
  let all: CaseRows = { logs: [], rows: [], keys: [], knownCatalogue: 0 };
  for (const log of [caseId, ...attachedTo(session, caseId)]) {
    const found = await logRows(session, log);
    if (!found.ok) return found;
    const { rows, keys, knownCatalogue } = found.value;
    all = {
      logs: [...all.logs, log],
      rows: [...all.rows, ...rows],
      keys: [...all.keys, ...keys],
      knownCatalogue: Math.max(all.knownCatalogue, knownCatalogue),
    };
  }
  return ok(all);
};

const logRows = async (session: Session, caseId: string): Promise<Result<Omit<CaseRows, "logs">, VaultError>> => {
  const read = await readCase(session, caseId);
  if (!read.ok) return read;
  const { state } = read.value;
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const keys = rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys));
  const files = [
    ...keys.map(({ file, size }) => ({ file, chunks: chunkCount(size) })),
    ...session.catalogue.intents.filter((intent) => intent.caseId === caseId),
  ];
  const count = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i));
  const { segments, keyrings, nextSecret, tree, catalogue } = state.head;
  const rows: readonly RowId[] = [
    ...count(keyrings.length, (number) => keyringId(caseId, number)),
    seedId(caseId),
    ...count(nextSecret, (number) => secretId(caseId, number)),
    headId(caseId),
    draftId(caseId),
    ...segments.map(({ first }, number) => segmentId(caseId, number, first)),
    segmentId(caseId, segments.length, tree.size),
    ...files.flatMap(({ file, chunks }) => count(chunks, (index) => chunkId(file, index))),
  ];
  return ok({ rows, keys, knownCatalogue: catalogue });
};
