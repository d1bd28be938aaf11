import { rootOfFrontier } from "../crypto/merkle.ts";
import { fromUtf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { leafOf, saltOf, textOf } from "./entry.ts";
import { entryAt } from "./append.ts";
import { readChunk } from "./files.ts";
import { chunkCount, type FileKey } from "./keyring.ts";
import { inAnyLog, readLine } from "./line.ts";
import type { Place } from "./lineage.ts";
import { rootDamage, type ReadCase, type ReadSegment } from "./read-case.ts";
import { fileKeyOf } from "./rings.ts";
import { openSeed, readSeedRow } from "./seeds.ts";
import type { Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { DisclosedLog, DisclosureSource, VaultError } from "./types.ts";

/** A view of one case for export, as it lies in the store now; read only, inside the worker. Entries are held in memory until it is let go. */
export const discloseCase = async (session: Session, caseId: string): Promise<Result<DisclosureSource, VaultError>> => {
  const read = await readLine(session, caseId);
  if (!read.ok) return read;
  const { logs, order } = read.value;
  if (logs.some((log) => rootDamage(log).length > 0)) return err({ code: "vault-damaged", where: "head" });
  const sealedSeed = await readSeedRow(session, caseId);
  if (!sealedSeed.ok) return sealedSeed;
  const placeOf = (n: number): Place => order?.[n] ?? { log: caseId, seq: n };
  const [own, ...others] = logs;
  return ok({
    ...proofsOf(own),
    others: others.map(proofsOf),
    placeOf,
    entry: (n) => {
      const { log, seq } = placeOf(n);
      const entry = entryAt(logs.find(({ state }) => state.caseId === log)?.segments ?? [], seq);
      const text = entry?.state === "live" ? fromUtf8(textOf(entry.hashed)) : undefined;
      return entry?.state === "live" && text !== undefined ? { salt: saltOf(entry.hashed), text } : undefined;
    },
    file: async function* (file) {
      const key = await inAnyLog(session, caseId, async (log) => {
        const state = logs.find((one) => one.state.caseId === log)?.state;
        return state === undefined ? err({ code: "vault-not-found", where: "file" } as const) : fileKeyOf(session, state, file);
      });
      if (!key.ok) throw new Refused(key.error);
      yield* fileBytes(session, key.value);
    },
    signingSeed: () => {
      const seed = openSeed(session, caseId, sealedSeed.value);
      if (seed === undefined || seed === "newer") throw new Refused({ code: "vault-damaged", where: "seed" });
      return seed;
    },
  });
};

/** Every piece of a file in order; throws Refused at the first that is not whole. The next one is read while this one is worked on. */
export async function* fileBytes(session: Session, key: FileKey): AsyncGenerator<Uint8Array, void> {
  const chunks = chunkCount(key.size);
  const read = (index: number): ReturnType<typeof readChunk> => {
    const reading = readChunk(session, key, index);
    // Said where it is waited for, which nobody does who has stopped.
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  for (let index = 0; index < chunks; index++) {
    const piece = await next;
    if (session.ended) throw new Refused({ code: "vault-locked" });
    if (!piece.ok) throw new Refused(piece.error);
    if (index + 1 < chunks) next = read(index + 1);
    yield piece.value;
  }
}

const proofsOf = ({ state, segments }: ReadCase): DisclosedLog => ({
  logId: state.caseId,
  size: state.head.tree.size,
  root: rootOfFrontier(state.head.tree),
  leaves: () => allLeaves(segments),
});

/** Proofs need every leaf: with a segment lost there are none. */
const allLeaves = (segments: readonly ReadSegment[]): readonly Uint8Array[] =>
  segments.flatMap(({ segment }, number) => {
    if (segment === undefined) throw new Refused({ code: "vault-damaged", where: `segment ${String(number)}` });
    return segment.entries.map(leafOf);
  });
