import type { Words } from "../types.ts";

/** Said once, when something has just been shared; part of the first download, and nothing of what is kept. */
export const arrival = {
  "arrival.kept": "Kept. It waits inside.",
  "arrival.part": "Part of it was kept. Look inside for the rest.",
  "arrival.none": "Nothing of it was kept. Open this first, then add it from inside.",
} as const satisfies Words;
