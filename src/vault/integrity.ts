import { sha256Stream } from "../crypto/hash.ts";
import { hex } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { damageOf, looseDamage } from "./case-parts.ts";
import { readDrafts } from "./drafts.ts";
import { chunkId, readChunk } from "./files.ts";
import { attachedTo, readLine } from "./line.ts";
import { chunkBytes } from "./format.ts";
import { chunkCount, type FileKey } from "./keyring.ts";
import { namedFiles } from "./named-files.ts";
import { readCase, rootDamage, type ReadCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { rowName } from "./rows.ts";
import { openSecret, secretId } from "./secrets.ts";
import { readSeedRow, seedId } from "./seeds.ts";
import type { CaseState, Session } from "./session.ts";
import type { Damage, Progress, VaultError } from "./types.ts";

export interface Integrity {
  /** Entries that verify. */ readonly entries: number;
  /** Files that verify, to their SHA-256. */ readonly files: number;
  readonly damage: readonly Damage[];
}

/** Asked after each piece of a file, over a line to the page perhaps. `false` stops. */
type Ask = (p: Progress) => unknown;

/** Every log of a case. Progress counts the bytes of one log's files after another's. */
export const checkLine = async (session: Session, caseId: string, onProgress: Ask): Promise<Result<Integrity, VaultError>> => {
  let sum: Integrity = { entries: 0, files: 0, damage: [] };
  for (const log of [caseId, ...attachedTo(session, caseId)]) {
    const found = await checkCase(session, log, onProgress);
    if (!found.ok) return found;
    const { entries, files, damage } = found.value;
    sum = { entries: sum.entries + entries, files: sum.files + files, damage: [...sum.damage, ...damage] };
  }
  if (attachedTo(session, caseId).length === 0) return ok(sum);
  const line = await readLine(session, caseId);
  return line.ok ? ok({ ...sum, damage: [...sum.damage, ...looseDamage(line.value)] }) : line;
};

/** Reads every row of a log from the store again and verifies it. Progress counts bytes of files. */
export const checkCase = async (session: Session, caseId: string, onProgress: Ask): Promise<Result<Integrity, VaultError>> => {
  session.rings.delete(caseId);
  const read = await readCase(session, caseId);
  if (!read.ok) return read;
  const { state, segments } = read.value;
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const keys = rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys));
  const total = keys.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const files: (readonly Damage[])[] = [];
  for (const key of keys) {
    const before = done;
    const damage = await checkFile(session, key, (bytes) => onProgress({ done: before + bytes, total }));
    if (damage === "stopped") return err({ code: "vault-cancelled" });
    files.push(damage);
    done += key.size;
  }
  const lostRings = rings.value.flatMap((ring, number): readonly Damage[] =>
    typeof ring === "string" ? [{ what: "keyring", number, why: ring }] : [],
  );
  return ok({
    entries: segments.reduce((sum, { segment }) => sum + (segment?.entries.length ?? 0), 0),
    files: files.filter((damage) => damage.length === 0).length,
    damage: [
      ...damageOf(session, state),
      ...rootDamage(read.value),
      ...lostRings,
      ...(await checkPrivate(session, state)),
      ...files.flat(),
      ...(lostRings.length === 0 ? lostFiles(read.value, keys) : []),
    ],
  });
};

/** A file that an entry names and whose key is nowhere: as if its first chunk were gone. */
const lostFiles = ({ state, segments }: ReadCase, keys: readonly FileKey[]): readonly Damage[] => {
  const kept = new Set([...keys.map(({ file }) => file), ...state.head.absent]);
  return [...namedFiles(segments)].filter((file) => !kept.has(file)).map(() => ({ what: "chunk", number: 0, why: "missing" }));
};

const checkFile = async (session: Session, key: FileKey, isWanted: (bytes: number) => unknown): Promise<readonly Damage[] | "stopped"> => {
  const damage: Damage[] = [];
  const hash = sha256Stream();
  const count = chunkCount(key.size);
  for (let number = 0; number < count; number++) {
    const piece = await readChunk(session, key, number);
    if (piece.ok) hash.update(piece.value);
    else damage.push({ what: "chunk", number, why: (await isThere(session, key, number)) ? "altered" : "missing" });
    if ((await isWanted(Math.min((number + 1) * chunkBytes, key.size))) === false) return "stopped";
  }
  if (await isThere(session, key, count)) damage.push({ what: "chunk", number: count, why: "unexpected" });
  if (hex(hash.digest()) !== key.sha256 && damage.length === 0) damage.push({ what: "chunk", number: 0, why: "altered" });
  return damage;
};

const isThere = async (session: Session, { file }: FileKey, number: number): Promise<boolean> =>
  (await session.database.rows([rowName(session, chunkId(file, number))]))[0] !== undefined;

/** Signing seed (secret 0), private records (from 1) and the draft. */
const checkPrivate = async (session: Session, state: CaseState): Promise<readonly Damage[]> => {
  const damage: Damage[] = [];
  const seed = await readSeedRow(session, state.caseId);
  if (!seed.ok) {
    const [row] = await session.database.rows([rowName(session, seedId(state.caseId))]);
    damage.push({ what: "secret", number: 0, why: row === undefined ? "missing" : "altered" });
  }
  for (const { number } of state.head.secrets) {
    const [row] = await session.database.rows([rowName(session, secretId(state.caseId, number))]);
    const secret = openSecret(session, state.caseId, number, row);
    if (typeof secret === "string") damage.push({ what: "secret", number: number + 1, why: secret === "missing" ? "missing" : "altered" });
  }
  const draft = await readDrafts(session, state);
  if (typeof draft === "string") damage.push({ what: "draft", number: 0, why: draft === "newer" ? "unexpected" : draft });
  return damage;
};
