import { blocksOf, type Blocks } from "./blocks.ts";
import type { Area, Pixels } from "./pixels.ts";

/** A group of fewer blocks than this is an icon or the corner of a speech bubble. */
const smallest = 16;
/** More areas than this are no help: then one goes around all of them. */
const most = 24;
/** Part of its frame that a group must fill to be covered as one rectangle. */
const full = 0.6;

/** Closes gaps of up to four blocks, such as a plain sky within a photo, without growing outwards; words stay as they are. */
const closed = ({ columns, rows, kind }: Blocks, inside: Uint8Array): Uint8Array => {
  const reach = 2;
  const spread = (from: Uint8Array, wanted: number, isAll: boolean): Uint8Array => {
    const out = new Uint8Array(from.length);
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) {
        let hit = isAll;
        for (let dy = -reach; dy <= reach; dy++)
          for (let dx = -reach; dx <= reach; dx++) {
            const [nx, ny] = [x + dx, y + dy];
            if (nx < 0 || ny < 0 || nx >= columns || ny >= rows) continue;
            const is = from[ny * columns + nx] === wanted;
            hit = isAll ? hit && is : hit || is;
          }
        out[y * columns + x] = hit ? 1 : 0;
      }
    return out;
  };
  const grown = spread(inside, 1, false);
  const shrunk = spread(grown, 1, true);
  return shrunk.map((on, i) => (inside[i] === 1 || (on === 1 && kind[i] !== "text") ? 1 : 0));
};

/** Groups of blocks that touch, corners too. */
const groupsOf = ({ columns, rows }: Blocks, inside: Uint8Array): readonly (readonly number[])[] => {
  const seen = new Uint8Array(inside.length);
  const groups: number[][] = [];
  for (let start = 0; start < inside.length; start++) {
    if (inside[start] !== 1 || seen[start] === 1) continue;
    const group = [start];
    seen[start] = 1;
    for (const at of group) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
          const next = ny * columns + nx;
          if (inside[next] !== 1 || seen[next] === 1) continue;
          seen[next] = 1;
          group.push(next);
        }
    }
    groups.push(group);
  }
  return groups;
};

const frameOf = (group: readonly number[], columns: number): Area => {
  const xs = group.map((at) => at % columns);
  const ys = group.map((at) => Math.floor(at / columns));
  const low = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b));
  const high = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b));
  return { x: low(xs), y: low(ys), width: high(xs) - low(xs) + 1, height: high(ys) - low(ys) + 1 };
};

const isLarge = (group: readonly number[], columns: number): boolean => {
  const { width, height } = frameOf(group, columns);
  return group.length >= smallest && Math.min(width, height) >= 4;
};

/** Rows of a ragged group, joined where one lies under another of the same width. */
const stripsOf = (group: readonly number[], columns: number): readonly Area[] => {
  const strips: Area[] = [];
  const open = new Map<string, Area>();
  const frame = frameOf(group, columns);
  const on = new Set(group);
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    const here = new Map<string, Area>();
    for (let x = frame.x; x < frame.x + frame.width; x++) {
      if (!on.has(y * columns + x)) continue;
      const from = x;
      while (on.has(y * columns + x + 1) && x + 1 < frame.x + frame.width) x++;
      const key = `${String(from)} ${String(x)}`;
      const above = open.get(key);
      here.set(key, above === undefined ? { x: from, y, width: x - from + 1, height: 1 } : { ...above, height: above.height + 1 });
    }
    for (const [key, area] of open) if (!here.has(key)) strips.push(area);
    open.clear();
    for (const [key, area] of here) open.set(key, area);
  }
  return [...strips, ...open.values()];
};

/**
 * What of a screenshot looks like a picture and not like words on a plain ground, as areas to cover: a suggestion, which the person sees and
 * changes. A photo is one area; a chat with nothing but words is none.
 */
export const suggestCovers = (pixels: Pixels): readonly Area[] => {
  const blocks = blocksOf(pixels);
  const { columns, side, kind } = blocks;
  const seeds = new Uint8Array(kind.map((one) => (one === "picture" ? 1 : 0)));
  // Corners first: closing would join those of neighbours to something large.
  const large = new Uint8Array(seeds.length);
  for (const group of groupsOf(blocks, seeds)) if (isLarge(group, columns)) for (const at of group) large[at] = 1;
  const areas = groupsOf(blocks, closed(blocks, large)).flatMap((group): readonly Area[] => {
    const frame = frameOf(group, columns);
    return group.length >= full * frame.width * frame.height ? [frame] : stripsOf(group, columns);
  });
  // A straight edge of a picture looks like that of a plain panel, so it may lie in the next block outwards.
  const inPixels = areas.map(({ x, y, width, height }): Area => {
    const left = Math.max(0, (x - 1) * side);
    const top = Math.max(0, (y - 1) * side);
    return {
      x: left,
      y: top,
      width: Math.min(pixels.width, (x + width + 1) * side) - left,
      height: Math.min(pixels.height, (y + height + 1) * side) - top,
    };
  });
  const separate = withoutInner(inPixels);
  return separate.length <= most ? separate : [around(separate)];
};

const isIn = (inner: Area, outer: Area): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const withoutInner = (areas: readonly Area[]): readonly Area[] =>
  areas.filter((area, i) => !areas.some((other, j) => i !== j && isIn(area, other) && (!isIn(other, area) || j < i)));

const around = (areas: readonly Area[]): Area => {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return { x, y, width: right - x, height: bottom - y };
};
