import { mayShow } from "../case/media.ts";
import type { Evidence } from "../case/state.ts";
import { pieceBytes } from "../lib/media.ts";
import type { App, OpenedBundle } from "./types.ts";

/** How a kept file that is no picture is shown. `other`: not at all, it is only kept. */
export type Kind = "film" | "sound" | "pages" | "words" | "other";

/** Shown as the text they are: a saved page or a mail is never rendered. */
const asText: ReadonlySet<string> = new Set(["message/rfc822", "multipart/related"]);

export const kindOf = (type: string): Kind => {
  if (type.startsWith("video/")) return "film";
  if (type.startsWith("audio/")) return "sound";
  if (type === "application/pdf") return "pages";
  return type.startsWith("text/") || asText.has(type) ? "words" : "other";
};

/** A file that is shown: its type by content, its size in bytes, and its pieces of 1 MiB, the last one shorter. */
export interface Viewed {
  readonly type: string;
  readonly size: number;
  /** Piece from 0; null when it may not or cannot be read, which is said. */
  readonly read: (index: number) => Promise<ArrayBuffer | null>;
}

/** A kept file, decrypted piece by piece. Each time it is looked whether the case is still open and whether it may be shown: an age may be corrected while it plays. */
export const viewedIn = (app: App, caseId: string, { id, file, type, size }: Evidence): Viewed => ({
  type,
  size,
  read: async (index) => {
    const { view } = app.state();
    if (view.at !== "unlocked" || view.caseId !== caseId || !mayShow(view.state, id)) return null;
    const piece = await (await app.vault()).readChunk(caseId, file, index);
    return app.tell(piece) ? piece.value : null;
  },
});

/** A file of the sealed bundle that is open in the worker, piece by piece: only as long as it is shown. */
export const viewedInBundle = (app: App, { path, type, size }: OpenedBundle["files"][number]): Viewed => ({
  type,
  size,
  read: async (index) => {
    if (!app.state().bundleShown) return null;
    const piece = await (await app.exporter()).readOpenedPiece(path, index);
    // Closed while it was read: nobody waits for it.
    if (!app.state().bundleShown) return null;
    return app.tell(piece) ? piece.value : null;
  },
});

/** Bytes `from`…`to` (exclusive) of a file; shorter where it ends; null when a piece cannot be read. */
export const readRange = async ({ size, read }: Viewed, from: number, to: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const end = Math.min(to, size);
  const out = new Uint8Array(Math.max(0, end - from));
  for (let at = from; at < end;) {
    const piece = await read(Math.floor(at / pieceBytes));
    if (piece === null) return null;
    const part = new Uint8Array(piece).subarray(at % pieceBytes, (at % pieceBytes) + end - at);
    if (part.length === 0) return null;
    out.set(part, at - from);
    at += part.length;
  }
  return out;
};
