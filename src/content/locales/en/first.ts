import { arrival } from "./arrival.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { welcome } from "./welcome.ts";

/** What can be on screen before anything is unlocked: part of the first download. */
export const first = { ...arrival, ...common, ...errors, ...welcome } as const;
