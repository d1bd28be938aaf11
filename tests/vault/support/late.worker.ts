import { expose } from "comlink";
import { deriveHere } from "../../../src/crypto/kdf-worker.ts";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";

/** A vault worker on a busy machine: it gets no Web Lock before it hears "grant". At "end" it ends without a word. */
let grant: () => void = () => undefined;
const granted = new Promise<void>((resolve) => {
  grant = resolve;
});
const { locks } = navigator;
const request = locks.request.bind(locks) as (name: string, job: () => unknown) => Promise<unknown>;
Object.defineProperty(locks, "request", { value: async (name: string, job: () => unknown) => (await granted, request(name, job)) });
self.addEventListener("message", ({ data }) => {
  if (data === "end") self.close();
  if (data === "grant") grant();
});
const { vault } = makeVault({
  name: "late",
  derive: async (asked) => (await deriveHere(asked)) ?? undefined,
  now: () => performance.now(),
});
expose({ vault: vaultSurface(vault) });
