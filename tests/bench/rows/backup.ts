import { cryptoReady, sodium } from "../../../src/crypto/sodium.ts";
import { openBackups } from "../../../src/export/backup/client.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { mbPerSecond, noise, type Measured } from "../measure.ts";
import type { Row } from "../page.ts";
import { valueOf, withVault } from "../vault.ts";

const files = 5;
const size = 100_000_000;
const words = ["abacus", "abdomen", "abdominal", "abide", "abiding", "ability"];
const at = instantFromMs(Date.UTC(2026, 10, 22, 10));

/** One pass of libsodium's own secretstream over as many bytes: nothing is read, hashed, written or checked. */
const secretstream = (bytes: Uint8Array): number => {
  const from = performance.now();
  const key = sodium.crypto_secretstream_xchacha20poly1305_keygen();
  for (let n = 0; n < files; n++) {
    const { state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
    for (let i = 0; i < bytes.length; i += 65_536)
      sodium.crypto_secretstream_xchacha20poly1305_push(state, bytes.subarray(i, i + 65_536), null, i + 65_536 >= bytes.length ? 3 : 0);
  }
  return performance.now() - from;
};

/**
 * A backup of 500 MB into a file: read from the store and decrypted, summed, encrypted, written, then opened, decrypted and hashed again. Memory is
 * that of the process in which page and vault worker live, above what it was before.
 */
const row: Row = () =>
  withVault(async (vault, caseId, { worker, stopped }): Promise<readonly Measured[]> => {
    await cryptoReady();
    const bytes = noise(size);
    const names: string[] = [];
    for (let n = 0; n < files; n++) names.push(valueOf(await vault.importFile(caseId, new Blob([bytes]))).file);
    const drafts = names.map((file) => ({ kind: "evidence.added.v1", body: { file }, secrets: [] }));
    valueOf(await vault.append(caseId, 0, drafts, at, 0));
    const peer = secretstream(bytes);
    const folder = await navigator.storage.getDirectory();
    const to = await folder.getFileHandle("backup.age", { create: true });
    const backups = openBackups(worker, stopped);
    const before = await window.rendererMegabytes();
    let most = before;
    let asked: Promise<void> = Promise.resolve();
    const look = (): void => {
      asked = asked.then(async () => {
        most = Math.max(most, await window.rendererMegabytes());
      });
    };
    const from = performance.now();
    const plan = { cases: [{ caseId, size: files, files: names }], date: "2026-11-22", made: at };
    const made = valueOf(await backups.make(plan, words, to, look));
    const ours = performance.now() - from;
    await asked;
    await folder.removeEntry("backup.age");
    if (made.size < files * size) throw new Error("the backup is too small");
    const grown = most - before;
    return [
      {
        what: "back up 500 MB into a file, and check it",
        against: "secretstream over as many bytes in memory",
        goal: "≤ 8× the time",
        ours: mbPerSecond(files * size, ours),
        peer: mbPerSecond(files * size, peer),
        ratio: peer / ours,
        reached: ours <= 8 * peer,
      },
      {
        what: "memory of page and worker while it is made",
        against: "500 MB of files",
        goal: "≤ 100 MB more than before",
        ours: `${grown.toFixed(0)} MB`,
        peer: "500 MB",
        ratio: 500 / Math.max(grown, 1),
        reached: grown <= 100,
      },
    ];
  });
export default row;
