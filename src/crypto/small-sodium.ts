import libsodium from "libsodium-sumo";
import { pieceNonce } from "./piece-nonce.ts";
import type { SealOnly } from "./seal-only.ts";

const names = [
  "_sodium_init",
  "_malloc",
  "_free",
  "_crypto_generichash",
  "_crypto_box_seal",
  "_crypto_aead_xchacha20poly1305_ietf_encrypt",
] as const;

type Core = { readonly [N in (typeof names)[number]]: (...args: readonly number[]) => number } & {
  /** Another one after the memory has grown: never kept. */ readonly HEAPU8: Uint8Array<ArrayBuffer>;
};

const isCore = (value: unknown): value is Core =>
  typeof value === "object" &&
  value !== null &&
  "HEAPU8" in value &&
  value.HEAPU8 instanceof Uint8Array &&
  names.every((name) => typeof Reflect.get(value, name) === "function");

/**
 * The same library without its wrapper and without its WebAssembly, which the caller brings: a service worker can neither start a worker nor load a
 * script on demand, and a second copy would cost every first visit. Throws when `wasm` is not libsodium's.
 */
export const openSmallSodium = async (wasm: Uint8Array<ArrayBuffer>): Promise<SealOnly> => {
  const compiled = await WebAssembly.compile(wasm);
  // The module itself waits for ever for WebAssembly that is not its own.
  const core = await new Promise<unknown>((resolve, reject) => {
    const start = async (imports: WebAssembly.Imports): Promise<WebAssembly.Instance> => WebAssembly.instantiate(compiled, imports);
    const instantiateWasm: Parameters<typeof libsodium>[0]["instantiateWasm"] = (imports, take) => {
      const handOver = async (): Promise<void> => take(await start(imports));
      handOver().catch(reject);
    };
    libsodium({ instantiateWasm }).then(resolve, reject);
  });
  if (!isCore(core) || core._sodium_init() < 0) throw new Error("this is not libsodium");

  /** Runs `job` with the addresses of `outLength` bytes and of the inputs; answers the bytes, and wipes and frees all. */
  const inMemory = (
    outLength: number,
    inputs: readonly Uint8Array[],
    job: (out: number, ...at: readonly number[]) => number,
  ): Uint8Array<ArrayBuffer> => {
    const total = inputs.reduce((sum, { length }) => sum + length, outLength);
    const start = core._malloc(total);
    if (start === 0) throw new Error("small-sodium: out of memory");
    try {
      let end = start + outLength;
      const at = inputs.map((input) => {
        core.HEAPU8.set(input, end);
        end += input.length;
        return end - input.length;
      });
      if (job(start, ...at) !== 0) throw new Error("small-sodium: refused");
      return core.HEAPU8.slice(start, start + outLength);
    } finally {
      core.HEAPU8.fill(0, start, start + total);
      core._free(start);
    }
  };
  // Lengths of 64 bits are two numbers, low half first.
  return {
    blake2b: (length, bytes, key) =>
      inMemory(length, [bytes, key], (out, bytesAt = 0, keyAt = 0) =>
        core._crypto_generichash(out, length, bytesAt, bytes.length, 0, keyAt, key.length),
      ),
    sealTo: (publicKey, plain) => {
      if (publicKey.length !== 32) throw new RangeError("not a public key");
      return inMemory(plain.length + 48, [plain, publicKey], (out, plainAt = 0, keyAt = 0) =>
        core._crypto_box_seal(out, plainAt, plain.length, 0, keyAt),
      );
    },
    sealPiece: (key, index, last, associated, piece) => {
      if (key.length !== 32) throw new RangeError("not a key");
      return inMemory(
        piece.length + 16,
        [piece, associated, pieceNonce(index, last), key],
        (out, pieceAt = 0, associatedAt = 0, nonceAt = 0, keyAt = 0) =>
          core._crypto_aead_xchacha20poly1305_ietf_encrypt(
            out,
            0,
            pieceAt,
            piece.length,
            0,
            associatedAt,
            associated.length,
            0,
            0,
            nonceAt,
            keyAt,
          ),
      );
    },
  };
};
