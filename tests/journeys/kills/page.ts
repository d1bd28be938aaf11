import type { Result } from "../../../src/lib/result.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { openVault } from "../../../src/vault/client.ts";
import type { EntryDraft } from "../../../src/vault/types.ts";
import workerUrl from "./worker.ts?worker&url";

/*
 * A page over the real client and the real vault. It writes entries and files whose content follows from their number, and tells the script
 * outside before it begins each and after each was acknowledged. The script kills the browser whenever it likes.
 */
const passphrase = "correct horse battery";
/** Of the second vault. */
const beside = "somebody else’s words";
/** What opens the first one after so many changes of everything. */
const phraseOf = (turn: number): string => (turn === 0 ? passphrase : `${passphrase} ${String(turn)}`);
const { vault } = openVault(workerUrl);

const must = <T>(result: Result<T, object>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Numbers that follow from a seed (mulberry32), so that what was written can be told from what should have been. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};
const bytesOf = (seed: number, size: number): Uint8Array<ArrayBuffer> => {
  const next = numbersFrom(seed);
  const words = new Uint32Array(Math.ceil(size / 4)).map(next);
  return new Uint8Array(words.buffer, 0, size);
};
const pick = <T>(from: readonly T[], number: number): T => {
  const found = from[number % from.length];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

/** Bytes of a file: within one transaction, and with an intent of its own. */
const fileSizes = [0, 9_000, 300_000, 1_500_000, 4_500_000] as const;
const textSizes = [20, 400, 5_000, 40_000] as const;
/** What the stream does as its `n`th thing: most often one entry, now and then several at once or a file. */
const planOf = (n: number): { readonly texts: readonly number[]; readonly file: number | null } => {
  const next = numbersFrom(n * 7 + 1);
  const kind = next() % 10;
  const count = kind === 9 ? 4 : 1;
  return {
    texts: Array.from({ length: count }, () => pick(textSizes, next())),
    file: kind >= 6 && kind < 9 ? pick(fileSizes, next()) : null,
  };
};
/** In the order of canonical JSON, as it comes back. */
const bodyOf = (n: number, i: number, size: number): object => ({ i, n, text: "é".repeat(size / 2) });

interface Counted {
  /** Entries and files that the stream's first `done` things come to. */ readonly entries: number;
  readonly files: number;
}
const countOf = (done: number): Counted =>
  Array.from({ length: done }, (_, n) => planOf(n)).reduce(
    (sum, { texts, file }) => ({ entries: sum.entries + texts.length, files: sum.files + (file === null ? 0 : 1) }),
    { entries: 0, files: 0 },
  );

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => ({ ...(typeof body === "object" ? body : {}) });

/** Compares every entry and the exact bytes of every file with what should be there; answers how many of the stream's things are. */
const verify = async (caseId: string): Promise<number> => {
  const loaded = must(await vault.loadCase(caseId));
  if (loaded.damage.length > 0) throw new Error(JSON.stringify(loaded.damage));
  let done = 0;
  let at = 0;
  for (; at < loaded.entries.length; done++) {
    const { texts, file } = planOf(done);
    for (const [i, size] of texts.entries()) {
      const { file: id, ...body } = fieldsOf(loaded.entries[at]?.body);
      if (JSON.stringify(body) !== JSON.stringify(bodyOf(done, i, size)))
        throw new Error(`entry ${String(at)} is not ${String(done)}.${String(i)}`);
      if (file !== null && i === 0) {
        const kept = new Uint8Array(must(await vault.readFile(caseId, String(id))));
        const wanted = bytesOf(done, file);
        if (kept.length !== file || !kept.every((byte, j) => byte === wanted[j])) throw new Error(`file of ${String(done)} is another`);
      } else if (id !== undefined) throw new Error(`entry ${String(at)} names a file`);
      at += 1;
    }
  }
  const found = must(await vault.checkIntegrity(caseId));
  const wanted = countOf(done);
  if (found.damage.length > 0 || found.entries !== wanted.entries || found.files !== wanted.files)
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  return done;
};

const stream = async (caseId: string, from: number, to = Infinity): Promise<void> => {
  let { entries: size } = countOf(from);
  for (let n = from; n < to; n++) {
    const { texts, file } = planOf(n);
    await window.begun(n);
    const stored = file === null ? null : must(await vault.importFile(caseId, new Blob([bytesOf(n, file)])));
    const drafts = texts.map((length, i): EntryDraft => {
      const named = stored !== null && i === 0 ? { file: stored.file } : {};
      return { kind: "thing.added.v1", body: { ...bodyOf(n, i, length), ...named }, secrets: [] };
    });
    must(await vault.append(caseId, size, drafts, instantFromMs(1_780_000_000_000), 60));
    await window.acknowledged(n);
    size += texts.length;
  }
};

/** A file of the case, looked at as a whole, and gone again; the code of its refusal otherwise. */
const keepFor = async (caseId: string, bytes: number): Promise<string> => {
  const kept = await vault.importFile(caseId, new Blob([bytesOf(1, bytes)]));
  if (!kept.ok) return kept.error.code;
  const back = must(await vault.readFile(caseId, kept.value.file));
  must(await vault.dropFile(caseId, kept.value.file));
  return back.byteLength === bytes ? "ok" : "cut short";
};

export const kills = {
  status: async () => (await vault.status()).vault,
  create: async () => must(await vault.create(passphrase)).cases,
  unlock: async () => must(await vault.unlock(passphrase)).cases,
  newCase: async () => must(await vault.createCase()),
  verify,
  stream,
  keepFor,
  /** A file that nothing names yet, and so a keyring. */
  keep: async (caseId: string) => must(await vault.importFile(caseId, new Blob([bytesOf(1, 2_000_000)]))).file,
  /** Seals everything anew under the passphrase of the next turn. */
  change: async (turn: number) =>
    must(await vault.changeEverything(phraseOf(turn), phraseOf(turn + 1), ({ done, total }) => void window.progressed(done / total))),
  unlockTurn: async (turn: number) => {
    const opened = await vault.unlock(phraseOf(turn));
    return opened.ok ? "ok" : opened.error.code;
  },
  /** Another vault in the same database, and back to the first one. */
  createBeside: async () => {
    must(await vault.createBeside(passphrase, beside));
    must(await vault.unlock(beside));
    const caseId = must(await vault.createCase());
    await stream(caseId, 0, 3);
    return caseId;
  },
  unlockBeside: async () => must(await vault.unlock(beside)).cases,
  eraseAll: async () => must(await vault.eraseAll()),
};

export type Kills = typeof kills;

declare global {
  interface Window {
    kills: Kills;
    begun: (n: number) => Promise<void>;
    acknowledged: (n: number) => Promise<void>;
    /** How far a change of everything is, from 0 to 1. */
    progressed: (part: number) => Promise<void>;
  }
}
window.kills = kills;
