import { argon2id } from "hash-wasm";
import { cryptoReady, sodium } from "../../../src/crypto/sodium.ts";
import { alternate, ms } from "../measure.ts";
import type { Row } from "../page.ts";

/** Argon2id, 64 MiB, t = 3, p = 1, 32 bytes. */
const row: Row = async () => {
  await cryptoReady();
  const salt = new Uint8Array(16).fill(7);
  const { ours, peer } = await alternate(
    () => sodium.crypto_pwhash(32, "marble canyon ribbon walnut ember lantern", salt, 3, 64 * 2 ** 20, sodium.crypto_pwhash_ALG_ARGON2ID13),
    () =>
      argon2id({
        password: "marble canyon ribbon walnut ember lantern",
        salt,
        iterations: 3,
        memorySize: 65_536,
        parallelism: 1,
        hashLength: 32,
        outputType: "binary",
      }),
  );
  const ratio = peer / ours;
  return [
    {
      what: "key derivation, Argon2id 64 MiB t=3",
      against: "hash-wasm",
      goal: "≥ 1.3×",
      ours: ms(ours),
      peer: ms(peer),
      ratio,
      reached: ratio >= 1.3,
    },
  ];
};
export default row;
