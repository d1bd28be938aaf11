import { wholeSealer } from "../crypto/sealed-box.ts";
import { secret } from "../crypto/secret.ts";
import { openPiece } from "../crypto/stream.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { sliced, type Sliced } from "../lib/sliced.ts";
import { nameOfPiece, pieceBytes, pieceData, piecesOf, type Note } from "./inbox-format.ts";
import { inboxId, readInboxRow } from "./inbox-row.ts";
import { rowName } from "./rows.ts";
import type { Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { VaultError } from "./types.ts";

type Answer<T> = Promise<Result<T, VaultError>>;

const itemOf = async (session: Session, item: string): Answer<Note> => {
  const [stored] = await session.database.rows([rowName(session, inboxId)]);
  const row = readInboxRow(session, session.catalogue.inbox, stored);
  if (!row.ok) return row;
  const found = row.value?.items.find((note) => note.item === item && note.is === "whole");
  return found === undefined ? err({ code: "vault-not-found", where: "inbox" }) : ok(found);
};

/** One piece in the clear. */
export const openSharedPiece = async (
  session: Pick<Session, "database">,
  { item, key, size }: Note,
  index: number,
): Promise<Uint8Array> => {
  const pieces = piecesOf(size);
  const [row] = await session.database.rows([nameOfPiece(wholeSealer, key, index)]);
  const handle = secret("file-key", key.slice());
  const padded = row === undefined ? undefined : openPiece(handle, index, index === pieces - 1, pieceData(item, index), row);
  handle.wipe();
  const length = Math.min(pieceBytes, size - index * pieceBytes);
  if (padded === undefined || padded.length < length) throw new Refused({ code: "vault-damaged", where: `shared ${String(index)}` });
  return padded.subarray(0, length);
};

/**
 * An item as intake reads it: no Blob of it is ever made. The piece that was read last is held while the source is, since the reader of a zip asks
 * for many small parts of it.
 */
export const sharedSource = async (session: Session, item: string): Answer<Sliced> => {
  const note = await itemOf(session, item);
  if (!note.ok) return note;
  let last: { readonly index: number; readonly piece: Uint8Array } | undefined;
  const pieceAt = async (index: number): Promise<Uint8Array> => {
    if (last?.index === index) return last.piece;
    const piece = await openSharedPiece(session, note.value, index);
    last = { index, piece };
    return piece;
  };
  const read = async (from: number, to: number): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(to - from);
    for (let at = from; at < to;) {
      const index = Math.floor(at / pieceBytes);
      const start = at - index * pieceBytes;
      const part = (await pieceAt(index)).subarray(start, start + to - at);
      bytes.set(part, at - from);
      at += part.length;
    }
    return bytes.buffer;
  };
  return ok(sliced(note.value.size, read));
};
