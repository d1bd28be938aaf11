import { Refusal } from "../refusal.ts";
import { chunkSealer } from "./stream.ts";

/** Bytes gathered before they are written: each writing costs a message. */
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
  // One is filled while the other one is written. Used again and again, since what is thrown away lies in memory until the browser collects it.
  let [part, writtenPart] = [new Uint8Array(2 * partBytes), new Uint8Array(2 * partBytes)];
  const sealer = chunkSealer(key);
  const out = await to.createWritable().catch((thrown: unknown) => {
    sealer.end();
    return refused(thrown);
  });
  let filled = 0;
  let writing: Promise<void> = Promise.resolve();
  const take = (view: Uint8Array): void => {
    if (filled + view.length > part.length) {
      const larger = new Uint8Array(2 * (filled + view.length));
      larger.set(part.subarray(0, filled));
      part = larger;
    }
    part.set(view, filled);
    filled += view.length;
  };
  const flush = async (): Promise<void> => {
    await writing;
    writing = out.write(part.subarray(0, filled)).catch(refused);
    // Said where it is waited for.
    writing.catch(() => undefined);
    [part, writtenPart] = [writtenPart, part];
    filled = 0;
  };
  try {
    take(start);
    for await (const piece of plaintext) {
      sealer.push(piece, take);
      if (filled >= partBytes) await flush();
    }
    sealer.finish(take);
    await flush();
    await writing;
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
