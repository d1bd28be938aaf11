import type { BackupCase } from "../../vault/backup-types.ts";
import { mapCase } from "./damaged.ts";

/**
 * A case for somebody else's key: without the key that seals in the person's name, and without the private records. `seed`: 32 fresh bytes that stand
 * where the format asks for a seed; nothing was ever signed with them.
 */
export const withhold = (logs: BackupCase, seed: Uint8Array): BackupCase =>
  mapCase(logs, (log) => ({ ...log, seed: () => seed.slice(), secrets: [], withheld: log.secrets.length }));

/** Whether that was done to a case that was made or opened. */
export const isWithheld = (logs: BackupCase): boolean => logs.some(({ withheld }) => withheld !== undefined);
