import { bodies } from "./bodies.ts";
import { isProblem } from "./fields.ts";
import type { CaseEvent, EventKind, LogEntry } from "./events.ts";
import type { Origin } from "./state.ts";

/**
 * One entry, understood or not. `newer`: a kind that this version does not know; `damaged`: a body that is not what its kind says;
 * `erased`: taken out by the person, only the leaf remains.
 */
export type Read = Origin &
  ({ readonly as: "read"; readonly event: CaseEvent } | { readonly as: "unread"; readonly why: "newer" | "damaged" | "erased" });

const isKind = (kind: string): kind is EventKind => Object.hasOwn(bodies, kind);

/** Total: whatever stands in `body` and `kind`, an answer comes back; what cannot be read is named, never dropped. */
export const decodeEntry = (entry: LogEntry): Read => {
  const { seq, at, offset, kind, body } = entry;
  if (body === null) return { seq, at, offset, as: "unread", why: "erased" };
  if (!isKind(kind)) return { seq, at, offset, as: "unread", why: "newer" };
  const read = bodies[kind](body);
  if (isProblem(read)) return { seq, at, offset, as: "unread", why: "damaged" };
  return { seq, at, offset, as: "read", event: { kind, body: read } as CaseEvent };
};
