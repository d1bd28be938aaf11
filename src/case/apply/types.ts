import type { Draft } from "../draft.ts";
import type { EventKind } from "../events.ts";
import type { Bodies } from "../kinds.ts";
import type { Origin } from "../state.ts";

/** Writes one event into a draft. Total: an event about something that is not there changes nothing. */
type Apply<K extends EventKind> = (draft: Draft, origin: Origin, body: Bodies[K]) => void;
/** The rows of one subject. */
export type Applies<K extends EventKind> = { readonly [P in K]: Apply<P> };
