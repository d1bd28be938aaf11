import type { Evidence, CaseState } from "../case/state.ts";
import type { Id } from "../case/events.ts";
import { isMedia, mayShow, refusedFiles } from "../case/media.ts";

export { pictureSubjects } from "../case/stages.ts";
export { refusedFiles };
export { ageOf } from "../case/ages.ts";

/**
 * What may be done with a kept file. `refused`: somebody in it was, or may have been, under 18, so it is not drawn; `forgotten`: only its
 * fingerprint is left; `file`: nothing to draw.
 */
export type Showing = "picture" | "file" | "refused" | "forgotten";

export const showingOf = (state: CaseState, item: Evidence): Showing => {
  if (item.forgotten) return "forgotten";
  if (!mayShow(state, item.id)) return "refused";
  return item.type.startsWith("image/") ? "picture" : "file";
};

/** Screenshots of pages whose three questions are open: they are asked of these alone. */
export const isPageShot = (item: Evidence): boolean =>
  isMedia(item.type) && (item.role === "listing" || item.role === "content" || item.role === "profile");

export const hasOpenQuestions = (item: Evidence): boolean =>
  isPageShot(item) && item.questions === null && !item.forgotten && item.source === null;

/** A picture of a page without its address proves little: it should be taken again while the page is there. */
export const shouldRetake = (item: Evidence): boolean => isPageShot(item) && item.questions !== null && item.questions.address !== "yes";

export const evidenceOf = (state: CaseState, ids: readonly Id[]): readonly Evidence[] => ids.flatMap((id) => state.evidence.get(id) ?? []);
