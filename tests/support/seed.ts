import fc from "fast-check";
import { inject } from "vitest";

/*
 * The same cases each time, so that a change is judged by what it changes. HOLDFAST_SEED gives others: a number, or "new" for ones that nobody has
 * seen, to look for what is wrong.
 */
const seed = inject("seed");
if (seed !== null) fc.configureGlobal({ seed });

declare module "vitest" {
  interface ProvidedContext {
    /** Where generated cases begin; null: anywhere. */ readonly seed: number | null;
  }
}
