import { err, ok, type Result } from "../lib/result.ts";
import { keyringId, keysPerRing, openKeyring, sealKeyring, type FileKey, type Keyring } from "./keyring.ts";
import { rowName, versionOf } from "./rows.ts";
import type { CaseChange, CaseState, Session } from "./session.ts";
import type { Damage, VaultError } from "./types.ts";

export type RingRead = Keyring | Damage["why"];

/** The keyring rows of a case, read once and then kept until the vault is locked. */
export const ringsOf = async (session: Session, state: CaseState): Promise<Result<readonly RingRead[], VaultError>> => {
  const { keyrings } = state.head;
  const known = session.rings.get(state.caseId);
  if (known !== undefined && sameVersions(known.versions, keyrings)) return ok(known.rings);
  const rows = await session.database.rows(keyrings.map((_, number) => rowName(session, keyringId(state.caseId, number))));
  const rings: RingRead[] = [];
  for (const [number, version] of keyrings.entries()) {
    const row = rows[number];
    const ring = openKeyring(session, state.caseId, number, row);
    if (ring === "newer") return err({ code: "vault-newer", where: "keyring" });
    rings.push(row !== undefined && typeof ring !== "string" && versionOf(row) !== version ? "older" : ring);
  }
  session.rings.set(state.caseId, { versions: keyrings, rings });
  return ok(rings);
};

const sameVersions = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((version, i) => version === b[i]);

/** The key of a file; `vault-damaged` when it is in none of the readable rows and some row cannot be read. */
export const fileKeyOf = async (session: Session, state: CaseState, file: string): Promise<Result<FileKey, VaultError>> => {
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const found = rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys)).find((key) => key.file === file);
  if (found !== undefined) return ok(found);
  const lost = rings.value.findIndex((ring) => typeof ring === "string");
  return err(lost === -1 ? { code: "vault-not-found", where: "file" } : { code: "vault-damaged", where: `keyring ${String(lost)}` });
};

/** New rows of the keyring after adding or forgetting; `keep` them in the session once they are durable. */
export interface RingChange {
  readonly put: NonNullable<CaseChange["put"]>;
  readonly versions: readonly string[];
  readonly rings: readonly RingRead[];
}

export const withKey = (session: Session, state: CaseState, rings: readonly RingRead[], key: FileKey): RingChange => {
  const room = rings.findIndex((ring) => typeof ring !== "string" && ring.keys.length < keysPerRing);
  const number = room === -1 ? rings.length : room;
  const ring = rings[number];
  return changed(session, state, rings, number, [...(ring === undefined || typeof ring === "string" ? [] : ring.keys), key]);
};

/** Undefined when no readable row holds any of the files. */
export const withoutKeys = (
  session: Session,
  state: CaseState,
  rings: readonly RingRead[],
  files: ReadonlySet<string>,
): RingChange | undefined =>
  rings.reduce<RingChange | undefined>((before, ring, number) => {
    if (typeof ring === "string" || !ring.keys.some(({ file }) => files.has(file))) return before;
    const change = changed(
      session,
      state,
      before?.rings ?? rings,
      number,
      ring.keys.filter(({ file }) => !files.has(file)),
      before?.versions,
    );
    return { ...change, put: [...(before?.put ?? []), ...change.put] };
  }, undefined);

const changed = (
  session: Session,
  state: CaseState,
  rings: readonly RingRead[],
  number: number,
  keys: readonly FileKey[],
  versions: readonly string[] = state.head.keyrings,
): RingChange => {
  const ring: Keyring = { revision: state.head.revision + 1, keys };
  const row = sealKeyring(session, state.caseId, number, ring);
  const replaced = [...rings];
  replaced[number] = ring;
  const named = [...versions];
  named[number] = versionOf(row);
  return { put: [[keyringId(state.caseId, number), row]], versions: named, rings: replaced };
};
