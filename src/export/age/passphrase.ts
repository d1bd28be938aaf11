import { chachaOpen, chachaSeal } from "../../crypto/chacha.ts";
import { concat, utf8 } from "../../lib/bytes.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { rawBase64, unRawBase64 } from "./base64.ts";
import type { AgeError } from "./errors.ts";
import type { Stanza } from "./header.ts";

/**
 * scrypt with r = 8, p = 1, N = 2^logN, 32 bytes out; given by the worker, which runs it in a worker of its own.
 * undefined: this device cannot do it, for want of memory as a rule.
 */
export type Scrypt = (passphrase: Uint8Array, salt: Uint8Array, logN: number) => Promise<Uint8Array | undefined>;

/** Written, and the most that is read: 2^18 takes 256 MiB, about a second, and is what the `age` command writes. */
export const workFactor = 18;
const label = utf8("age-encryption.org/v1/scrypt");
const nonce = new Uint8Array(12);

/** The key that the words give, lent to `use`; words and key are wiped after. */
const withKey = async <T>(
  passphrase: string,
  salt: Uint8Array,
  logN: number,
  scrypt: Scrypt,
  use: (key: Uint8Array) => T,
): Promise<T | undefined> => {
  const secret = utf8(passphrase);
  let key: Uint8Array | undefined;
  try {
    key = await scrypt(secret, concat(label, salt), logN);
    return key === undefined ? undefined : use(key);
  } finally {
    secret.fill(0);
    key?.fill(0);
  }
};

/** undefined when this device cannot do the work. */
export const wrapForPassphrase = async (
  fileKey: Uint8Array,
  passphrase: string,
  salt: Uint8Array,
  logN: number,
  scrypt: Scrypt,
): Promise<Stanza | undefined> =>
  withKey(passphrase, salt, logN, scrypt, (key) => ({
    args: ["scrypt", rawBase64(salt), String(logN)],
    body: chachaSeal(key, nonce, fileKey),
  }));

/** The file key, or undefined when the passphrase is another one. The work is bounded before any of it is done. */
export const unwrapWithPassphrase = async (
  { args: [, saltText, logNText, ...rest], body }: Stanza,
  passphrase: string,
  scrypt: Scrypt,
): Promise<Result<Uint8Array | undefined, AgeError>> => {
  const salt = unRawBase64(saltText ?? "");
  if (salt?.length !== 16 || !/^[1-9][0-9]*$/u.test(logNText ?? "") || rest.length > 0 || body.length !== 32)
    return err({ code: "age-stanza-malformed" });
  const logN = Number(logNText);
  if (logN > workFactor) return err({ code: "age-work-too-high" });
  const opened = await withKey(passphrase, salt, logN, scrypt, (key) => ok(chachaOpen(key, nonce, body)));
  return opened ?? err({ code: "age-work-too-high" });
};
