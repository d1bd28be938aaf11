import { blake2b } from "../../crypto/hash.ts";
import { sign, verifySignature, type SigningKey } from "../../crypto/sign.ts";
import { base64, concat, sameBytes, unbase64, utf8 } from "../../lib/bytes.ts";

/**
 * minisign: Ed25519 over BLAKE2b-512 of the file ("ED", prehashed), then over signature ‖ trusted comment. The number of a key is its first
 * eight bytes, so that it says nothing that the key does not.
 */
const keyAlgorithm = utf8("Ed");
const signatureAlgorithm = utf8("ED");
const numberOf = (publicKey: Uint8Array): Uint8Array => publicKey.slice(0, 8);

/** As minisign prints it: the number read as little-endian, in upper-case hex. */
const numberText = (publicKey: Uint8Array): string =>
  [...numberOf(publicKey)]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

export const publicKeyText = (publicKey: Uint8Array): string =>
  `untrusted comment: minisign public key ${numberText(publicKey)}\n${base64(concat(keyAlgorithm, numberOf(publicKey), publicKey))}\n`;

/** `trustedComment`: one line. */
export const signatureText = (key: SigningKey, file: Uint8Array, trustedComment: string): string => {
  if (/[\r\n]/u.test(trustedComment)) throw new RangeError("minisign: a comment is one line");
  const signature = sign(key.secretKey, blake2b(64, file));
  const global = sign(key.secretKey, concat(signature, utf8(trustedComment)));
  const line = base64(concat(signatureAlgorithm, numberOf(key.publicKey), signature));
  return `untrusted comment: signature of tagmanifest-sha256.txt\n${line}\ntrusted comment: ${trustedComment}\n${base64(global)}\n`;
};

/** The key in a `.pub` file, 32 bytes; undefined for anything else. */
export const parsePublicKey = (text: string): Uint8Array | undefined => {
  const [, line] = /^untrusted comment: [^\n\r]{0,1024}\n([A-Za-z0-9+/=]{56})\n$/u.exec(text) ?? [];
  const bytes = unbase64(line ?? "");
  if (bytes?.length !== 42 || !sameBytes(bytes.subarray(0, 2), keyAlgorithm)) return undefined;
  const key = bytes.slice(10);
  return sameBytes(numberOf(key), bytes.subarray(2, 10)) ? key : undefined;
};

/** The trusted comment, when both signatures are valid for this key; undefined otherwise. */
export const verifyMinisig = (publicKey: Uint8Array, file: Uint8Array, text: string): string | undefined => {
  const [, line, comment, globalLine] =
    /^untrusted comment: [^\n\r]{0,1024}\n([A-Za-z0-9+/=]{100})\ntrusted comment: ([^\n\r]{0,8192})\n([A-Za-z0-9+/=]{88})\n$/u.exec(text) ??
    [];
  const [bytes, global] = [unbase64(line ?? ""), unbase64(globalLine ?? "")];
  if (bytes?.length !== 74 || global?.length !== 64 || comment === undefined) return undefined;
  const signature = bytes.slice(10);
  const fits =
    sameBytes(bytes.subarray(0, 2), signatureAlgorithm) &&
    sameBytes(bytes.subarray(2, 10), numberOf(publicKey)) &&
    verifySignature(publicKey, blake2b(64, file), signature) &&
    verifySignature(publicKey, concat(signature, utf8(comment)), global);
  return fits ? comment : undefined;
};
