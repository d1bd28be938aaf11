import type { Area } from "../evidence/cover/pixels.ts";

export type { Area };

/** One cover while it is being placed. `id` stays the same however it is moved. */
export interface Cover {
  readonly id: number;
  readonly area: Area;
}

/** The covers of one picture, and what they were before. Sizes and places in pixels of the picture. */
export interface Covers {
  readonly width: number;
  readonly height: number;
  readonly list: readonly Cover[];
  /** Older lists, newest last. */ readonly past: readonly (readonly Cover[])[];
  readonly nextId: number;
}

/** Steps back that are remembered. */
const memory = 100;

/** Smallest side of a cover, in pixels. */
const smallest = 4;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Whole pixels, inside the picture, and not smaller than a cover may be. */
const fitted = ({ width: most, height: tallest }: Pick<Covers, "width" | "height">, area: Area): Area => {
  const width = clamp(Math.round(area.width), Math.min(smallest, most), most);
  const height = clamp(Math.round(area.height), Math.min(smallest, tallest), tallest);
  return { x: clamp(Math.round(area.x), 0, most - width), y: clamp(Math.round(area.y), 0, tallest - height), width, height };
};

const changed = (covers: Covers, list: readonly Cover[], nextId = covers.nextId): Covers => ({
  ...covers,
  list,
  nextId,
  past: [...covers.past, covers.list].slice(-memory),
});

/** A picture with these areas covered. */
export const startCovers = (width: number, height: number, areas: readonly Area[]): Covers => ({
  width,
  height,
  list: areas.map((area, id) => ({ id, area: fitted({ width, height }, area) })),
  past: [],
  nextId: areas.length,
});

export const addCover = (covers: Covers, area: Area): Covers =>
  changed(covers, [...covers.list, { id: covers.nextId, area: fitted(covers, area) }], covers.nextId + 1);

/** In the middle, a third of each side: for whoever cannot draw one. */
export const addInMiddle = (covers: Covers): Covers =>
  addCover(covers, { x: covers.width / 3, y: covers.height / 3, width: covers.width / 3, height: covers.height / 3 });

/** Puts a cover somewhere else, at another size. */
export const placeCover = (covers: Covers, id: number, area: Area): Covers =>
  changed(
    covers,
    covers.list.map((cover) => (cover.id === id ? { id, area: fitted(covers, area) } : cover)),
  );

/** What a key or a button does to a cover, by one step. */
export type Nudge = "left" | "right" | "up" | "down" | "wider" | "narrower" | "taller" | "shorter";

/** One step: a fiftieth of the side that it runs along, but at least a pixel. */
export const nudgeCover = (covers: Covers, id: number, nudge: Nudge): Covers => {
  const area = covers.list.find((cover) => cover.id === id)?.area;
  if (area === undefined) return covers;
  const [dx, dy] = [Math.max(1, Math.round(covers.width / 50)), Math.max(1, Math.round(covers.height / 50))];
  const by: Readonly<Record<Nudge, Partial<Area>>> = {
    left: { x: area.x - dx },
    right: { x: area.x + dx },
    up: { y: area.y - dy },
    down: { y: area.y + dy },
    wider: { width: Math.min(area.width + dx, covers.width - area.x) },
    narrower: { width: area.width - dx },
    taller: { height: Math.min(area.height + dy, covers.height - area.y) },
    shorter: { height: area.height - dy },
  };
  return placeCover(covers, id, { ...area, ...by[nudge] });
};

export const removeCover = (covers: Covers, id: number): Covers =>
  changed(
    covers,
    covers.list.filter((cover) => cover.id !== id),
  );

/** The suggestion in place of all covers; it can be undone. */
export const suggestAgain = (covers: Covers, areas: readonly Area[]): Covers =>
  changed(
    covers,
    areas.map((area, i) => ({ id: covers.nextId + i, area: fitted(covers, area) })),
    covers.nextId + areas.length,
  );

export const undoCovers = (covers: Covers): Covers =>
  covers.past.length === 0 ? covers : { ...covers, list: covers.past.at(-1) ?? [], past: covers.past.slice(0, -1) };

/** Where a cover is, in whole per cent of the picture: for those who hear it. */
export const placeOf = ({ width, height }: Covers, { area }: Cover): Readonly<Record<"left" | "top" | "wide" | "high", number>> => ({
  left: Math.round((area.x / width) * 100),
  top: Math.round((area.y / height) * 100),
  wide: Math.round((area.width / width) * 100),
  high: Math.round((area.height / height) * 100),
});

/** The rectangle between two corners, in any order. */
export const between = (a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): Area => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
