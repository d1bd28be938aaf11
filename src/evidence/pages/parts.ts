import type { Area } from "../cover/pixels.ts";

/** Canvases as pdf.js asks for them, without a page around them and in plain memory. */
export class CanvasFactory {
  create(width: number, height: number): { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null } {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
  }
  reset({ canvas }: { readonly canvas: OffscreenCanvas | null }, width: number, height: number): void {
    if (canvas === null) throw new Error("the canvas was given back");
    canvas.width = width;
    canvas.height = height;
  }
  destroy(made: { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null }): void {
    if (made.canvas !== null) made.canvas.width = made.canvas.height = 0;
    made.canvas = made.context = null;
  }
}

/** Filters of a page, which pdf.js makes from SVG in the document: there is none here. Masks are made by hand, all else stays as it is. */
export class FilterFactory {
  addFilter(): "none" {
    return "none";
  }
  addHCMFilter(): "none" {
    return "none";
  }
  addHighlightHCMFilter(): "none" {
    return "none";
  }
  /**
   * Part of a soft mask with what it lets through as alpha: how bright it is, on black (ISO 32000-1, 11.5.3), or its own alpha; then through the
   * mask's transfer function, one byte for each.
   */
  maskOf(mask: OffscreenCanvas, { x, y, width, height }: Area, kind: string, transfer: Uint8Array | null): OffscreenCanvas {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) return canvas;
    context.drawImage(mask, -x, -y);
    const image = context.getImageData(0, 0, width, height);
    const { data } = image;
    for (let at = 0; at < data.length; at += 4) {
      const alpha = data[at + 3] ?? 0;
      const light = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
      const through = Math.round(kind === "Luminosity" ? (light * alpha) / 255 : alpha);
      data[at + 3] = transfer?.[through] ?? through;
    }
    context.putImageData(image, 0, 0);
    return canvas;
  }
  destroy(): void {
    // Nothing is held.
  }
}

/** Stands for the packed tables and fonts that pdf.js would load from an address: there are none, and `onAsked` is told that one was wanted. */
export const nothingToLoad = (onAsked: () => void): new () => { readonly fetch: () => Promise<never> } =>
  class {
    async fetch(): Promise<never> {
      onAsked();
      throw new Error("not in this app");
    }
  };
