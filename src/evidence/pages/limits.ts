/** A PDF above this many bytes is not opened: pdf.js sets aside memory for all of it. */
export const largestPdf = 256 * 1024 * 1024;

/** Pages beyond this are not shown. A hostile file may say that it has billions. */
export const mostPages = 5000;

/** Pixels of a drawn page: its shorter side, unless it would become larger than the other two allow. */
export const shortSide = 1400;
export const longestSide = 8000;
export const mostPixels = 8_000_000;

/** One picture within a page; a larger one is left out. Decoded it takes four bytes for each. */
export const mostPixelsInside = 40_000_000;

/** Pixels of a canvas that every browser has: Safari on phones stops a little above. A larger picture is made smaller first. */
export const mostCanvas = 16_000_000;

/** How long one answer may take, in milliseconds, before the worker is ended. */
export interface Patience {
  readonly open: number;
  readonly draw: number;
}
export const patience: Patience = { open: 30_000, draw: 20_000 };

/** Factor from a page's own size (points, 72 to the inch) to that of its picture; undefined for a page of no size. */
export const scaleOf = (width: number, height: number): number | undefined => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (!(short > 0) || !Number.isFinite(long)) return undefined;
  const scale = Math.min(shortSide / short, longestSide / long, Math.sqrt(mostPixels / (width * height)));
  return short * scale >= 1 ? scale : undefined;
};
