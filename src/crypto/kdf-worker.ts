import { argon2id, type ArgonParams } from "./kdf.ts";
import { scryptHere } from "./scrypt.ts";
import { cryptoReady } from "./sodium.ts";

/** What the throw-away worker is asked, once. `logN` as in scrypt.ts; `params` as in kdf.ts. */
export type KdfRequest =
  | { readonly kind: "argon2id"; readonly password: Uint8Array; readonly salt: Uint8Array; readonly params: ArgonParams }
  | { readonly kind: "scrypt"; readonly password: Uint8Array; readonly salt: Uint8Array; readonly logN: number };

/** 32 bytes, or undefined when the derivation could not be run here: not enough memory, as a rule. */
export type DeriveKey = (request: KdfRequest) => Promise<Uint8Array | undefined>;

/** Answers inside the throw-away worker. `null`: it could not be run. */
export const deriveHere = async (request: KdfRequest): Promise<Uint8Array | null> => {
  await cryptoReady();
  try {
    return request.kind === "argon2id"
      ? argon2id(request.password, request.salt, request.params)
      : scryptHere(request.password, request.salt, request.logN);
  } catch {
    return null;
  }
};

/** Makes this worker the throw-away one. */
export const serveKdf = (): void => {
  addEventListener("message", (event: MessageEvent<KdfRequest>) => void deriveHere(event.data).then((key) => postMessage(key)));
};

/** Runs each derivation in a worker of its own and ends it, because a WebAssembly heap never shrinks. `start` makes that worker. */
export const deriveApart =
  (start: () => Worker): DeriveKey =>
  (request) =>
    new Promise((resolve) => {
      const worker = start();
      const end = (key: Uint8Array | undefined): void => {
        worker.terminate();
        resolve(key);
      };
      worker.onmessage = (event: MessageEvent<Uint8Array | null>) => end(event.data ?? undefined);
      worker.onerror = (event) => {
        event.preventDefault();
        end(undefined);
      };
      worker.postMessage(request);
    });

/** scrypt as age has it (scrypt.ts), run apart. Takes over `password`, and wipes it. */
export const scryptApart =
  (derive: DeriveKey) =>
  (password: Uint8Array, salt: Uint8Array, logN: number): Promise<Uint8Array | undefined> =>
    derive({ kind: "scrypt", password, salt, logN }).finally(() => password.fill(0));
