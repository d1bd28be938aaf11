import type { Secret } from "../crypto/secret.ts";
import type { HeaderRow } from "./database.ts";
import { openSlots, readHeader } from "./header.ts";

/**
 * Whether a slot key opens any vault of this browser but `except`: two vaults with one way in would leave one of them out of reach. Every slot of
 * every header is tried, whatever opens.
 */
export const opensAny = (rows: readonly HeaderRow[], slotKey: Secret, except?: string): boolean => {
  const opened = rows.map(({ bytes }) => {
    const header = readHeader(bytes);
    const slot = typeof header === "string" ? undefined : openSlots([header], slotKey);
    slot?.vaultKey.wipe();
    return slot !== undefined && slot.vaultId !== except;
  });
  return opened.includes(true);
};

/** Whether a slot key opens this vault by something that is no passphrase: words on a paper that are said to stop working must not go on to open it. */
export const opensAsOther = (rows: readonly HeaderRow[], slotKey: Secret, vaultId: string): boolean =>
  rows.some(({ bytes }) => {
    const header = readHeader(bytes);
    const slot = typeof header === "string" ? undefined : openSlots([header], slotKey);
    slot?.vaultKey.wipe();
    return slot !== undefined && slot.vaultId === vaultId && slot.kind !== "passphrase";
  });
