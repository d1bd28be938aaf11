/** Every label and context that separates one use of a key or hash from another, in one place, so that no two structures can be taken for each other. */
export const labels = {
  /** crypto_kdf contexts: exactly 8 bytes. `slot` derives the wrapping key from what Argon2id gives for a passphrase. */
  kdf: { log: "hf_log__", files: "hf_files", draft: "hf_draft", names: "hf_names", inbox: "hf_inbox", slot: "hf_slotp" },
  /** HKDF info: what a passkey gives → the key that opens its slots. */
  hkdf: { passkey: "holdfast passkey slot 1" },
  /** SHA-256 prefixes: leaf and node of RFC 6962, and the commitment to a secret. */
  hash: { leaf: 0x00, node: 0x01, secret: 0x02 },
  /** First byte of what a row's name is derived from, and of its associated data. Never reused. */
  row: { catalogue: 1, head: 2, segment: 3, keyring: 4, chunk: 5, draft: 6, secret: 7, seed: 8, canary: 9, ways: 10, inbox: 11 },
  /** Start of the associated data of every sealed thing, 16 ASCII characters. */
  sealed: { row: "holdfast row 1  ", slot: "holdfast slot 1 ", chunk: "holdfast chunk 1", shared: "holdfast share 1" },
  /** First byte of what the names of the inbox's rows are derived from, keyed BLAKE2b. */
  inbox: { name: 1, next: 2, piece: 3 },
} as const;
