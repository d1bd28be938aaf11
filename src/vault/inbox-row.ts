import { boxPair, boxPublic, wholeSealer } from "../crypto/sealed-box.ts";
import { randomBytes } from "../crypto/random.ts";
import { reveal, secret, type Secret } from "../crypto/secret.ts";
import { base64, unbase64 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { noOwner } from "./format.ts";
import { mostPieces, nameOfPiece, piecesOf, readNote, type Note } from "./inbox-format.ts";
import { isText, listOf, openJson, sealJson } from "./json-row.ts";
import { rowName, type RowBox, type RowId } from "./rows.ts";
import type { VaultError } from "./types.ts";

/** The inbox as one vault knows it, in a sealed row of its own. */
export interface InboxRow {
  /** Opens what was sealed to it. */ readonly secretKey: Secret;
  /** Up to here its notes were taken in and removed. */ readonly state: Uint8Array<ArrayBuffer>;
  /** What waits: items that are whole, word of what was not kept, and beginnings whose end has not come. */
  readonly items: readonly Note[];
}

export const inboxId: RowId = { kind: "inbox", owner: noOwner, number: 0, first: 0 };

/** A new key pair and a new beginning; what waits already goes along. */
export const newInbox = (items: readonly Note[]): InboxRow => ({ secretKey: boxPair().secretKey, state: randomBytes(32), items });

/** Stands for all that was shared and cannot be told any more. `at`: when that was noticed. */
export const lostNote = (): Note => ({
  is: "lost",
  item: noOwner,
  share: noOwner,
  at: Date.now(),
  name: "",
  type: "",
  words: false,
  size: 0,
  key: new Uint8Array(32),
});

/** The clear row that lets the service worker seal to it. */
export const clearRow = ({ secretKey, state }: InboxRow): object => ({ publicKey: boxPublic(secretKey), state: state.slice() });

export const inboxRow = (box: RowBox, { secretKey, state, items }: InboxRow): readonly [string, Uint8Array<ArrayBuffer>] => [
  rowName(box, inboxId),
  sealJson(box, inboxId, {
    secret: base64(reveal(secretKey)),
    state: base64(state),
    items: items.map(({ key, ...note }) => ({ ...note, key: base64(key) })),
  }),
];

/** undefined: this vault never had one, as its catalogue says (`isThere`). */
export const readInboxRow = (box: RowBox, isThere: boolean, stored: Uint8Array | undefined): Result<InboxRow | undefined, VaultError> => {
  const fields = openJson(box, inboxId, stored);
  if (fields === "missing" && !isThere) return ok(undefined);
  if (fields === "newer") return err({ code: "vault-newer", where: "inbox" });
  const bytes = (value: unknown): Uint8Array<ArrayBuffer> | undefined => {
    const read = isText(value) ? unbase64(value) : undefined;
    return read?.length === 32 ? read : undefined;
  };
  const [key, state, items] =
    typeof fields === "string" ? [] : [bytes(fields["secret"]), bytes(fields["state"]), listOf(fields["items"], readNote)];
  if (key === undefined || state === undefined || items === undefined) return err({ code: "vault-damaged", where: "inbox" });
  return ok({ secretKey: secret("inbox-key", key), state, items });
};

/** Names of all rows in which its bytes may lie: of what only began, nobody knows how many there are. */
export const pieceNames = ({ is, key, size }: Note): readonly string[] =>
  Array.from({ length: is === "whole" ? piecesOf(size) : is === "begun" ? mostPieces : 0 }, (_, index) =>
    nameOfPiece(wholeSealer, key, index),
  );
