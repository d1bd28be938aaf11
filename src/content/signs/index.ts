import type { WarningSign } from "../types.ts";

const files = import.meta.glob<WarningSign>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });

/** Every file of this folder, by id. Load it with `import()` so that it stays out of the first chunk. */
export const warningSigns: readonly WarningSign[] = Object.values(files).sort((a, b) => (a.id < b.id ? -1 : 1));
