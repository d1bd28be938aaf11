import canonicalize from "canonicalize";
import { sha256 } from "../crypto/hash.ts";
import { labels } from "../crypto/labels.ts";
import { randomBytes } from "../crypto/random.ts";
import { concat, hex, utf8 } from "../lib/bytes.ts";
import type { Instant } from "../lib/time.ts";
import { saltBytes } from "./format.ts";
import { asFields } from "./json-row.ts";
import type { EntryDraft } from "./types.ts";

/** One entry as it lies in a segment: just what its leaf hashes, 0x00 ‖ salt ‖ text; or only the leaf once it was erased. */
export type Entry = { readonly state: "live"; readonly hashed: Uint8Array } | { readonly state: "erased"; readonly leaf: Uint8Array };

/** SHA-256(0x00 ‖ salt ‖ text), as crypto/merkle.ts has it. */
export const leafOf = (entry: Entry): Uint8Array => (entry.state === "live" ? sha256(entry.hashed) : entry.leaf);

export const liveEntry = (salt: Uint8Array, text: Uint8Array): Entry => ({
  state: "live",
  hashed: concat(Uint8Array.of(labels.hash.leaf), salt, text),
});

export const saltOf = (hashed: Uint8Array): Uint8Array => hashed.subarray(1, 1 + saltBytes);
export const textOf = (hashed: Uint8Array): Uint8Array => hashed.subarray(1 + saltBytes);

/** Canonical JSON (RFC 8785) of `{seq, at, offset, kind, body}` as UTF-8: what the leaf hashes. `body` must be JSON. */
export const entryText = (seq: number, at: Instant, offset: number, kind: string, body: unknown): Uint8Array<ArrayBuffer> => {
  const text = canonicalize({ seq, at, offset, kind, body });
  if (text === undefined) throw new TypeError("an entry must be JSON");
  return utf8(text);
};

/** A secret on its way into its private record. */
export interface NewSecret {
  readonly id: string;
  readonly seq: number;
  readonly salt: Uint8Array;
  readonly text: string;
}

export const newSecrets = (seq: number, draft: EntryDraft): readonly NewSecret[] =>
  draft.secrets.map(({ id, text }) => ({ id, seq, salt: randomBytes(saltBytes), text }));

/** SHA-256(0x02 ‖ salt ‖ bytes): stands in the entry for a secret, so that it can be shown later to be the one that was kept. */
export const commitmentOf = (salt: Uint8Array, text: string): string =>
  hex(sha256(concat(Uint8Array.of(labels.hash.secret), salt, utf8(text))));

/** The draft's body with `{id, commitment}` in each field that held a secret. */
export const bodyWith = (draft: EntryDraft, secrets: readonly NewSecret[]): unknown => {
  if (draft.secrets.length === 0) return draft.body;
  const fields = asFields(draft.body);
  if (fields === undefined) throw new TypeError("secrets need a body with fields");
  const committed = draft.secrets.map(({ field, id }, i) => {
    const secret = secrets[i];
    if (secret === undefined) throw new Error("a secret without its record");
    return [field, { id, commitment: commitmentOf(secret.salt, secret.text) }] as const;
  });
  return { ...fields, ...Object.fromEntries(committed) };
};
