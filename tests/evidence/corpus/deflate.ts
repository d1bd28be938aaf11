/** Bytes as a zlib stream, packed by the browser. */
export const packed = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer(),
  );
