import { secret, reveal, type Secret } from "./secret.ts";
import { sodium } from "./sodium.ts";

/** Argon2id version 1.3 (RFC 9106), one lane as libsodium has it. */
export interface ArgonParams {
  /** Passes (t). */ readonly ops: number;
  /** Memory in MiB. */ readonly mebibytes: number;
}

/** Never weaker than this, whoever wrote the row that names the parameters; never so much that a phone cannot run it. */
export const argonBounds = { ops: { least: 3, most: 24 }, mebibytes: { least: 64, most: 256 } } as const;
export const argonSaltBytes = 16;

/** Memory sizes that may be chosen: those with a known answer. */
export const argonMemories = [64, 96, 128, 192, 256] as const;

export const inArgonBounds = ({ ops, mebibytes }: ArgonParams): boolean =>
  Number.isInteger(ops) &&
  ops >= argonBounds.ops.least &&
  ops <= argonBounds.ops.most &&
  argonMemories.some((memory) => memory === mebibytes);

/** 32 bytes. Blocks for as long as it takes and grows the WebAssembly heap for good: run it in a throw-away worker. */
export const argon2id = (password: Uint8Array, salt: Uint8Array, { ops, mebibytes }: ArgonParams): Uint8Array =>
  sodium.crypto_pwhash(32, password, salt, ops, mebibytes * 1_048_576, sodium.crypto_pwhash_ALG_ARGON2ID13);

/** crypto_kdf: subkey of 32 bytes by id and context of exactly 8 characters. */
export const subkey = <Name extends string>(parent: Secret, context: Name, id = 1): Secret<Name> =>
  secret(context, sodium.crypto_kdf_derive_from_key(32, id, context, reveal(parent)));
