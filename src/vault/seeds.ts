import { randomBytes } from "../crypto/random.ts";
import { base64, unbase64 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { isText, openJson, sealJson } from "./json-row.ts";
import { rowName, type RowBox, type RowId } from "./rows.ts";
import type { Session } from "./session.ts";
import type { VaultError } from "./types.ts";

export const seedId = (caseId: string): RowId => ({ kind: "seed", owner: caseId, number: 0, first: 0 });

/** Random Ed25519 seed of a new case: it signs what is handed over, and goes into backups. Written once. */
export const sealNewSeed = (box: RowBox, caseId: string): Uint8Array<ArrayBuffer> => {
  const seed = randomBytes(32);
  const row = sealSeed(box, caseId, seed);
  seed.fill(0);
  return row;
};

/** A seed that a backup brought: the restored case keeps its seal key. */
export const sealSeed = (box: RowBox, caseId: string, seed: Uint8Array): Uint8Array<ArrayBuffer> =>
  sealJson(box, seedId(caseId), { seed: base64(seed) });

/** The row as it lies in the store, still sealed, once it was seen to open. */
export const readSeedRow = async (session: Session, caseId: string): Promise<Result<Uint8Array, VaultError>> => {
  const [stored] = await session.database.rows([rowName(session, seedId(caseId))]);
  const seed = openSeed(session, caseId, stored);
  if (seed === "newer") return err({ code: "vault-newer", where: "seed" });
  seed?.fill(0);
  return seed === undefined || stored === undefined ? err({ code: "vault-damaged", where: "seed" }) : ok(stored);
};

/** 32 bytes, unsealed anew each time; the caller wipes them. Undefined: they cannot be had. */
export const openSeed = (box: RowBox, caseId: string, stored: Uint8Array | undefined): Uint8Array | "newer" | undefined => {
  const row = openJson(box, seedId(caseId), stored);
  if (row === "newer") return row;
  const text = typeof row === "string" ? undefined : row["seed"];
  const seed = isText(text) ? unbase64(text) : undefined;
  return seed?.length === 32 ? seed : undefined;
};
