import { isRightToLeft } from "./text.ts";

/** Lines in scripts that the embedded face lacks, drawn by the browser with the device's own fonts. */
export interface TextPicture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
export interface Painter {
  /** The device has a glyph for this character. */ readonly canDraw: (character: string) => boolean;
  /** Width in points at this size. */ readonly measure: (text: string, size: number, bold: boolean) => number;
  /** `width` points wide, `size` × 1.4 high, black on white, text from the side its script starts. */
  readonly paint: (text: string, size: number, bold: boolean, width: number) => TextPicture;
}

/** Dots for each point: about 290 to the inch. */
const scale = 4;
const fontOf = (size: number, bold: boolean): string => `${bold ? "bold " : ""}${size}px "DejaVu Sans", sans-serif`;

/** In the last private plane, where no font has anything. */
const noCharacter = "\u{10fffd}";

/** undefined where there is no canvas, or where the browser changes what is read from it (some do, against fingerprinting). */
export const makePainter = (): Painter | undefined => {
  if (typeof OffscreenCanvas === "undefined") return undefined;
  const context = new OffscreenCanvas(64, 64).getContext("2d", { willReadFrequently: true });
  if (context === null || !readsTrue(context)) return undefined;
  /** What a character looks like alone; a device without a glyph for it draws the same box as for one that cannot have any. */
  const lookOf = (character: string): string => {
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, 64, 64);
    context.fillStyle = "#000000";
    context.font = fontOf(32, false);
    context.textBaseline = "alphabetic";
    context.direction = "ltr";
    context.textAlign = "left";
    context.fillText(character, 8, 44);
    return context.getImageData(0, 0, 64, 64).data.join();
  };
  const missing = lookOf(noCharacter);
  const drawn = new Map<string, boolean>();
  return {
    canDraw: (character) => {
      const known = drawn.get(character);
      if (known !== undefined) return known;
      context.canvas.width = 64;
      context.canvas.height = 64;
      const can = lookOf(character) !== missing;
      drawn.set(character, can);
      return can;
    },
    measure: (text, size, bold) => {
      context.font = fontOf(size * scale, bold);
      return context.measureText(text).width / scale;
    },
    paint: (text, size, bold, width) => {
      const rightToLeft = isRightToLeft(text);
      const canvas = context.canvas;
      // Setting the size clears canvas and settings.
      canvas.width = Math.max(1, Math.ceil(width * scale));
      canvas.height = Math.ceil(size * 1.4 * scale);
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = "#000000";
      context.font = fontOf(size * scale, bold);
      context.textBaseline = "alphabetic";
      context.direction = rightToLeft ? "rtl" : "ltr";
      context.textAlign = rightToLeft ? "right" : "left";
      context.fillText(text, rightToLeft ? canvas.width : 0, Math.round(size * scale));
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { data, width: canvas.width, height: canvas.height };
    },
  };
};

/** A known pattern is read back first: some browsers give noise or blank. */
const readsTrue = (context: OffscreenCanvasRenderingContext2D): boolean => {
  for (let i = 0; i < 64; i++) {
    context.fillStyle = `rgb(${i * 4}, ${255 - i * 3}, ${(i * 37) % 256})`;
    context.fillRect(i, 0, 1, 64);
  }
  const { data } = context.getImageData(0, 0, 64, 64);
  for (let at = 0; at < data.length; at += 4) {
    const i = (at / 4) % 64;
    if (data[at] !== i * 4 || data[at + 1] !== 255 - i * 3 || data[at + 2] !== (i * 37) % 256 || data[at + 3] !== 255) return false;
  }
  return true;
};
