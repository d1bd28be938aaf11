import { hkdfSha256 } from "../../crypto/hkdf.ts";
import { concat, utf8 } from "../../lib/bytes.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { AgeError } from "./errors.ts";
import { macFits, parseHeader, serializeHeader, type Header, type Stanza } from "./header.ts";
import { unwrapWithIdentity, wrapForRecipient } from "./keys.ts";
import { unwrapWithPassphrase, wrapForPassphrase, type Scrypt } from "./passphrase.ts";

/** Who may open a file: one passphrase, or any number of X25519 shares. age forbids mixing the two, and so does this type. */
export type Lock =
  | { readonly by: "passphrase"; readonly passphrase: string; readonly logN: number; readonly scrypt: Scrypt }
  | { readonly by: "recipients"; readonly recipients: readonly Uint8Array[] };
export type Key =
  | { readonly by: "passphrase"; readonly passphrase: string; readonly scrypt: Scrypt }
  | { readonly by: "identity"; readonly secret: Uint8Array }
  /** What whoever wrote the file still has: to check it where only somebody else can open it. */
  | { readonly by: "file-key"; readonly fileKey: Uint8Array };

/** `count` fresh random bytes. */
export type Random = (count: number) => Uint8Array;

export const payloadNonceBytes = 16;
const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array => hkdfSha256(fileKey, nonce, utf8("payload"), 32);

/**
 * All that stands before the payload (header and nonce), and the key of the payload. Throws RangeError for a lock that nobody could open, and
 * when this device cannot do the work of the passphrase. `keep`: given a copy of the file's key, to wipe.
 */
export const startAge = async (
  lock: Lock,
  random: Random,
  keep?: (fileKey: Uint8Array) => void,
): Promise<{ readonly start: Uint8Array; readonly key: Uint8Array }> => {
  const fileKey = random(16);
  try {
    const stanzas =
      lock.by === "passphrase"
        ? [mustWrap(await wrapForPassphrase(fileKey, lock.passphrase, random(16), lock.logN, lock.scrypt))]
        : lock.recipients.map((share) => mustWrap(wrapForRecipient(fileKey, share, random(32))));
    if (stanzas.length === 0) throw new RangeError("age: no recipient");
    const nonce = random(payloadNonceBytes);
    keep?.(fileKey.slice());
    return { start: concat(serializeHeader(stanzas, fileKey), nonce), key: payloadKey(fileKey, nonce) };
  } finally {
    fileKey.fill(0);
  }
};

const mustWrap = (stanza: Stanza | undefined): Stanza => {
  if (stanza === undefined) throw new RangeError("age: recipient of low order, or too much work");
  return stanza;
};

/** Reads header and nonce from the first bytes of a file (`maxHeaderBytes` + 16 of them, or all). `from`: where the payload starts. */
export const readStart = async (
  start: Uint8Array,
  keys: readonly Key[],
): Promise<Result<{ readonly key: Uint8Array; readonly from: number }, AgeError>> => {
  const header = parseHeader(start);
  if (!header.ok) return header;
  const fileKey = await unwrap(header.value, keys);
  if (!fileKey.ok) return fileKey;
  try {
    if (!macFits(header.value, fileKey.value)) return err({ code: "age-mac" });
    const from = header.value.length + payloadNonceBytes;
    if (start.length < from) return err({ code: "age-header-cut-off" });
    return ok({ key: payloadKey(fileKey.value, start.subarray(header.value.length, from)), from });
  } finally {
    fileKey.value.fill(0);
  }
};

const unwrap = async ({ stanzas }: Header, keys: readonly Key[]): Promise<Result<Uint8Array, AgeError>> => {
  const types = new Set(stanzas.map(({ args: [type] }) => type));
  if (types.has("scrypt") && stanzas.length > 1) return err({ code: "age-passphrase-not-alone" });
  for (const key of keys) {
    if (key.by === "file-key") return ok(key.fileKey.slice());
    for (const stanza of stanzas) {
      const fileKey = await tryStanza(stanza, key);
      if (!fileKey.ok) return fileKey;
      if (fileKey.value !== undefined) return ok(fileKey.value);
    }
  }
  return err({ code: whyNoMatch(types, keys) });
};

const tryStanza = async (stanza: Stanza, key: Key): Promise<Result<Uint8Array | undefined, AgeError>> => {
  const [type] = stanza.args;
  if (type === "scrypt" && key.by === "passphrase") return unwrapWithPassphrase(stanza, key.passphrase, key.scrypt);
  if (type === "X25519" && key.by === "identity") return unwrapWithIdentity(stanza, key.secret);
  return ok(undefined);
};

const whyNoMatch = (types: ReadonlySet<string>, keys: readonly Key[]): AgeError["code"] => {
  const has = (by: Key["by"]): boolean => keys.some((key) => key.by === by);
  if ((types.has("scrypt") && has("passphrase")) || (types.has("X25519") && has("identity"))) return "age-no-match";
  if (types.has("X25519")) return "age-needs-key";
  return types.has("scrypt") ? "age-needs-passphrase" : "age-unsupported-recipient";
};
