import { err, ok, type Result } from "../lib/result.ts";
import { anyEpoch } from "./database.ts";
import { forget, newEpoch, settle, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";
import type { Places } from "./places.ts";
import { takeWriterLock } from "./writer-lock.ts";

/**
 * Makes an open vault the writer again after another tab took that place: the keys are still here, so no passphrase is asked for. Everything known is
 * read anew, and the other tab is refused from now on as this one was.
 */
export const takeOver = async (name: string, session: Session, places: Places): Promise<Result<null, VaultError>> => {
  // The keys that are here open nothing of the new one.
  const current = await places.current();
  if (current !== session.database && (await current.exists())) return err({ code: "vault-renewed" });
  const isThere = (await session.database.exists()) && (await session.database.headers()).length > 0;
  if (!isThere) return err({ code: "vault-missing" });
  const lock = await takeWriterLock(name);
  const epoch = newEpoch();
  const taken = await session.database.write({ epoch: anyEpoch, newEpoch: epoch });
  if (!taken.ok || session.ended) {
    lock.release();
    return taken.ok ? err({ code: "vault-locked" }) : taken;
  }
  session.lock.release();
  session.lock = lock;
  session.epoch = epoch;
  session.isWriter = true;
  forget(session);
  const settled = await settle(session);
  return settled.ok ? ok(null) : settled;
};
