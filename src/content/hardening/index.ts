import type { Hardening } from "../types.ts";

const files = import.meta.glob<Hardening>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });

/** Every file of this folder, in reset order, then by id. Load it with `import()` so that it stays out of the first chunk. */
export const hardening: readonly Hardening[] = Object.values(files).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
