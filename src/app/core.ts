import { decide } from "../case/decide.ts";
import { decodeEntry } from "../case/decode.ts";
import { emptyCase, fold } from "../case/fold.ts";
import { steps } from "../content/steps/index.ts";
import { plan } from "../workflow/plan.ts";
import type { Core } from "./ports.ts";

/** The pure heart, put together. Its own chunk: fetched when a case is opened. */
export const core: Core = {
  empty: emptyCase,
  decide,
  fold: (state, entries) => fold(state, entries.map(decodeEntry)),
  plan: (state, now) => plan(steps, state, now),
};
