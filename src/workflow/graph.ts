import type { Condition } from "./condition.ts";
import type { Step } from "./step.ts";

/** Steps that a condition asks about. */
export const stepsIn = (condition: Condition | undefined): readonly string[] => {
  if (condition === undefined) return [];
  switch (condition.when) {
    case "all":
    case "any":
      return condition.of.flatMap(stepsIn);
    case "not":
      return stepsIn(condition.of);
    case "every":
    case "some":
      return stepsIn(condition.is);
    case "settled":
    case "done":
      return [condition.step];
    case "first-round":
      return condition.steps;
    default:
      return [];
  }
};

/** Every condition of a step. */
export const conditionsOf = (step: Step): readonly Condition[] =>
  [
    step.orderWhen?.when,
    step.concerns,
    step.readyWhen,
    step.doneWhen,
    step.waiting?.when,
    step.dueWhen,
    ...(step.notForYouWhen ?? []).map((rule) => rule.when),
    ...(step.otherWhys ?? []).map((rule) => rule.when),
  ].filter((condition) => condition !== undefined);

/** An edge: `step` looks at `needs`. */
export interface Reference {
  readonly step: string;
  readonly needs: string;
}

/** All references, without repeats, in the order of the steps: what a drawing shows and what tests prove to be free of cycles. */
export const references = (steps: readonly Step[]): readonly Reference[] =>
  steps.flatMap((step) => [...new Set([...step.after, ...conditionsOf(step).flatMap(stepsIn)])].map((needs) => ({ step: step.id, needs })));
