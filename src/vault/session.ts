import { randomId } from "../crypto/random.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { catalogueIds, readCatalogue, sealCatalogue, type Catalogue } from "./catalogue.ts";
import { anyEpoch, type Change, type Database } from "./database.ts";
import { headId, sealHead, type Head } from "./head.ts";
import type { Keyring } from "./keyring.ts";
import { rowName, versionOf, wipeKeys, type RowBox, type RowId } from "./rows.ts";
import type { Segment } from "./segment.ts";
import type { Damage, VaultError } from "./types.ts";
import type { WriterLock } from "./writer-lock.ts";

/** One case as the writer knows it; replaced by a new value with each durable change, never altered. */
export interface CaseState {
  readonly caseId: string;
  readonly head: Head;
  /** Version of the head row as it lies in the store, readable or not; null: there is none. */
  readonly stored: string | null;
  /** The last segment, when it can be read and so be rewritten. */
  readonly tail: Segment | null;
  readonly damage: readonly Damage[];
}

/** Keyring rows as read, and the versions that the head gave them. */
export interface KeptRings {
  readonly versions: readonly string[];
  readonly rings: readonly (Keyring | Damage["why"])[];
}

/** An open vault. Ends at `endSession`, which wipes the keys. */
export interface Session extends RowBox {
  readonly database: Database;
  /** Key of its header's row. */ readonly headerKey: number;
  epoch: string;
  /** False: the store was full at unlocking, and the epoch in it is not ours. Reading needs none. */
  isWriter: boolean;
  lock: WriterLock;
  catalogue: Catalogue;
  readonly catalogueDamage: readonly Damage[];
  /** Files of intents that were already there at unlocking: leftovers, not imports under way. */
  readonly stale: ReadonlySet<string>;
  readonly cases: Map<string, CaseState>;
  readonly rings: Map<string, KeptRings>;
  /** Set while a change failed whose answer may only have been lost: what is known here may not be what lies in the store. */
  doubt: object | null;
  ended: boolean;
}

export const endSession = (session: Session): void => {
  session.ended = true;
  wipeKeys(session.keys);
  for (const ring of [...session.rings.values()].flatMap(({ rings }) => rings))
    if (typeof ring !== "string") for (const { key } of ring.keys) key.wipe();
  session.rings.clear();
  session.cases.clear();
  session.lock.release();
};

export const newEpoch = randomId;

/** What a change does to one case. What is not named stays. */
export interface CaseChange {
  readonly head?: Partial<Omit<Head, "revision" | "catalogue" | "scars">>;
  readonly put?: readonly (readonly [RowId, Uint8Array<ArrayBuffer>])[];
  readonly remove?: readonly RowId[];
  readonly tail?: Segment;
  /** The catalogue's new content, when it changes. */
  readonly catalogue?: Omit<Catalogue, "revision">;
}

/** The revision that the next writing of the head will have; segments of the same change carry it. */
export const nextRevision = (state: CaseState): number => state.head.revision + 1;

/** Writes under our epoch. Where the store was too full to take even that, it is taken now, so that deleting becomes possible once there is room for it. */
export const writeAs = async (session: Session, change: Omit<Change, "epoch">): Promise<Result<null, VaultError>> => {
  // A database that is gone would be made anew by the mere asking.
  if (session.ended) return err({ code: "vault-locked" });
  if (!session.isWriter) {
    const taken = await session.database.write({ epoch: anyEpoch, newEpoch: session.epoch });
    if (!taken.ok) return taken;
    session.isWriter = true;
  }
  return session.database.write({ ...change, epoch: session.epoch });
};

/** Refusal of a change that was made from another version of the head than the one in the store, under our own epoch. */
export const versionMoved = "version";

/** Nothing that is remembered holds any more: cases are read anew before they are changed, and first of all the catalogue. */
export const forget = (session: Session): void => {
  session.cases.clear();
  session.rings.clear();
  session.doubt = {};
};

/** Reads the catalogue again after a change that failed. A failure in between leaves the doubt standing. */
export const settle = async (session: Session): Promise<Result<null, VaultError>> => {
  while (session.doubt !== null) {
    const { doubt } = session;
    const found = readCatalogue(session, await session.database.rows(catalogueIds.map((id) => rowName(session, id))));
    if (found === "newer") return err({ code: "vault-newer", where: "catalogue" });
    if (found === undefined) return err({ code: "vault-damaged", where: "catalogue" });
    if (session.doubt !== doubt) continue;
    session.catalogue = found.catalogue;
    session.doubt = null;
  }
  return ok(null);
};

/** The catalogue is one from before the last change of this case. */
export const olderCatalogue = (session: Session, { catalogue }: Head): readonly Damage[] =>
  session.catalogue.revision < catalogue ? [{ what: "catalogue", number: 0, why: "older" }] : [];

/** Writes rows, head and catalogue of one case in one strict transaction; the session moves on only when that is durable. */
export const commit = async (session: Session, state: CaseState, change: CaseChange): Promise<Result<CaseState, VaultError>> => {
  if (session.ended) return err({ code: "vault-locked" });
  if (session.lock.lost()) return err({ code: "vault-taken" });
  if (session.doubt !== null) return err({ code: "vault-lost", where: "catalogue" });
  const revision = Math.max(session.catalogue.revision, state.head.catalogue) + 1;
  const catalogue = change.catalogue === undefined ? session.catalogue : { ...change.catalogue, revision };
  // What this writing makes invisible is written down with it.
  const scars = [...state.head.scars, ...olderCatalogue(session, state.head)];
  const head: Head = { ...state.head, ...change.head, revision: nextRevision(state), catalogue: catalogue.revision, scars };
  const headRow = sealHead(session, state.caseId, head);
  const headName = rowName(session, headId(state.caseId));
  const written = await writeAs(session, {
    expect: { name: headName, version: state.stored },
    put: [
      ...(change.put ?? []).map(([id, row]) => [rowName(session, id), row] as const),
      ...(catalogue === session.catalogue ? [] : catalogueRows(session, catalogue)),
      [headName, headRow],
    ],
    remove: (change.remove ?? []).map((id) => rowName(session, id)),
  });
  if (!written.ok) {
    forget(session);
    return written;
  }
  const next: CaseState = { ...state, head, stored: versionOf(headRow), tail: change.tail ?? state.tail };
  session.catalogue = catalogue;
  session.cases.set(state.caseId, next);
  return ok(next);
};

export const catalogueRows = (box: RowBox, catalogue: Catalogue): readonly (readonly [string, Uint8Array<ArrayBuffer>])[] =>
  catalogueIds.map((id) => [rowName(box, id), sealCatalogue(box, id.number, catalogue)] as const);
