import { rootOf, rootOfFrontier } from "../crypto/merkle.ts";
import { randomBytes } from "../crypto/random.ts";
import { msOf } from "../lib/time.ts";
import { fromUtf8, utf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { fileBytes } from "./disclosure.ts";
import { leafOf, saltOf, textOf, type Entry } from "./entry.ts";
import type { FileKey } from "./keyring.ts";
import { markIn, readLine } from "./line.ts";
import { lineOf, type LineLog } from "./lineage.ts";
import { entriesWithLost, isLost, isLostLine, lossOf, lostRuns } from "./loss.ts";
import { namedFiles } from "./named-files.ts";
import { rootDamage, type ReadCase } from "./read-case.ts";
import { ringsOf } from "./rings.ts";
import { readSecretRecord } from "./secrets.ts";
import { openSeed, readSeedRow } from "./seeds.ts";
import type { Session } from "./session.ts";
import { erasedEntry, storedEntry } from "./stored-entry.ts";
import { Refused } from "./store-errors.ts";
import type { BackupCase, BackupChoice, BackupLine, BackupLog, BackupSecret } from "./backup-types.ts";
import type { StoredEntry, VaultError } from "./types.ts";

/** Each case as it lies in the store now. What is damaged is left out and named, log by log: it must not cost the rest. */
export const readForBackup = async (
  session: Session,
  choices: readonly BackupChoice[],
): Promise<Result<readonly BackupCase[], VaultError>> => {
  const cases: BackupCase[] = [];
  for (const { caseId, size, files } of choices) {
    const read = await readLine(session, caseId);
    if (!read.ok) return read;
    const { logs, order } = read.value;
    if ((order?.length ?? logs[0].state.head.tree.size) !== size) return err({ code: "vault-taken", where: "size" });
    const going = new Set(files);
    const seeds = await seedsOf(
      session,
      logs.map(({ state }) => state.caseId),
    );
    if (!seeds.ok) return seeds;
    const [own, ...others] = await Promise.all(logs.map((log) => copyOf(session, log, going, seeds.value)));
    if (own?.ok !== true) return own ?? err({ code: "vault-not-found" });
    const rest: BackupLog[] = [];
    for (const other of others) {
      if (!other.ok) return other;
      rest.push(other.value);
    }
    cases.push([own.value, ...rest]);
  }
  return ok(cases);
};

/** All logs of a case have one. `isNew`: none of its rows can be read. */
interface Seeds {
  readonly isNew: boolean;
  readonly open: () => Uint8Array;
}
const seedsOf = async (session: Session, logs: readonly string[]): Promise<Result<Seeds, VaultError>> => {
  for (const log of logs) {
    const row = await readSeedRow(session, log);
    if (!row.ok && row.error.code !== "vault-damaged") return row;
    if (!row.ok) continue;
    const open = (): Uint8Array => {
      const seed = openSeed(session, log, row.value);
      if (seed === undefined || seed === "newer") throw new Refused({ code: "vault-damaged", where: "seed" });
      return seed;
    };
    return ok({ isNew: false, open });
  }
  const fresh = randomBytes(32);
  return ok({ isNew: true, open: () => fresh.slice() });
};

const copyOf = async (
  session: Session,
  read: ReadCase,
  chosen: ReadonlySet<string>,
  seeds: Seeds,
): Promise<Result<BackupLog, VaultError>> => {
  const { state, segments } = read;
  const log = state.caseId;
  const entries = [...entriesWithLost(read)];
  const lostEntries = lostRuns(entries.map(isLost));
  const isOtherRoot = rootDamage(read).length > 0;
  const rings = await ringsOf(session, state);
  if (!rings.ok) return rings;
  const isRingLost = rings.value.some((ring) => typeof ring === "string");
  const keys = new Map(rings.value.flatMap((ring) => (typeof ring === "string" ? [] : ring.keys.map((key) => [key.file, key] as const))));
  const named = [...namedFiles(segments)];
  const kept = named.flatMap((file): readonly FileKey[] => {
    const key = keys.get(file);
    return key === undefined || !chosen.has(file) ? [] : [key];
  });
  const secrets: BackupSecret[] = [];
  for (const { id } of state.head.secrets) {
    const secret = await readSecretRecord(session, state, id);
    if (!secret.ok && secret.error.code !== "vault-damaged") return secret;
    // What commits to it may be lost while it is not: then nobody could check it.
    if (secret.ok && !lostEntries.some(([first, count]) => secret.value.seq >= first && secret.value.seq < first + count))
      secrets.push(secret.value);
  }
  const going = new Set(kept.map(({ file }) => file));
  return ok({
    log,
    size: state.head.tree.size,
    root: lostEntries.length > 0 || isOtherRoot ? rootOf(entries.map(leafOf)) : rootOfFrontier(state.head.tree),
    lines: () => linesOf(entries),
    seed: seeds.open,
    secrets,
    files: kept.map(({ file, sha256, size }) => ({ file, sha256, size })),
    absent: named.filter((file) => !going.has(file)),
    lost: lossOf({
      entries: lostEntries,
      files: isRingLost ? named.filter((file) => chosen.has(file) && !keys.has(file)) : [],
      secrets: state.head.secrets.length - secrets.length,
      seal: seeds.isNew,
      root: isOtherRoot,
    }),
    bytes: (file) => {
      const key = keys.get(file);
      if (key === undefined) throw new Refused({ code: "vault-not-found", where: "file" });
      return fileBytes(session, key);
    },
  });
};

function* linesOf(entries: readonly Entry[]): Generator<BackupLine, void> {
  for (const entry of entries) {
    if (entry.state === "erased") yield { leaf: entry.leaf };
    else yield { salt: saltOf(entry.hashed), text: fromUtf8(textOf(entry.hashed)) ?? "" };
  }
}

/** Of a backup, which is not in the store: its entries as the page folds them. */
export const entriesInLine = async (logs: BackupCase): Promise<readonly StoredEntry[]> => {
  const read = new Map<string, readonly (StoredEntry | undefined)[]>();
  for (const log of logs) {
    const entries: (StoredEntry | undefined)[] = [];
    for await (const line of log.lines()) {
      const erased = isLostLine(line) ? undefined : erasedEntry(entries.length);
      entries.push("leaf" in line ? erased : storedEntry(entries.length, utf8(line.text)));
    }
    read.set(log.log, entries);
  }
  const lineLogs = [...read].map(([log, entries]): readonly [string, LineLog] => [
    log,
    {
      log,
      size: entries.length,
      at: (seq) => timeOf(entries[seq]),
      marks: entries.flatMap((entry) => {
        const mark = markIn(entry?.body);
        return entry === undefined || mark === undefined ? [] : [{ seq: entry.seq, ...mark }];
      }),
    },
  ]);
  return lineOf(logs[0].log, new Map(lineLogs)).flatMap(({ log, seq }, n) => {
    const entry = read.get(log)?.[seq];
    return entry === undefined ? [] : [{ ...entry, seq: n, log }];
  });
};

const timeOf = (entry: StoredEntry | undefined): number | undefined =>
  entry === undefined || entry.body === null ? undefined : msOf(entry.at);
