import { storageName } from "../../src/lib/app-id.ts";
import type { Result } from "../../src/lib/result.ts";
import { openVault, type VaultClient } from "../../src/vault/client.ts";
import type { Vault } from "../../src/vault/types.ts";
import workerUrl from "../../src/worker.ts?worker&url";

export const valueOf = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(new Error("the database is not deleted")));
  });

/** The product's own worker on an empty store, with one empty case; everything is deleted afterwards. */
export const withVault = async <T>(job: (vault: Vault, caseId: string, client: VaultClient) => Promise<T>): Promise<T> => {
  const client = openVault(workerUrl);
  try {
    valueOf(await client.vault.create("marble canyon ribbon walnut ember lantern"));
    return await job(client.vault, valueOf(await client.vault.createCase()), client);
  } finally {
    await client.vault.lock();
    client.end();
    await deleteDatabase(storageName("vault"));
  }
};
