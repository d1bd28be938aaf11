import type { Plugin } from "vite";

/** What src/crypto/small-sodium.ts calls; it looks for each of them at run time. */
const kept: ReadonlySet<string> = new Set([
  "_sodium_init",
  "_malloc",
  "_free",
  "_crypto_generichash",
  "_crypto_box_seal",
  "_crypto_aead_xchacha20poly1305_ietf_encrypt",
]);

/**
 * For the service worker's own build: libsodium without its WebAssembly, which is taken from the vault worker's script in the cache
 * (src/sw/sodium-core.ts), and without the names of the 880 functions that nobody calls there.
 */
export const withoutCore = (): Plugin => ({
  name: "without-core",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("/libsodium-sumo/")) return undefined;
    const without = code.replace(/"AGFzbQEAAAA[A-Za-z0-9+/=]+"/u, '""');
    if (without.length === code.length) throw new Error("no WebAssembly in libsodium-sumo");
    const named = without.replaceAll(/\bg\.(_\w+)=A\.[\w$]+,/gu, (all, name: string) => (kept.has(name) ? all : ""));
    return { code: named, map: null };
  },
});
