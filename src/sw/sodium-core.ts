import { denseWasm, undense } from "../lib/dense.ts";

/** libsodium's WebAssembly is the only one in the app, in the writing of lib/dense.ts. */
const literal = new RegExp(`["'\`]${denseWasm}([^"'\`\\\\]{256,})["'\`]`, "u");
/** Every WebAssembly begins like this. */
const magic = [0, 97, 115, 109];

/** libsodium's WebAssembly out of a script that carries it (the vault worker's); undefined when there is none in it. */
export const coreIn = (script: string): Uint8Array<ArrayBuffer> | undefined => {
  const found = literal.exec(script)?.[1];
  const bytes = found === undefined ? undefined : undense(found);
  return bytes !== undefined && magic.every((byte, i) => bytes[i] === byte) ? bytes : undefined;
};
