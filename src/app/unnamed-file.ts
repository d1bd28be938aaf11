import type { App, AppError } from "./types.ts";

/** The vault did not say that the entry is there; it may be there all the same, when only the answer was lost. */
const isUnsure = ({ code }: AppError): boolean => code.startsWith("vault-");

/**
 * After an entry that was to name this file was refused or failed: forgets the file, unless the log as it now lies in the store names it, or cannot
 * be read. What stays without a name goes after the next unlocking.
 */
export const dropUnnamed = async (app: App, caseId: string, file: string, why: AppError): Promise<void> => {
  const vault = await app.vault();
  if (isUnsure(why)) {
    const loaded = await vault.loadCase(caseId);
    if (!loaded.ok) return;
    // The vault keeps what it read until this.
    void vault.verifyLoaded(caseId);
    if (loaded.value.entries.some(({ body }) => JSON.stringify(body).includes(file))) return;
  }
  await vault.dropFile(caseId, file);
};
