import { stepById } from "../../content/steps/index.ts";
import type { Action } from "../../workflow/types.ts";

/** What of a plan another reader is told: things to do. A question that was not answered yet is the person's own. */
export const tasksOf = (actions: readonly Action[]): readonly Action[] =>
  actions.filter(({ step }) => stepById(step)?.screen !== "question");
