import { unbase64 } from "../lib/bytes.ts";

/** Standard base64 of WebAssembly begins like this; libsodium's is the only one in the app. */
const literal = /["'`](AGFzbQEAAAA[A-Za-z0-9+/]+={0,2})["'`]/u;

/** libsodium's WebAssembly out of a script that carries it (the vault worker's); undefined when there is none in it. */
export const coreIn = (script: string): Uint8Array<ArrayBuffer> | undefined => {
  const found = literal.exec(script)?.[1];
  return found === undefined ? undefined : unbase64(found);
};
