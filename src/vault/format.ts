import type { labels } from "../crypto/labels.ts";

/** Numbers and names of vault format 1; format.md says why. A newer format gets new numbers, these are never edited. */
export const formatVersion = 1;

export type RowKind = keyof typeof labels.row;

const kib = 1024;
/** Row plaintexts are padded to one of these. Above 64 KiB a row becomes a file of its own. */
export const paddedSizes = [4, 8, 16, 32, 56].map((size) => size * kib);
/** Header and keyring: large enough that an overwritten one is really removed. */
export const largeRowBytes = 72 * kib;
/** A segment that holds one entry too large for the sizes above. */
export const oversizes = [128, 256, 512, 1_100].map((size) => size * kib);

/** A tail segment with more content than this is closed and a new one begun. */
export const segmentBytes = 48 * kib;
/** Longest canonical JSON of one entry. */
export const entryBytes = 1024 * kib;
export const chunkBytes = 1024 * kib;
/** Largest file that `readFile` hands over in one piece. */
export const wholeFileBytes = 64 * 1024 * kib;
export const saltBytes = 16;
/** Owner of the rows that belong to the vault and to no case. */
export const noOwner = "0".repeat(32);
/** The catalogue is kept twice: losing it would lose the way to every case. */
export const catalogueCopies = 2;
export const slotCount = 8;
/** Characters of the name that the person gives a way in. */
export const wayNameLength = 60;
/** Characters of a passphrase after NFKC; below it the vault is not made. */
export const passphraseLength = 8;

/** File and case ids: 16 bytes, 32 hex digits. */
export const isId = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f]{32}$/u.test(text);
