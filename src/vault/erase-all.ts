import { err, ok, type Result } from "../lib/result.ts";
import type { Database } from "./database.ts";
import type { Expectation } from "./expectation.ts";
import type { Places } from "./places.ts";
import { writeAs, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/**
 * Everything that this browser keeps, every vault of it. First the headers, without which nothing can be opened, in one durable transaction that also
 * leaves a mark; then the rest. Ended in between, the next start finds the mark and finishes.
 */
export const eraseAll = async (session: Session, expectation: Expectation, places: Places): Promise<Result<null, VaultError>> => {
  if (session.ended) return err({ code: "vault-locked" });
  if (session.lock.lost()) return err({ code: "vault-taken" });
  const removeHeaders = (await session.database.headers()).map(({ key }) => key);
  const cut = await writeAs(session, { removeHeaders, isErasing: true });
  return cut.ok ? finishErasing(places, session.database, expectation) : cut;
};

/**
 * The expectation goes before the database: else a vault that was erased would be said to have vanished. What a change of everything could not
 * delete goes before both: else it would be the only one left, and whole. `vault-busy`: it is held, and has not been emptied; the mark stays.
 */
export const finishErasing = async (places: Places, database: Database, expectation: Expectation): Promise<Result<null, VaultError>> => {
  if (!(await places.remove(places.other(database)))) return err({ code: "vault-busy", where: "database" });
  await expectation.clear();
  return (await places.remove(database)) ? ok(null) : err({ code: "vault-busy", where: "database" });
};
