import type { HashService } from "../types.ts";

const files = import.meta.glob<HashService>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });

/** Every file of this folder, by id. Load it with `import()` so that it stays out of the first chunk. */
export const hashServices: readonly HashService[] = Object.values(files).sort((a, b) => (a.id < b.id ? -1 : 1));
