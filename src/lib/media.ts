/*
 * How sound and film reach the player: it asks an address of the app's own folder for a range of bytes, the service worker asks the page that
 * plays, and the page reads one piece of the file. The address is chance and is forgotten with the screen; nothing is kept on the way.
 */

/** Below the app's folder; no file of the app lies there. */
export const mediaFolder = "media/";
/** A file is read in pieces of this many bytes, the last one shorter: one chunk of the vault. */
export const pieceBytes = 1024 * 1024;

/** A file that can be played, read by piece. */
export interface MediaSource {
  /** Media type by content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Piece `index` (0-based, `pieceBytes` each but the last); null when it may not or cannot be read. */
  readonly read: (index: number) => Promise<ArrayBuffer | null>;
}
export interface OpenMedia {
  /** For `src` of a player in this page; says nothing of the file. */
  readonly url: string;
  /** From now on nothing is to be had under the address. */
  readonly end: () => void;
}

/** What the service worker asks the page, with a port for the answer. */
export interface MediaQuestion {
  readonly type: "media";
  /** 32 hex digits, from the address. */
  readonly token: string;
  /** First byte that is wanted. */
  readonly from: number;
}
/** The rest of the piece that holds the byte; none when the file ends before it. `null`: nothing is shown under this address, or no longer. */
export type MediaAnswer = { readonly type: string; readonly size: number; readonly bytes: ArrayBuffer } | null;

const isToken = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/u.test(value);
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** The token of an address in the app's folder (`scope`, with a slash at its end); undefined for every other address. */
export const mediaToken = (address: string, scope: string): string | undefined => {
  const folder = `${scope}${mediaFolder}`;
  const token = address.startsWith(folder) ? address.slice(folder.length) : "";
  return isToken(token) ? token : undefined;
};

/** A question from a message; undefined when it is not one. */
export const parseMediaQuestion = (value: unknown): MediaQuestion | undefined => {
  if (!isRecord(value)) return undefined;
  const { type, token, from } = value;
  return type === "media" && isToken(token) && isOffset(from) ? { type, token, from } : undefined;
};

/** An answer from a message; null when it is none. */
export const parseMediaAnswer = (value: unknown): MediaAnswer => {
  if (!isRecord(value)) return null;
  const { type, size, bytes } = value;
  return typeof type === "string" && isOffset(size) && bytes instanceof ArrayBuffer ? { type, size, bytes } : null;
};

/** First and last byte of a `Range` header with one range from a start (RFC 9110 §14.1.2); `to` is null for "to the end". */
export const parseRange = (header: string | null): { readonly from: number; readonly to: number | null } | undefined => {
  const found = /^bytes=(\d{1,15})-(\d{0,15})$/u.exec(header ?? "");
  if (found === null) return undefined;
  const from = Number(found[1]);
  const to = found[2] === "" ? null : Number(found[2]);
  return to !== null && to < from ? undefined : { from, to };
};
