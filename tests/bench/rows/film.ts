import { sha256Stream } from "../../../src/crypto/hash.ts";
import { cryptoReady } from "../../../src/crypto/sodium.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { chunkBytes } from "../../../src/vault/format.ts";
import { hex } from "../../../src/lib/bytes.ts";
import { noise, type Measured } from "../measure.ts";
import type { Row } from "../page.ts";
import { valueOf, withVault } from "../vault.ts";

const size = 1_000_000_000;
const piece = 10_000_000;
const at = instantFromMs(Date.UTC(2026, 10, 22, 10));

/** A file on disk, as a chooser gives one: nothing of it is in memory. */
const filmOnDisk = async (name: string): Promise<File> => {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  const bytes = noise(piece);
  for (let at = 0; at < size; at += piece) {
    new DataView(bytes.buffer).setUint32(0, at);
    await writable.write(bytes);
  }
  await writable.close();
  return handle.getFile();
};

/** Runs `job`, which calls its argument now and then; answers how much more memory the process of page and worker took, in MB. */
const grownBy = async (job: (look: () => Promise<void>) => Promise<void>): Promise<number> => {
  const before = await window.rendererMegabytes();
  let most = before;
  await job(async () => {
    most = Math.max(most, await window.rendererMegabytes());
  });
  return most - before;
};

/** A film of 1 GB: hashed, encrypted and stored; then read piece by piece, as a player or a saving does, hashed again and written to disk. */
const row: Row = () =>
  withVault(async (vault, caseId): Promise<readonly Measured[]> => {
    await cryptoReady();
    const folder = await navigator.storage.getDirectory();
    const film = await filmOnDisk("film-in");
    let file = "";
    let sha256 = "";
    const into = await grownBy(async (look) => {
      let looked: Promise<void> = Promise.resolve();
      let reports = 0;
      const stored = valueOf(
        await vault.importFile(caseId, film, () => {
          if (reports++ % 20 === 0) looked = looked.then(look);
        }),
      );
      await looked;
      ({ file, sha256 } = stored);
      valueOf(await vault.append(caseId, 0, [{ kind: "evidence.added.v1", body: { file }, secrets: [] }], at, 0));
    });
    await folder.removeEntry("film-in");
    const out = await grownBy(async (look) => {
      const writable = await (await folder.getFileHandle("film-out", { create: true })).createWritable();
      const hash = sha256Stream();
      for (let index = 0; index * chunkBytes < size; index++) {
        const bytes = new Uint8Array(valueOf(await vault.readChunk(caseId, file, index)));
        hash.update(bytes);
        await writable.write(bytes);
        if (index % 50 === 0) await look();
      }
      await writable.close();
      if (hex(hash.digest()) !== sha256) throw new Error("another film came out");
    });
    await folder.removeEntry("film-out");
    const memory = (what: string, grown: number): Measured => ({
      what,
      against: "the file",
      goal: "≤ 100 MB more than before",
      ours: `${grown.toFixed(0)} MB`,
      peer: "1000 MB",
      ratio: 1000 / Math.max(grown, 1),
      reached: grown <= 100,
    });
    return [
      memory("memory of page and worker while a film of 1 GB comes in", into),
      memory("memory of page and worker while it goes out again", out),
    ];
  });
export default row;
