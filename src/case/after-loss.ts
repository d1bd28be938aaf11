import { caseVerdict } from "./ages.ts";
import type { Read } from "./decode.ts";
import type { Id } from "./events.ts";
import { emptyCase, fold } from "./fold.ts";
import { filesAllowed, filesSaidText } from "./media.ts";

/**
 * Files that may go into a backup, or come out of one, where entries of the case were lost: one of those may have said that somebody was under 18, or
 * that a page shows another picture. So only answers from after the loss count, and pictures and videos go only when every picture of the case has one.
 * `lastLost`: number of the last entry that is not there.
 */
export const filesAllowedAfterLoss = (reads: readonly Read[], lastLost: number): ReadonlySet<Id> => {
  const state = fold(
    emptyCase,
    reads.filter((read) => read.seq > lastLost || read.as !== "read" || read.event.kind !== "picture.age-answered.v1"),
  );
  const allowed = filesAllowed(state);
  if (caseVerdict(state) === "adult") return allowed;
  const texts = filesSaidText(state);
  return new Set([...allowed].filter((file) => texts.has(file)));
};
