import { within, type Area, type Pixels } from "./pixels.ts";

/** What every covered pixel becomes, the same in all pictures: it must tell nothing of what was there. RGB. */
export const coverColour = [29, 35, 40] as const;

/**
 * A new picture of the same size with every area painted over, edges outwards to whole pixels. What cannot be seen goes as well: a pixel that is
 * fully transparent may still have a colour, and keeps none. All others stay exactly as they are. The given pixels are not changed.
 */
export const burn = (source: Pixels, areas: readonly Area[]): Pixels => {
  const { width, height } = source;
  const words = new Uint32Array(width * height);
  const data = new Uint8ClampedArray(words.buffer);
  data.set(source.data.subarray(0, data.length));
  for (let at = 3; at < data.length; at += 4) if (data[at] === 0) words[at >> 2] = 0;
  const ink = new Uint32Array(Uint8Array.of(...coverColour, 255).buffer)[0] ?? 0;
  for (const area of areas) {
    const box = within(source, area);
    if (box === undefined) continue;
    for (let y = box.y; y < box.y + box.height; y++) words.fill(ink, y * width + box.x, y * width + box.x + box.width);
  }
  return { width, height, data };
};
