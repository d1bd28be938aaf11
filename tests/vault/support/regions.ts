import formatText from "../../../src/vault/format.md?raw";
import type { RowKind } from "../../../src/vault/format.ts";

/**
 * Every byte region of the vault on disk by name, as `src/vault/format.md` names them. `regionsInFormat` reads that text; a test compares the two, so
 * that a region which is written down there and not flipped here is noticed.
 */
export const regions = {
  /** What lies in the table `device`, in the clear: nothing in it is authenticated, because it is needed before anything can be opened. */
  clearRows: ["device", "writer", "tries", "restoring", "restoring 0", "inbox", "erasing", "making", "generation", "renewing"],
  deviceRow: ["format", "language", "lockAfterMinutes", "lockHiddenSeconds", "leaveTo", "theme", "salt", "ops", "mebibytes"],
  header: ["format", "header id", "salt", "ops", "memory in MiB", "8 slots of 104 bytes", "random filler", "BLAKE2b-256 of all before"],
  slot: ["nonce", "ciphertext", "tag"],
  slotContent: ["kind", "vault key", "vault id", "zeros"],
  row: ["nonce", "ciphertext", "tag"],
  rowContent: ["length", "content", "zeros"],
  segment: ["format", "revision", "count", "records"],
  record: ["length", "0x00", "salt", "text", "length", "0x01", "leaf"],
  chunk: ["ciphertext", "tag"],
  piece: ["ciphertext", "tag"],
  note: ["ephemeral key", "tag", "ciphertext"],
  noteContent: ["length", "JSON", "zeros"],
  noteJson: ["is", "item", "share", "at", "name", "type", "words", "size", "key", "v"],
} as const satisfies Record<string, readonly string[]>;

/** Members of the rows that are JSON; each has `v` besides. */
export const members: Readonly<Record<RowKind, readonly string[]>> = {
  catalogue: ["revision", "cases", "intents", "caseId", "file", "chunks", "attached", "log", "inbox"],
  head: ["revision", "size", "root", "peaks", "segments", "keyrings", "draft", "secrets", "nextSecret", "absent", "catalogue", "scars"],
  segment: [],
  keyring: ["revision", "keys"],
  chunk: [],
  draft: ["fields", "revision"],
  secret: ["id", "seq", "salt", "text"],
  seed: ["seed"],
  canary: [],
  ways: ["header", "ways"],
  inbox: ["secret", "state", "items"],
};

const flat = formatText.replaceAll("\n", " ");
/** What stands between two phrases of the format, split at ‖, without the sizes in brackets. */
const parts = (from: string, to: string): readonly string[] => {
  const start = flat.indexOf(from);
  const end = start < 0 ? -1 : flat.indexOf(to, start + from.length);
  if (end < 0) throw new Error(`format.md: ${from} … ${to}`);
  return flat
    .slice(start + from.length, end)
    .replaceAll(/ \([^()]*\)/gu, "")
    .replaceAll(", or ", " ‖ ")
    .split("‖")
    .map((part) => part.replaceAll("`", "").trim())
    .map((part) => part.replace(/ once erased$/u, "").replace(/(?<=nonce|ciphertext|tag) \d+$/u, ""));
};
const quoted = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/gu)].flatMap(([, name]) => name ?? []);
const isMember = (name: string): boolean => /^[a-z][a-zA-Z0-9]*$/u.test(name);
const cellsOf = (line: string): readonly string[] => line.split("|").map((cell) => cell.trim());
const lines = formatText.split("\n").map(cellsOf);
const clear = lines.filter(([, table]) => table === "`device`");

export const regionsInFormat = (): Readonly<Record<keyof typeof regions, readonly string[]>> => ({
  clearRows: clear.flatMap(([, , key]) => quoted(key ?? "")),
  deviceRow: quoted(clear.find(([, , key]) => key === "`device`")?.[3] ?? ""),
  header: parts("**Header**, 73,728 bytes:", ". The salt"),
  slot: parts("A slot is XChaCha20-Poly1305 (", ") of kind"),
  slotContent: parts("‖ tag 16) of", ", with associated data"),
  row: parts("Value =", ", XChaCha20-Poly1305 of"),
  rowContent: parts("‖ tag (16), XChaCha20-Poly1305 of", ", padded to"),
  segment: parts("| 3    | segment   | case id | from 0     |", "|"),
  record: parts("**Record** of a segment:", ". `0x00"),
  chunk: parts("an empty file has one empty chunk),", "of XChaCha20"),
  piece: parts("Its pieces of 1 MiB:", "of XChaCha20"),
  note: parts("- **Note**:", ", `crypto_box_seal`"),
  noteContent: parts("`crypto_box_seal` of", ", 4,136"),
  noteJson: ["is", ...parts("in row 11 also `lost`),", ". Name of its row").flatMap((list) => list.split(", "))],
});

/** Row kinds of the table, with the members that it names for each. */
export const membersInFormat = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    lines
      .filter(([, number, row]) => /^\d+$/u.test(number ?? "") && row !== undefined)
      .map(([, , row, , , content]) => [row, content?.startsWith("JSON") === true ? [...new Set(quoted(content))].filter(isMember) : []]),
  );
