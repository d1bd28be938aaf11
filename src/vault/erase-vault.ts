import { err, type Result } from "../lib/result.ts";
import { catalogueIds } from "./catalogue.ts";
import { canaryId } from "./create.ts";
import { eraseAll } from "./erase-all.ts";
import { caseRows } from "./erase-case.ts";
import type { Expectation } from "./expectation.ts";
import { inboxRows } from "./inbox-items.ts";
import type { Places } from "./places.ts";
import { rowName, type RowId } from "./rows.ts";
import { writeAs, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";
import { waysId } from "./ways.ts";

/**
 * The open vault with all that it holds, its header first among the rows of one transaction; what another passphrase opens is not touched. Rows of a
 * case that cannot be read stay behind, sealed under a key that nobody has any more. Where there is no other vault, nothing at all is left.
 */
export const eraseVault = async (
  session: Session,
  expectation: Expectation,
  places: Places,
  name: string,
): Promise<Result<null, VaultError>> => {
  if (session.ended) return err({ code: "vault-locked" });
  if (session.lock.lost()) return err({ code: "vault-taken" });
  const headers = await session.database.headers();
  if (headers.every(({ key }) => key === session.headerKey)) return eraseAll(session, expectation, places);
  const rows: RowId[] = [...catalogueIds, waysId, canaryId];
  for (const caseId of session.catalogue.cases) {
    const found = await caseRows(session, caseId);
    if (found.ok) rows.push(...found.value.rows);
  }
  const inbox = await inboxRows(session, name);
  return writeAs(session, {
    removeHeaders: [session.headerKey],
    remove: [...rows.map((id) => rowName(session, id)), ...inbox.names],
    ...(inbox.isOn ? { inbox: null } : {}),
  });
};
