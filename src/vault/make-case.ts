import { emptyFrontier } from "../crypto/merkle.ts";
import { randomId } from "../crypto/random.ts";
import { ok, type Result } from "../lib/result.ts";
import type { Head } from "./head.ts";
import { sealNewSeed, seedId } from "./seeds.ts";
import { commit, settle, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";

export const emptyHead: Head = {
  revision: 0,
  tree: emptyFrontier,
  segments: [],
  keyrings: [],
  draft: null,
  secrets: [],
  nextSecret: 0,
  absent: [],
  catalogue: 0,
  scars: [],
};

/** A new log with its signing seed, listed in the catalogue; answers its id, which is the log's id too. */
export const makeCase = async (session: Session): Promise<Result<string, VaultError>> => {
  const settled = await settle(session);
  if (!settled.ok) return settled;
  const caseId = randomId();
  const done = await commit(
    session,
    { caseId, head: emptyHead, stored: null, tail: null, damage: [] },
    {
      put: [[seedId(caseId), sealNewSeed(session, caseId)]],
      catalogue: { ...session.catalogue, cases: [...session.catalogue.cases, caseId] },
    },
  );
  return done.ok ? ok(caseId) : done;
};
