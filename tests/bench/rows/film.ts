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
/** Chunks between two looks at the memory. */
const every = Math.floor(size / chunkBytes / 20);
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

/** How often `look` is called for the first half of the film. */
const half = 10;

/** MB of the process in which page and worker live. */
interface Taken {
  /** How much more at most in the second half of the film than in the first: flat is what does not grow with the film. */
  readonly grown: number;
  /** How much more at most than before: how long the browser lets lie what was thrown away is in it. */ readonly most: number;
}

/** Runs `job`, which calls its argument 20 times in even steps. */
const taken = async (job: (look: () => Promise<void>) => Promise<void>): Promise<Taken> => {
  const before = await window.rendererMegabytes();
  let looks = 0;
  let [first, second] = [before, 0];
  await job(async () => {
    const now = await window.rendererMegabytes();
    if (looks++ < half) first = Math.max(first, now);
    else second = Math.max(second, now);
  });
  return { grown: Math.max(0, second - first), most: Math.max(first, second) - before };
};

/** A film of 1 GB: hashed, encrypted and stored; then read piece by piece, as a player or a saving does, hashed again and written to disk. */
const row: Row = () =>
  withVault(async (vault, caseId): Promise<readonly Measured[]> => {
    await cryptoReady();
    const folder = await navigator.storage.getDirectory();
    const film = await filmOnDisk("film-in");
    let file = "";
    let sha256 = "";
    const into = await taken(async (look) => {
      let looked: Promise<void> = Promise.resolve();
      let reports = 0;
      const stored = valueOf(
        await vault.importFile(caseId, film, () => {
          // One report for each four chunks.
          if (reports++ % Math.floor(every / 4) === 0) looked = looked.then(look);
        }),
      );
      await looked;
      ({ file, sha256 } = stored);
      valueOf(await vault.append(caseId, 0, [{ kind: "evidence.added.v1", body: { file }, secrets: [] }], at, 0));
    });
    await folder.removeEntry("film-in");
    const out = await taken(async (look) => {
      const writable = await (await folder.getFileHandle("film-out", { create: true })).createWritable();
      const hash = sha256Stream();
      for (let index = 0; index * chunkBytes < size; index++) {
        const bytes = new Uint8Array(valueOf(await vault.readChunk(caseId, file, index)));
        hash.update(bytes);
        await writable.write(bytes);
        if (index % every === 0) await look();
      }
      await writable.close();
      if (hex(hash.digest()) !== sha256) throw new Error("another film came out");
    });
    await folder.removeEntry("film-out");
    const memory = (what: string, { grown, most }: Taken): Measured => ({
      what,
      against: "its first half",
      goal: "< 64 MB more in its second half",
      ours: `${grown.toFixed(0)} MB (at most ${most.toFixed(0)} MB above the start)`,
      peer: "1000 MB of film",
      ratio: 1000 / Math.max(grown, 1),
      reached: grown < 64,
    });
    return [
      memory("memory of page and worker while a film of 1 GB comes in", into),
      memory("memory of page and worker while it goes out again", out),
    ];
  });
export default row;
