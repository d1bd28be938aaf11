/** As much of a Blob as reading it piece by piece takes. What is decrypted piece by piece has this shape too, and never becomes a Blob. */
export interface Sliced {
  /** Bytes. */ readonly size: number;
  /** A part of it, with ends that lie outside moved in; reads nothing. */ readonly slice: (from: number, to: number) => Sliced;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** What `read` can give `size` bytes of, from one position to another. */
export const sliced = (size: number, read: (from: number, to: number) => Promise<ArrayBuffer>): Sliced => {
  const part = (start: number, end: number): Sliced => {
    const inside = (at: number): number => Math.min(Math.max(start + at, start), end);
    return {
      size: end - start,
      slice: (from, to) => part(inside(from), Math.max(inside(from), inside(to))),
      arrayBuffer: () => read(start, end),
    };
  };
  return part(0, size);
};
