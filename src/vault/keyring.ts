import { randomBytes } from "../crypto/random.ts";
import { reveal, secret, type Secret } from "../crypto/secret.ts";
import { base64, unbase64 } from "../lib/bytes.ts";
import { chunkBytes, isId } from "./format.ts";
import { isCount, isText, listOf, openJson, sealJson } from "./json-row.ts";
import type { RowBox, RowId } from "./rows.ts";

/** A kept file: its own key, and what it is made of. */
export interface FileKey {
  readonly file: string;
  readonly key: Secret;
  readonly sha256: string;
  /** Bytes. */ readonly size: number;
}
/** Keys lie in rows of their own, never in log entries; forgetting one rewrites its row. */
export interface Keyring {
  readonly revision: number;
  readonly keys: readonly FileKey[];
}

/** At about 190 bytes each, this many fill a row of 72 KiB. */
export const keysPerRing = 350;

export const keyringId = (caseId: string, number: number): RowId => ({ kind: "keyring", owner: caseId, number, first: 0 });
export const newFileKey = (): Secret => secret("file-key", randomBytes(32));
/** An empty file has one empty chunk, so that there is always a last one. */
export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / chunkBytes));

export const sealKeyring = (box: RowBox, caseId: string, number: number, ring: Keyring): Uint8Array<ArrayBuffer> =>
  sealJson(box, keyringId(caseId, number), {
    revision: ring.revision,
    keys: ring.keys.map(({ file, key, sha256, size }) => [file, base64(reveal(key)), sha256, size]),
  });

export const openKeyring = (
  box: RowBox,
  caseId: string,
  number: number,
  stored: Uint8Array | undefined,
): Keyring | "missing" | "altered" | "newer" => {
  const fields = openJson(box, keyringId(caseId, number), stored);
  if (typeof fields === "string") return fields;
  const keys = listOf(fields["keys"], decodeKey);
  const revision = fields["revision"];
  return isCount(revision) && keys !== undefined ? { revision, keys } : "altered";
};

const decodeKey = (value: unknown): FileKey | undefined => {
  const [file, key, sha256, size]: readonly unknown[] = Array.isArray(value) ? value : [];
  const bytes = isText(key) ? unbase64(key) : undefined;
  return isId(file) && bytes?.length === 32 && isText(sha256) && isCount(size)
    ? { file, key: secret("file-key", bytes), sha256, size }
    : undefined;
};
