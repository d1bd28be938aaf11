import { pdq } from "../../../src/evidence/pdq.ts";
import { lumaOf } from "../../../src/evidence/pdq-samples.ts";
import { readPixels } from "../../../src/evidence/pixels.ts";
import { alternate, median, ms, noise } from "../measure.ts";
import type { Row } from "../page.ts";

const goal = 60;

/** A JPEG of 12 megapixels, in colours that a camera might see: blocks of noise made smooth. */
const photo = async (): Promise<Blob> => {
  const [width, height] = [4032, 3024];
  const small = new OffscreenCanvas(84, 63);
  const pixels = new Uint8ClampedArray(noise(84 * 63 * 4)).map((value, i) => (i % 4 === 3 ? 255 : value));
  small.getContext("2d")?.putImageData(new ImageData(pixels, 84, 63), 0, 0);
  const large = new OffscreenCanvas(width, height);
  large.getContext("2d")?.drawImage(small, 0, 0, width, height);
  return large.convertToBlob({ type: "image/jpeg", quality: 0.9 });
};

/** The hash of the 512 px working copy of a 12-megapixel picture; and all from the file to the hash, beside the browser's decoding of it alone. */
const row: Row = async () => {
  const file = await photo();
  const copy = await readPixels(file, "image/jpeg");
  if (typeof copy === "string") throw new Error(`no pixels: ${copy}`);
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const from = performance.now();
    pdq(lumaOf(copy));
    if (round >= 3) times.push(performance.now() - from);
  }
  const hash = median(times);
  const { ours, peer } = await alternate(
    async () => {
      const read = await readPixels(file, "image/jpeg");
      if (typeof read !== "string") pdq(lumaOf(read));
    },
    async () => {
      const image = await createImageBitmap(file);
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      context?.getImageData(0, 0, image.width, image.height);
      image.close();
    },
  );
  return [
    {
      what: "PDQ of the 512 px working copy",
      against: "60 ms",
      goal: `≤ ${String(goal)} ms`,
      ours: ms(hash),
      peer: ms(goal),
      ratio: goal / hash,
      reached: hash <= goal,
    },
    {
      what: "12-megapixel JPEG to its PDQ",
      against: "decoding it and reading its pixels",
      goal: "≤ 1.5× the time",
      ours: ms(ours),
      peer: ms(peer),
      ratio: peer / ours,
      reached: ours <= 1.5 * peer,
    },
  ];
};
export default row;
