import { concat } from "../../lib/bytes.ts";
import { Refusal } from "../refusal.ts";
import { chunkSealer } from "./stream.ts";

const partBytes = 2 ** 20;

/**
 * Encrypts pieces into a file that the person chose. The browser writes beside it and puts it in its place at the end: ended before that, what was
 * there stays. A file that has anything in it is refused: it may be the backup before this one. Memory here stays at some MiB whatever the size. Throws a Refusal where the place cannot be written to.
 */
export const sealToFile = async (
  start: Uint8Array,
  key: Uint8Array,
  plaintext: AsyncIterable<Uint8Array>,
  to: FileSystemFileHandle,
): Promise<Blob> => {
  if ((await to.getFile().catch(refused)).size > 0) throw new Refusal("backup-name-taken");
  const out = await to.createWritable().catch(refused);
  const sealer = chunkSealer(key);
  let parts: Uint8Array[] = [start];
  let filled = start.length;
  const take = (view: Uint8Array): void => {
    parts.push(view.slice());
    filled += view.length;
  };
  const flush = async (): Promise<void> => {
    const bytes = concat(...parts);
    parts = [];
    filled = 0;
    await out.write(bytes).catch(refused);
  };
  try {
    for await (const piece of plaintext) {
      sealer.push(piece, take);
      if (filled >= partBytes) await flush();
    }
    sealer.finish(take);
    await flush();
    await out.close().catch(refused);
    return await to.getFile();
  } catch (thrown) {
    await out.abort().catch(() => undefined);
    throw thrown;
  } finally {
    sealer.end();
  }
};

const refused = (thrown: unknown): never => {
  throw thrown instanceof DOMException ? new Refusal("backup-not-saved") : thrown;
};
