import { chachaOpen, chachaSeal } from "../../crypto/chacha.ts";
import { hkdfSha256 } from "../../crypto/hkdf.ts";
import { x25519Public, x25519Shared } from "../../crypto/x25519.ts";
import { concat, utf8 } from "../../lib/bytes.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { rawBase64, unRawBase64 } from "./base64.ts";
import { fromBech32, toBech32 } from "./bech32.ts";
import type { AgeError } from "./errors.ts";
import type { Stanza } from "./header.ts";

/** age's native recipients: X25519 shares of 32 bytes. */
const info = utf8("age-encryption.org/v1/X25519");
const nonce = new Uint8Array(12);

export const recipientText = (share: Uint8Array): string => toBech32("age", share);
export const identityText = (secret: Uint8Array): string => toBech32("age-secret-key-", secret).toUpperCase();
export const recipientOf = (secret: Uint8Array): string => recipientText(x25519Public(secret));

/** `age1…` → share of 32 bytes; undefined for anything else, hybrid recipients (`age1pq1…`) too. */
export const parseRecipient = (text: string): Uint8Array | undefined =>
  exactly32(text === text.toLowerCase() ? fromBech32("age", text) : undefined);
/** `AGE-SECRET-KEY-1…` → secret of 32 bytes; undefined for anything else, hybrid identities (`AGE-SECRET-KEY-PQ-1…`) too. */
export const parseIdentity = (text: string): Uint8Array | undefined =>
  exactly32(text === text.toUpperCase() ? fromBech32("age-secret-key-", text) : undefined);
const exactly32 = (bytes: Uint8Array | undefined): Uint8Array | undefined => (bytes?.length === 32 ? bytes : undefined);

const wrapKey = (shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array =>
  hkdfSha256(shared, concat(ephemeral, recipient), info, 32);

/** `ephemeralSecret`: 32 fresh random bytes. undefined when the recipient is a point of low order. */
export const wrapForRecipient = (fileKey: Uint8Array, recipient: Uint8Array, ephemeralSecret: Uint8Array): Stanza | undefined => {
  const ephemeral = x25519Public(ephemeralSecret);
  const shared = x25519Shared(ephemeralSecret, recipient);
  if (shared === undefined) return undefined;
  return { args: ["X25519", rawBase64(ephemeral)], body: chachaSeal(wrapKey(shared, ephemeral, recipient), nonce, fileKey) };
};

/** The file key, or undefined when the stanza is for somebody else. */
export const unwrapWithIdentity = (
  { args: [, shareText, ...rest], body }: Stanza,
  secret: Uint8Array,
): Result<Uint8Array | undefined, AgeError> => {
  const share = unRawBase64(shareText ?? "");
  if (share?.length !== 32 || rest.length > 0 || body.length !== 32) return err({ code: "age-stanza-malformed" });
  const shared = x25519Shared(secret, share);
  if (shared === undefined) return err({ code: "age-stanza-malformed" });
  return ok(chachaOpen(wrapKey(shared, share, x25519Public(secret)), nonce, body));
};
