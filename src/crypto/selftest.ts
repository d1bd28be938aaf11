import { hex, unhex, utf8 } from "../lib/bytes.ts";
import { decryptWith, encryptWith, tagBytes } from "./aead.ts";
import { chachaOpen, chachaSeal } from "./chacha.ts";
import { blake2b, sha256 } from "./hash.ts";
import { hmacSha256 } from "./hmac.ts";
import { subkey } from "./kdf.ts";
import { reveal, secret } from "./secret.ts";
import { sign, signingKeyFromSeed, verifySignature } from "./sign.ts";
import { cryptoReady, sodium } from "./sodium.ts";
import { x25519Public } from "./x25519.ts";

/** One published answer: what this device computes, and what it has to be. */
export interface KnownAnswer {
  readonly name: string;
  readonly got: () => string;
  readonly want: string;
}

const bytes = (text: string): Uint8Array => unhex(text) ?? new Uint8Array(0);
const count = (from: number, length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => from + i);
const sunscreen = utf8(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
);

export const knownAnswers: readonly KnownAnswer[] = [
  {
    name: "blake2b", // RFC 7693, appendix A
    got: () => hex(blake2b(64, utf8("abc"))),
    want: "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
  },
  {
    name: "sha-256", // FIPS 180-4
    got: () => hex(sha256(utf8("abc"))),
    want: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  },
  {
    name: "hmac-sha-256", // RFC 4231, case 2
    got: () => hex(hmacSha256(utf8("Jefe"), utf8("what do ya want "), utf8("for nothing?"))),
    want: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  },
  {
    name: "xchacha20-poly1305", // draft-irtf-cfrg-xchacha-03, A.3.1: the tag, and that a wrong tag is refused
    got: () => {
      const key = secret("known", count(0x80, 32));
      const nonce = count(0x40, 24);
      const associated = bytes("50515253c0c1c2c3c4c5c6c7");
      const sealed = encryptWith(key, nonce, associated, sunscreen);
      const back = decryptWith(key, nonce, associated, sealed);
      const refused = decryptWith(key, nonce, new Uint8Array(0), sealed) === undefined;
      return back !== undefined && hex(back) === hex(sunscreen) && refused ? hex(sealed.slice(-tagBytes)) : "";
    },
    want: "c0875924c1c7987947deafd8780acf49",
  },
  {
    name: "chacha20-poly1305", // its own inverse, and a changed bit is refused
    got: () => {
      const key = count(0, 32);
      const nonce = count(0, 12);
      const sealed = chachaSeal(key, nonce, sunscreen);
      const back = chachaOpen(key, nonce, sealed);
      const refused =
        chachaOpen(
          key,
          nonce,
          sealed.map((byte, i) => (i === 3 ? byte ^ 1 : byte)),
        ) === undefined;
      return back !== undefined && refused ? hex(back) : "";
    },
    want: hex(sunscreen),
  },
  {
    name: "crypto-kdf", // keyed BLAKE2b with salt and personalisation, computed with Python's hashlib
    got: () => hex(reveal(subkey(secret("known", count(0, 32)), "hf_log__"))),
    want: "bd9f3759dd4888a419e235e433025bc78b4992cdc15fc9046944a6d330f72e0b",
  },
  {
    name: "ed25519", // RFC 8032, 7.1, test 1
    got: () => {
      const { publicKey, secretKey } = signingKeyFromSeed(bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
      const signature = sign(secretKey, new Uint8Array(0));
      const holds = verifySignature(publicKey, new Uint8Array(0), signature) && !verifySignature(publicKey, Uint8Array.of(0), signature);
      return holds ? hex(signature) : "";
    },
    want: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    name: "x25519", // RFC 7748, 5.2, one iteration
    got: () => hex(x25519Public(Uint8Array.of(9, ...new Uint8Array(31)))),
    want: "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079",
  },
  {
    name: "argon2id", // 8 MiB, one pass; libsodium and hash-wasm agree. The real memory size is checked when a vault is made.
    got: () =>
      hex(
        sodium.crypto_pwhash(
          32,
          utf8("holdfast known answer"),
          utf8("holdfast/argon2/"),
          1,
          8_388_608,
          sodium.crypto_pwhash_ALG_ARGON2ID13,
        ),
      ),
    want: "67d70eaf3393a43feb2409018d76304ca4b8715e02bde296c8eebbbe69e2ba94",
  },
];

/** Names of the functions that do not compute what was published; empty when all do. A throw counts as a wrong answer. */
export const failedAnswers = (answers: readonly KnownAnswer[]): readonly string[] =>
  answers.filter((answer) => !holds(answer)).map(({ name }) => name);

const holds = ({ got, want }: KnownAnswer): boolean => {
  try {
    return got() === want;
  } catch {
    return false;
  }
};

/** Loads the library and checks it against published answers; empty when this device computes correctly. */
export const selfTest = async (answers: readonly KnownAnswer[] = knownAnswers): Promise<readonly string[]> => {
  try {
    await cryptoReady();
  } catch {
    return ["webassembly"];
  }
  return failedAnswers(answers);
};
