import { wholeSealer } from "../crypto/sealed-box.ts";
import { randomBytes } from "../crypto/random.ts";
import type { Database } from "./database.ts";
import { collectAlone, isOurs } from "./inbox-collect.ts";
import { nameOfPiece, paddedPiece, pieceData, piecesOf, type Note } from "./inbox-format.ts";
import { clearRow, inboxId, inboxRow, newInbox, pieceNames, type InboxRow } from "./inbox-row.ts";
import { openSharedPiece } from "./inbox-source.ts";
import { must, type Copying } from "./renew-copy.ts";
import { rowName, type RowBox } from "./rows.ts";
import type { Session } from "./session.ts";

/** The inbox on its way into another database (renew.ts). */
export interface InboxCopy {
  /** Its rows in the old one. */ readonly own: readonly string[];
  /** The clear row of the new one: of the new key where it is ours, else as it was; undefined: there is none. */ readonly clear:
    object | undefined;
  readonly write: (to: RowBox, put: Copying["put"]) => Promise<void>;
  /** Every piece is read from the new one again. */ readonly check: (reading: Session) => Promise<void>;
}

/**
 * What waits is sealed anew like everything else, each item under a new key, and the inbox gets a new key pair: whoever had the old vault key opens
 * nothing of it. Under the inbox's lock.
 */
export const copyInbox = async (from: Session): Promise<InboxCopy> => {
  const old = must(await collectAlone(from));
  const clear: unknown = await from.database.inbox();
  if (old === undefined) return { own: [], clear: objectOf(clear), write: nothing, check: nothing };
  const moved = old.items.map((note) => ({ note, to: { ...note, key: randomBytes(32) } }));
  const next: InboxRow = newInbox(moved.map(({ to }) => to));
  return {
    own: [rowName(from, inboxId), ...old.items.flatMap(pieceNames)],
    clear: (await isOurs(from, old)) ? clearRow(next) : objectOf(clear),
    write: async (box, put) => {
      await put(...inboxRow(box, next));
      for (const { note, to } of moved) for (const index of indexes(note)) await put(...(await sealedAnew(from, note, to, index)));
    },
    check: async (reading) => {
      for (const { to } of moved) for (const index of indexes(to)) (await openSharedPiece(reading, to, index)).fill(0);
    },
  };
};

const nothing = async (): Promise<void> => undefined;
const objectOf = (value: unknown): object | undefined => (typeof value === "object" && value !== null ? value : undefined);
const indexes = ({ is, size }: Note): readonly number[] =>
  is === "whole" ? Array.from({ length: piecesOf(size) }, (_, index) => index) : [];

const sealedAnew = async (
  from: { readonly database: Database },
  note: Note,
  to: Note,
  index: number,
): Promise<readonly [string, Uint8Array<ArrayBuffer>]> => {
  const piece = await openSharedPiece(from, note, index);
  const isLast = index === piecesOf(note.size) - 1;
  const row = wholeSealer.sealPiece(to.key, index, isLast, pieceData(to.item, index), isLast ? paddedPiece(piece) : piece);
  piece.fill(0);
  return [nameOfPiece(wholeSealer, to.key, index), row];
};
