import { sha256Stream } from "../../crypto/hash.ts";
import { hex } from "../../lib/bytes.ts";
import type { BackupCase, BackupLine, BackupLog } from "../../vault/backup-types.ts";
import type { Key } from "../age/age.ts";
import { piecesOf, zipIn } from "../container.ts";
import { openPayload, openStart } from "../open.ts";
import { Refusal } from "../refusal.ts";
import type { ExportError } from "../types.ts";
import { readZip, type Stored } from "../zip/read.ts";
import { checkLineage, checkLog, lossToSay, type CheckedLog } from "./check.ts";
import { limits, paths, readLine, readSecrets, readVault, type LogFacts, type LogSecrets, type VaultFacts } from "./shape.ts";

/** A backup that passed every check, and the way to what is in it. The file itself stays as it is: pieces are decrypted when they are asked for. */
export interface OpenBackup {
  readonly facts: VaultFacts;
  readonly cases: readonly BackupCase[];
  /** Wipes keys and seeds; after it nothing can be read. */ readonly close: () => void;
}

/**
 * Opens a backup that may be hostile and checks all of it: container, names, sizes, every leaf and root, every file's digest. Throws a Refusal for
 * the first thing that does not hold; nothing was kept anywhere by then.
 */
export const openBackup = async (
  file: Blob,
  keys: readonly Key[],
  onProgress: (done: number, total: number) => void,
  isStopped: () => boolean,
): Promise<OpenBackup> => {
  const { from, key } = await openStart(file, keys).catch((thrown: unknown) => {
    const isWrong = thrown instanceof Refusal && thrown.error.code === "bundle-wrong-words";
    return named(isWrong && keys.some(({ by }) => by === "identity") ? new Refusal("backup-wrong-key") : thrown);
  });
  let secrets: readonly LogSecrets[] = [];
  const close = (): void => {
    key.fill(0);
    for (const { seed } of secrets) seed.fill(0);
  };
  try {
    const payload = await openPayload(file, from, key).catch(named);
    const zip = zipIn(payload);
    const parts = new Map((await readZip(zip, limits.files).catch(named)).map((part) => [part.path, part]));
    if ([...parts.keys()].some((path) => /^bundle-[0-9a-f]{8}\//u.test(path))) throw new Refusal("backup-is-bundle");
    const whole = async (path: string, most: number): Promise<Uint8Array> => {
      const part = parts.get(path);
      if (part === undefined) throw new Refusal("backup-not-one", path);
      if (part.size > most) throw new Refusal("backup-too-large", path);
      return zip.read(part.from, part.from + part.size);
    };
    const facts = readVault(await whole(paths.vault, limits.vaultBytes));
    if (facts === "newer") throw new Refusal("backup-format-unknown");
    if (facts === undefined) throw new Refusal("backup-malformed", paths.vault);
    const logs = facts.cases.flat();
    checkParts(logs, parts);
    const secretBytes = await whole(paths.secrets, limits.secretsBytes);
    const read = readSecrets(secretBytes);
    secretBytes.fill(0);
    if (read === undefined || read.length !== logs.length) throw new Refusal("backup-malformed", paths.secrets);
    secrets = read;
    const secretsOf = finder(read);

    let done = 0;
    const bytesIn = async function* (path: string): AsyncGenerator<Uint8Array, void> {
      const part = parts.get(path);
      if (part === undefined) throw new Refusal("backup-malformed", path);
      yield* piecesOf(payload, part.from, part.from + part.size);
    };
    const counting = async function* (path: string): AsyncGenerator<Uint8Array, void> {
      for await (const piece of bytesIn(path)) {
        if (isStopped()) throw new Refusal("stopped");
        onProgress((done += piece.length), payload.size);
        yield piece;
      }
    };
    const checked = new Map<string, CheckedLog>();
    for (const log of logs) {
      checked.set(log.log, await checkLog(log, secretsOf(log.log), splitLines(counting(paths.log(log.log)), log.log)));
      for (const { file: id, size, sha256 } of log.files) {
        const hash = sha256Stream();
        let length = 0;
        for await (const piece of counting(paths.file(id))) {
          hash.update(piece);
          length += piece.length;
        }
        if (length !== size || hex(hash.digest()) !== sha256) throw new Refusal("backup-file-changed", paths.file(id));
      }
    }
    const checkedOf = (log: string): CheckedLog => {
      const found = checked.get(log);
      if (found === undefined) throw new Refusal("backup-malformed", paths.vault);
      return found;
    };
    for (const logsOfCase of facts.cases) await checkLineage(logsOfCase, checked, read, isStopped);
    onProgress(payload.size, payload.size);
    const backupLog = (log: LogFacts): BackupLog => ({
      ...log,
      lost: lossToSay(log, checkedOf(log.log)),
      lines: () => linesOf(bytesIn(paths.log(log.log)), log.log),
      seed: () => secretsOf(log.log).seed.slice(),
      secrets: secretsOf(log.log).secrets,
      bytes: (id) => bytesIn(paths.file(id)),
    });
    return {
      facts,
      cases: facts.cases.map((all) => {
        const [own, ...others] = all.map(backupLog);
        if (own === undefined) throw new Refusal("backup-malformed", paths.vault);
        return [own, ...others];
      }),
      close,
    };
  } catch (thrown) {
    close();
    throw thrown;
  }
};

/** The container's refusals, in the words for a backup: nobody can be asked for a new one. */
const names: { readonly [C in ExportError["code"]]?: ExportError["code"] } = {
  "bundle-cut-off": "backup-cut-off",
  "bundle-altered": "backup-altered",
  "bundle-malformed": "backup-malformed",
  "bundle-needs-key": "backup-needs-key",
  "not-a-bundle": "backup-not-one",
};
const named = (thrown: unknown): never => {
  const code = thrown instanceof Refusal ? names[thrown.error.code] : undefined;
  throw code === undefined ? thrown : new Refusal(code);
};

/** Exactly the parts that `vault.json` names, each of the size that it says. */
const checkParts = (logs: readonly LogFacts[], parts: ReadonlyMap<string, Stored>): void => {
  const wanted = new Set<string>([paths.vault, paths.secrets]);
  let logBytes = 0;
  let entries = 0;
  for (const { log, size, files } of logs) {
    wanted.add(paths.log(log));
    logBytes += parts.get(paths.log(log))?.size ?? 0;
    entries += size;
    for (const { file, size: bytes } of files) {
      wanted.add(paths.file(file));
      const part = parts.get(paths.file(file));
      if (part !== undefined && part.size !== bytes) throw new Refusal("backup-file-changed", part.path);
    }
  }
  if (logBytes > limits.logsBytes || entries > limits.entries) throw new Refusal("backup-too-large");
  const missing = [...wanted].find((path) => !parts.has(path));
  const more = [...parts.keys()].find((path) => !wanted.has(path) && path !== paths.padding);
  if (missing !== undefined || more !== undefined) throw new Refusal("backup-malformed", missing ?? more);
};

const finder = (all: readonly LogSecrets[]): ((log: string) => LogSecrets) => {
  const byLog = new Map(all.map((one) => [one.log, one]));
  return (log) => {
    const found = byLog.get(log);
    if (found === undefined) throw new Refusal("backup-malformed", paths.secrets);
    return found;
  };
};

/** Lines of a log, bounded; each ends with a newline. */
async function* splitLines(pieces: AsyncIterable<Uint8Array>, log: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  try {
    for await (const piece of pieces) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > limits.lineBytes) throw new Refusal("backup-malformed", paths.log(log));
      yield* lines;
    }
    rest += decoder.decode();
  } catch (thrown) {
    throw thrown instanceof TypeError ? new Refusal("backup-malformed", paths.log(log)) : thrown;
  }
  if (rest !== "") throw new Refusal("backup-malformed", paths.log(log));
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, log: string): AsyncGenerator<BackupLine, void> {
  let seq = 0;
  for await (const text of splitLines(pieces, log)) {
    const read = readLine(text, seq++);
    if (read === undefined) throw new Refusal("backup-entry-changed", paths.log(log));
    yield read.line;
  }
}
