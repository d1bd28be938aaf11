import { Unfit } from "../container/unfit.ts";
import { factList, type Fact } from "./facts.ts";
import { readJpeg } from "./jpeg.ts";
import { readPng } from "./png.ts";
import { readWebp } from "./webp.ts";

/** Kinds of picture whose every part is known. */
export const isReadable = (type: string): boolean => type === "image/jpeg" || type === "image/png" || type === "image/webp";

/**
 * What a JPEG, PNG or WebP tells about itself besides what it shows: place, device, people, times, other pictures in it. Nothing is decoded, and
 * nothing is believed: each length is checked, and a file that is cut off or wrong tells what can be read of it. At most 100 facts.
 */
export const readMetadata = async (bytes: Uint8Array, type: string): Promise<readonly Fact[]> => {
  const facts = factList();
  try {
    if (type === "image/jpeg") readJpeg(bytes, facts);
    else if (type === "image/png") await readPng(bytes, facts);
    else if (type === "image/webp") readWebp(bytes, facts);
  } catch (thrown) {
    // More parts than any picture has.
    if (!(thrown instanceof Unfit)) throw thrown;
    facts.has("other");
  }
  return facts.all();
};
