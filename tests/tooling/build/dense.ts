import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { denseWasm } from "../../../src/lib/dense.ts";
import { dense } from "./dense-text.ts";

/** How libsodium's own module reads its WebAssembly: a function over the base64 that follows it. */
const embedded = /\(A=>\{for\(var [^{}]*\)[^{}]*return E\}\)\("(AGFzbQEAAAA[A-Za-z0-9+/]+={0,2})"\)/u;
/** What does the same with the other writing; small, because it stands in the worker of the vault. */
const reader = `(t=>{for(var k=new Uint8Array(512),o=new Uint8Array(t.length-${String(256 + denseWasm.length)}),i=0;i<256;i++)k[t.charCodeAt(i+${String(denseWasm.length)})]=i;for(i=0;i<o.length;i++)o[i]=k[t.charCodeAt(i+${String(256 + denseWasm.length)})];return o})`;

/** `file?dense` as a text, and the WebAssembly of libsodium in the same writing. Throws when that no longer looks as it did. */
export const denseBytes = (): Plugin => ({
  name: "dense-bytes",
  enforce: "pre",
  load(id) {
    return id.endsWith("?dense") ? `export default ${JSON.stringify(dense(readFileSync(id.slice(0, -"?dense".length))))};` : undefined;
  },
  transform: {
    filter: { id: /\/libsodium-sumo\/[^?]*\.m?js$/u },
    handler: (code) => {
      const found = embedded.exec(code);
      if (found?.[1] === undefined) throw new Error("no WebAssembly in libsodium-sumo where it was");
      const text = `${denseWasm}${dense(Buffer.from(found[1], "base64"))}`;
      return { code: code.replace(found[0], () => `${reader}(${JSON.stringify(text)})`), map: null };
    },
  },
});
