import { pushLeaves } from "../crypto/merkle.ts";
import { randomBytes } from "../crypto/random.ts";
import { sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import { bodyWith, entryText, leafOf, liveEntry, newSecrets, textOf, type Entry, type NewSecret } from "./entry.ts";
import { entryBytes, saltBytes, segmentBytes } from "./format.ts";
import type { SegmentRef } from "./head.ts";
import { asFields } from "./json-row.ts";
import { readCase } from "./read-case.ts";
import { sealRow, versionOf, type RowId } from "./rows.ts";
import { readSecretRecord, sealSecret, secretId } from "./secrets.ts";
import { encodeSegment, entryLength, segmentId, type Segment } from "./segment.ts";
import { commit, nextRevision, type CaseChange, type CaseState, type Session } from "./session.ts";
import { storedEntry } from "./stored-entry.ts";
import type { EntryDraft, StoredEntry, VaultError } from "./types.ts";

/** When the drafts became true: the device's clock and its UTC offset in minutes. */
export interface Stamp {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * Appends the drafts after `expectedSize` entries, all or none, durable when it answers. Called again with what is already there (an answer that
 * got lost), it answers the entries that are there; with anything else there, `vault-taken`.
 */
export const append = async (
  session: Session,
  state: CaseState,
  expectedSize: number,
  drafts: readonly EntryDraft[],
  stamp: Stamp,
): Promise<Result<readonly StoredEntry[], VaultError>> => {
  const size = state.head.tree.size;
  if (expectedSize !== size) return already(session, state, expectedSize, drafts, stamp);
  if (drafts.length === 0) return ok([]);
  const made = appending(session, state, drafts, stamp);
  if (!made.ok) return made;
  const done = await commit(session, state, made.value.change);
  return done.ok ? ok(made.value.texts.map((text, i) => storedEntry(size + i, text))) : done;
};

/** What appending these drafts will write, not yet written. */
export const appending = (
  session: Session,
  state: CaseState,
  drafts: readonly EntryDraft[],
  stamp: Stamp,
): Result<{ readonly change: CaseChange; readonly texts: readonly Uint8Array[] }, VaultError> => {
  const size = state.head.tree.size;
  const made = drafts.map((draft, i) => {
    const secrets = newSecrets(size + i, draft);
    return { secrets, text: entryText(size + i, stamp.at, stamp.offset, draft.kind, bodyWith(draft, secrets)) };
  });
  if (made.some(({ text, secrets }) => text.length > entryBytes || secrets.some((secret) => secret.text.length > entryBytes / 4)))
    return err({ code: "vault-too-large", where: "entry" });
  const entries = made.map(({ text }) => liveEntry(randomBytes(saltBytes), text));
  const secrets = made.flatMap((entry) => entry.secrets);
  return ok({ change: changeOf(session, state, entries, secrets, namedFiles(drafts)), texts: made.map(({ text }) => text) });
};

const changeOf = (
  session: Session,
  state: CaseState,
  entries: readonly Entry[],
  secrets: readonly NewSecret[],
  named: ReadonlySet<string>,
): CaseChange => {
  const { head, caseId } = state;
  const placed = place(state, entries);
  const revision = nextRevision(state);
  const rows = placed.map(
    ({ number, first, entries: content }): { readonly id: RowId; readonly row: Uint8Array<ArrayBuffer>; readonly ref: SegmentRef } => {
      const id = segmentId(caseId, number, first);
      const row = sealRow(session, id, encodeSegment({ revision, entries: content }));
      return { id, row, ref: { first, version: versionOf(row) } };
    },
  );
  const kept = head.segments.slice(0, placed[0]?.number ?? head.segments.length);
  const numbered = secrets.map((secret, i) => ({ secret, number: head.nextSecret + i }));
  const intents = session.catalogue.intents.filter((intent) => intent.caseId !== caseId || !named.has(intent.file));
  const last = placed.at(-1);
  return {
    head: {
      tree: pushLeaves(head.tree, entries.map(leafOf)),
      segments: [...kept, ...rows.map(({ ref }) => ref)],
      secrets: [...head.secrets, ...numbered.map(({ secret, number }) => ({ id: secret.id, seq: secret.seq, number }))],
      nextSecret: head.nextSecret + secrets.length,
    },
    put: [
      ...rows.map(({ id, row }) => [id, row] as const),
      ...numbered.map(({ secret, number }) => [secretId(caseId, number), sealSecret(session, caseId, number, secret)] as const),
    ],
    ...(last === undefined ? {} : { tail: { revision, entries: last.entries } }),
    ...(intents.length === session.catalogue.intents.length ? {} : { catalogue: { ...session.catalogue, intents } }),
  };
};

interface Placed {
  readonly number: number;
  readonly first: number;
  readonly entries: Entry[];
}

/** Fills the tail segment up to its size, then new ones. A tail that cannot be read is left as it is. */
const place = (state: CaseState, entries: readonly Entry[]): readonly Placed[] => {
  const { head, tail } = state;
  const ref = head.segments.at(-1);
  const placed: Placed[] = [];
  let current: Placed | undefined =
    tail === null || ref === undefined ? undefined : { number: head.segments.length - 1, first: ref.first, entries: [...tail.entries] };
  let length = current?.entries.reduce((sum, entry) => sum + entryLength(entry), 0) ?? 0;
  for (const [i, entry] of entries.entries()) {
    if (current === undefined || length + entryLength(entry) > segmentBytes) {
      current = {
        number: head.segments.length + placed.filter(({ number }) => number >= head.segments.length).length,
        first: head.tree.size + i,
        entries: [],
      };
      length = 0;
    }
    if (placed.at(-1) !== current) placed.push(current);
    current.entries.push(entry);
    length += entryLength(entry);
  }
  return placed;
};

/** File ids that a body names in a field of its own: with the entry, the import of that file is over. */
const namedFiles = (drafts: readonly EntryDraft[]): ReadonlySet<string> =>
  new Set(drafts.flatMap(({ body }) => Object.values(asFields(body) ?? {}).filter((value) => typeof value === "string")));

const already = async (
  session: Session,
  state: CaseState,
  expectedSize: number,
  drafts: readonly EntryDraft[],
  { at, offset }: Stamp,
): Promise<Result<readonly StoredEntry[], VaultError>> => {
  const taken = err({ code: "vault-taken", where: "size" } as const);
  const read = await readCase(session, state.caseId);
  if (!read.ok) return read;
  const out: StoredEntry[] = [];
  for (const [i, draft] of drafts.entries()) {
    const seq = expectedSize + i;
    const found = entryAt(read.value.segments, seq);
    const secrets = await Promise.all(draft.secrets.map(({ id }) => readSecretRecord(session, read.value.state, id)));
    const records = secrets.flatMap((secret) => (secret.ok ? [secret.value] : []));
    const same = records.length === draft.secrets.length && records.every((record, j) => record.text === draft.secrets[j]?.text);
    if (found?.state !== "live" || !same) return taken;
    if (!sameBytes(entryText(seq, at, offset, draft.kind, bodyWith(draft, records)), textOf(found.hashed))) return taken;
    out.push(storedEntry(seq, textOf(found.hashed)));
  }
  return drafts.length === 0 ? taken : ok(out);
};

/** The entry with this sequence number among segments as read. */
export const entryAt = (
  segments: readonly { readonly ref: SegmentRef; readonly segment: Segment | undefined }[],
  seq: number,
): Entry | undefined => {
  const holder = segments.findLast(({ ref }) => ref.first <= seq);
  return holder?.segment?.entries[seq - holder.ref.first];
};
