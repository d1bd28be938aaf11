/** As much of a Blob as reading it piece by piece takes. What is decrypted piece by piece has this shape too, and never becomes a Blob. */
export interface Sliced {
  /** Bytes. */ readonly size: number;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}
