/** A decoded picture from any source: a file, a page of a document, one frame of a video. Not premultiplied, in the order that it is looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, one byte each, row by row: `width * height * 4` bytes. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A rectangle of a picture, in its pixels, from the top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Largest picture that is decoded here, in pixels: 200 MB as RGBA. A phone's camera has 12 to 50 million. */
export const maxPixels = 50_000_000;

/** Whole pixels inside the picture that the area touches; undefined where it touches none. */
export const within = ({ width, height }: Pick<Pixels, "width" | "height">, area: Area): Area | undefined => {
  const left = Math.max(0, Math.floor(area.x));
  const top = Math.max(0, Math.floor(area.y));
  const right = Math.min(width, Math.ceil(area.x + area.width));
  const bottom = Math.min(height, Math.ceil(area.y + area.height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
};
