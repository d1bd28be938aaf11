import { proxy, transfer, type ProxyMarked } from "comlink";
import type { Exporter } from "./types.ts";

/** The exporter as it is exposed to the page: a file's bytes are handed over, not copied. */
export const exporterSurface = (exporter: Exporter): Exporter & ProxyMarked =>
  proxy({
    ...exporter,
    readOpened: async (path) => {
      const read = await exporter.readOpened(path);
      return read.ok ? transfer(read, [read.value]) : read;
    },
  });
