import { randomBytes } from "../crypto/random.ts";
import { openBox, wholeSealer } from "../crypto/sealed-box.ts";
import { sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { decodeNote, nameOfNote, nextState, readAddress, type Note } from "./inbox-format.ts";
import { inboxLock } from "./inbox.ts";
import { clearRow, inboxId, inboxRow, lostNote, newInbox, pieceNames, readInboxRow, type InboxRow } from "./inbox-row.ts";
import { rowName } from "./rows.ts";
import { writeAs, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/** Notes that are looked for in one reading. */
const stride = 32;
/** What waits in one row of 1,100 KiB; the rest stays where it lies until there is room again. */
const mostItems = 1_500;
/** A clear row that names another state than any of these was not written by us. */
const mostSteps = 20_000;

/** Whether the service worker seals to this very inbox. */
export const isOurs = async (session: Session, row: InboxRow): Promise<boolean> => {
  const address = readAddress(await session.database.inbox());
  const own = readAddress(clearRow(row));
  return address !== undefined && own !== undefined && sameBytes(address.publicKey, own.publicKey);
};

interface Walked {
  readonly notes: readonly Note[];
  readonly names: readonly string[];
  readonly state: Uint8Array<ArrayBuffer>;
  /** A note that was written is gone, or cannot be read. */ readonly isLost: boolean;
  /** `end`: all there is was seen, to where the clear row stands. `adrift`: it stands where ours never comes; what was sealed there cannot be found. */
  readonly at: "end" | "adrift" | "elsewhere";
}

/** From note to note, to the state in the clear row; where that is not ours any more, to the first one that is not there. */
const walk = async (session: Session, row: InboxRow): Promise<Walked> => {
  const address = readAddress(await session.database.inbox());
  const end = address !== undefined && (await isOurs(session, row)) ? address.state : undefined;
  const notes: Note[] = [];
  const names: string[] = [];
  let isLost = false;
  let { state } = row;
  for (let steps = 0; steps < mostSteps; steps += stride) {
    const ahead: { readonly name: string; readonly state: Uint8Array<ArrayBuffer> }[] = [];
    let at = state;
    for (let i = 0; i < stride; i++) {
      ahead.push({ name: nameOfNote(wholeSealer, at), state: at });
      at = nextState(wholeSealer, at);
    }
    const rows = await session.database.rows(ahead.map(({ name }) => name));
    for (const [i, one] of ahead.entries()) {
      state = one.state;
      const stored = rows[i];
      const isEnd = end === undefined ? stored === undefined : sameBytes(end, state);
      if (isEnd || row.items.length + notes.length >= mostItems)
        return { notes, names, state, isLost, at: isEnd && end !== undefined ? "end" : "elsewhere" };
      const note = stored === undefined ? undefined : openBox(row.secretKey, stored);
      const read = note === undefined ? undefined : decodeNote(note);
      if (read === undefined) isLost = true;
      else notes.push(read);
      if (stored !== undefined) names.push(one.name);
    }
    state = at;
  }
  return { notes, names, state, isLost: true, at: "adrift" };
};

/** A beginning goes once its end is there. */
const joined = (items: readonly Note[], notes: readonly Note[]): readonly Note[] => {
  const all = new Map(items.map((note) => [note.item, note]));
  for (const note of notes) if (note.is !== "begun" || !all.has(note.item)) all.set(note.item, note);
  return [...all.values()];
};

/** Runs `job` while no share comes in; undefined when one does. */
export const withoutShares = <T>(name: string, job: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks.request(inboxLock(name), { ifAvailable: true }, (lock) => (lock === null ? undefined : job()));

/**
 * Takes the notes that have come since into the vault's own row, in one transaction with their removal. What a killed share left goes as well, unless
 * one is coming in just now. undefined: this vault has no inbox.
 */
export const collect = async (session: Session, name: string): Promise<Result<InboxRow | undefined, VaultError>> =>
  (await withoutShares(name, () => collectAlone(session))) ?? takeNotes(session, false);

/** The same for whoever holds the inbox's lock. */
export const collectAlone = (session: Session): Promise<Result<InboxRow | undefined, VaultError>> => takeNotes(session, true);

const takeNotes = async (session: Session, isQuiet: boolean): Promise<Result<InboxRow | undefined, VaultError>> => {
  const [stored] = await session.database.rows([rowName(session, inboxId)]);
  const read = readInboxRow(session, session.catalogue.inbox, stored);
  if (!read.ok && read.error.code === "vault-damaged") return beginAnew(session);
  return !read.ok || read.value === undefined ? read : settleInbox(session, read.value, isQuiet);
};

/**
 * Nothing that waited can be had, and whether the clear row was ours nobody can tell any more. What the service worker would go on sealing to a key
 * that is gone would be answered as kept and never be seen: so in the same step nothing is taken, until somebody switches it on again.
 */
const beginAnew = async (session: Session): Promise<Result<InboxRow, VaultError>> => {
  if (session.lock.lost()) return err({ code: "vault-taken" });
  const next = newInbox([lostNote()]);
  const written = await writeAs(session, { put: [inboxRow(session, next)], inbox: null });
  return written.ok ? ok(next) : written;
};

const settleInbox = async (session: Session, row: InboxRow, isQuiet: boolean): Promise<Result<InboxRow, VaultError>> => {
  const { notes, names, state, isLost, at } = await walk(session, row);
  if (at === "adrift" && !isQuiet) return ok(row);
  const items = joined(row.items, isLost ? [...notes, lostNote()] : notes);
  const left = isQuiet ? items.filter(({ is }) => is === "begun") : [];
  if (names.length === 0 && left.length === 0 && !isLost) return ok(row);
  // From a state that never was before: so no older clear row, put back, leads to where this one stands.
  const isAnew = isQuiet && at !== "elsewhere";
  const next: InboxRow = { ...row, state: isAnew ? randomBytes(32) : state, items: items.filter((note) => !left.includes(note)) };
  const written = await writeInbox(session, next, [...names, ...left.flatMap(pieceNames)], isAnew);
  return written.ok ? ok(next) : written;
};

/** The vault's own row, and rows that go with that. `isAnew`: the clear row is told where it goes on. */
export const writeInbox = async (
  session: Session,
  row: InboxRow,
  remove: readonly string[],
  isAnew = false,
): Promise<Result<null, VaultError>> => {
  if (session.lock.lost()) return err({ code: "vault-taken" });
  return writeAs(session, { put: [inboxRow(session, row)], remove, ...(isAnew ? { inbox: clearRow(row) } : {}) });
};
