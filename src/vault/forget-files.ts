import { ok, type Result } from "../lib/result.ts";
import { forgetFiles } from "./files.ts";
import { chunkCount } from "./keyring.ts";
import { attachedTo } from "./line.ts";
import { fileKeyOf } from "./rings.ts";
import type { CaseState, Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/**
 * Forgets files that entries go on to name: key and mark in one transaction, with an intent, then the chunks; in every log of the case that has the
 * key. What the entries say of them stays. A file without a key here has nothing to forget, so this can be asked again after anything that broke off.
 */
export const forgetNamed = async (
  session: Session,
  caseId: string,
  files: readonly string[],
  stateOf: (log: string) => Promise<Result<CaseState, VaultError>>,
): Promise<Result<null, VaultError>> => {
  for (const log of [caseId, ...attachedTo(session, caseId)])
    for (const file of files) {
      const state = await stateOf(log);
      if (!state.ok) return state;
      const key = await fileKeyOf(session, state.value, file);
      if (!key.ok && key.error.code !== "vault-not-found") return key;
      if (!key.ok) continue;
      const absent = [...new Set([...state.value.head.absent, file])];
      const intent = { caseId: log, file, chunks: chunkCount(key.value.size) };
      const forgotten = await forgetFiles(session, state.value, [intent], { head: { absent } });
      if (!forgotten.ok) return forgotten;
    }
  return ok(null);
};
