import type { SubjectKey } from "./events.ts";
import type { CaseState, StepMark } from "./state.ts";

/** Key of `CaseState.steps`. */
export const stepMarkKey = (step: string, subject: SubjectKey): string => `${step}|${subject}`;

/** Taking a step up again takes back the newest mark, and every skip under it; a tick from before stays. */
export const withoutNewest = (mark: StepMark): StepMark | null => {
  let left = mark.before;
  while (left?.mark === "skipped") left = left.before;
  return left;
};

const stepMark = (state: CaseState, step: string, subject: SubjectKey): StepMark | undefined => state.steps.get(stepMarkKey(step, subject));

export const isSkipped = (state: CaseState, step: string, subject: SubjectKey): boolean =>
  stepMark(state, step, subject)?.mark === "skipped";
