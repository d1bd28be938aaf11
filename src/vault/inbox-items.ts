import { err, ok, type Result } from "../lib/result.ts";
import type { Note } from "./inbox-format.ts";
import { collect, collectAlone, isOurs, withoutShares, writeInbox } from "./inbox-collect.ts";
import { clearRow, inboxId, inboxRow, newInbox, pieceNames, type InboxRow } from "./inbox-row.ts";
import { sharedSource } from "./inbox-source.ts";
import { rowName } from "./rows.ts";
import { catalogueRows, forget, settle, writeAs, type Session } from "./session.ts";
import type { InboxState, NotKept, SharedItem } from "./inbox-types.ts";
import type { VaultError } from "./types.ts";

type Answer<T> = Promise<Result<T, VaultError>>;

/** Longest item that is handed over in one piece: a text, or a mail. */
export const wholeItemBytes = 4 * 1024 * 1024;

const reasonOf = ({ is }: Note): NotKept | null => (is === "whole" || is === "begun" ? null : is);

const shown = (note: Note): SharedItem => {
  const { item, share, at, name, type, words, size } = note;
  return { item, share, at, name, type, words, size, notKept: reasonOf(note) };
};

const stateOf = async (session: Session, row: InboxRow | undefined): Promise<InboxState> => ({
  isOn: row !== undefined && (await isOurs(session, row)),
  items: (row?.items ?? []).filter(({ is }) => is !== "begun").map(shown),
});

export const readInbox = async (session: Session, name: string): Answer<InboxState> => {
  const row = await collect(session, name);
  return row.ok ? ok(await stateOf(session, row.value)) : row;
};

/** On: with a new key, so that who had it before does not take part any more. Off: what waits stays; nothing more comes. */
export const switchInbox = async (session: Session, name: string, isOn: boolean): Answer<InboxState> =>
  (await withoutShares(name, async (): Answer<InboxState> => {
    const row = await collectAlone(session);
    if (!row.ok) return row;
    const was = row.value !== undefined && (await isOurs(session, row.value));
    if (was === isOn) return ok(await stateOf(session, row.value));
    if (!isOn) {
      const off = await writeAs(session, { inbox: null });
      return off.ok ? ok(await stateOf(session, row.value)) : off;
    }
    const next = newInbox(row.value?.items ?? []);
    const written = await begin(session, next);
    return written.ok ? ok(await stateOf(session, next)) : written;
  })) ?? err({ code: "vault-busy", where: "inbox" });

/** From now on the catalogue says that there is one. */
const begin = async (session: Session, next: InboxRow): Answer<null> => {
  const settled = await settle(session);
  if (!settled.ok) return settled;
  const before = session.catalogue;
  const catalogue = before.inbox ? before : { ...before, inbox: true, revision: before.revision + 1 };
  const put = [inboxRow(session, next), ...(catalogue === before ? [] : catalogueRows(session, catalogue))];
  const written = await writeAs(session, { put, inbox: clearRow(next) });
  if (written.ok) session.catalogue = catalogue;
  else forget(session);
  return written;
};

export const readShared = async (session: Session, item: string): Answer<ArrayBuffer> => {
  const source = await sharedSource(session, item);
  if (!source.ok) return source;
  const { size, slice } = source.value;
  return size > wholeItemBytes ? err({ code: "vault-too-large", where: "inbox" }) : ok(await slice(0, size).arrayBuffer());
};

/** Filed, or not wanted: the entry with its key goes first, in one transaction with the rows. */
export const dropShared = async (session: Session, name: string, items: readonly string[]): Answer<InboxState> => {
  const row = await collect(session, name);
  if (!row.ok) return row;
  if (row.value === undefined) return ok(await stateOf(session, undefined));
  const gone = row.value.items.filter(({ item }) => items.includes(item));
  const next = { ...row.value, items: row.value.items.filter((note) => !gone.includes(note)) };
  const written = await writeInbox(session, next, gone.flatMap(pieceNames));
  return written.ok ? ok(await stateOf(session, next)) : written;
};

/** Every row of this vault's inbox, and whether the clear row is its own; for erasing the vault. */
export const inboxRows = async (session: Session, name: string): Promise<{ readonly names: readonly string[]; readonly isOn: boolean }> => {
  const row = await collect(session, name);
  const own = rowName(session, inboxId);
  if (!row.ok || row.value === undefined) return { names: [own], isOn: false };
  return { names: [own, ...row.value.items.flatMap(pieceNames)], isOn: await isOurs(session, row.value) };
};
