import type { Step } from "../../workflow/step.ts";
import { sharedReasons } from "./shared/reasons.ts";

/** Every file beside this one is a step, named by its id. Nothing else has to be edited. */
const files = import.meta.glob<Step>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });

/** All steps, in their order. */
export const steps: readonly Step[] = Object.values(files).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** File name without ending → step; a test compares it with the id inside. */
export const stepFiles: ReadonlyMap<string, Step> = new Map(Object.entries(files).map(([path, step]) => [path.slice(2, -3), step]));

const byId: ReadonlyMap<string, Step> = new Map(steps.map((step) => [step.id, step]));

export const stepById = (id: string): Step | undefined => byId.get(id);

/** A text of a step: its key among a language's `content` words, and the English that is shown when the language lacks it. */
export interface StepText {
  readonly key: string;
  readonly english: string;
}

/** Why an action has its status, from `Action.step` and `Action.why`. Never empty. */
export const reasonOf = (step: string, why: string): StepText => {
  const found = byId.get(step);
  const own = found?.whys?.[why];
  if (own !== undefined) return { key: `step.${step}.whys.${why}`, english: own };
  const shared = sharedReasons[why];
  if (shared !== undefined) return { key: `step.shared.${why}`, english: shared };
  return { key: `step.${step}.why`, english: found?.why ?? sharedReasons["later"] ?? "" };
};

/** Every text of a step, in reading order: `title`, `why`, `how.0`…, `doneLabel`, `whys.<key>`. */
export const textsOf = (step: Step): readonly StepText[] => [
  { key: `step.${step.id}.title`, english: step.title },
  { key: `step.${step.id}.why`, english: step.why },
  ...step.how.map((english, i) => ({ key: `step.${step.id}.how.${i}`, english })),
  { key: `step.${step.id}.doneLabel`, english: step.doneLabel },
  ...Object.entries(step.whys ?? {}).map(([key, english]) => ({ key: `step.${step.id}.whys.${key}`, english })),
];

/** Reasons that any step may give. */
export const sharedTexts: readonly StepText[] = Object.entries(sharedReasons).map(([key, english]) => ({
  key: `step.shared.${key}`,
  english,
}));
