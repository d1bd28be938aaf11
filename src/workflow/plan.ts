import type { CaseState } from "../case/state.ts";
import type { Instant } from "../lib/time.ts";
import { indexCase, type CaseIndex } from "./case-index.ts";
import { holds, prepare, type Progress } from "./evaluate.ts";
import { evaluateStep } from "./evaluate-step.ts";
import { indexMarks } from "./marks.ts";
import type { Step } from "./step.ts";
import { progressOf, type Table } from "./table.ts";
import type { Action, ActionStatus, Plan } from "./types.ts";

const byOrder = (a: Step, b: Step): number => a.order - b.order || (a.id < b.id ? -1 : 1);

const orderNow = (step: Step, index: CaseIndex, progress: Progress): number =>
  step.orderWhen !== undefined && holds(prepare(step.orderWhen.when, "case", index, progress), index.caseView, 0)
    ? step.orderWhen.order
    : step.order;

const isOffered = (action: Action): boolean => action.status === "now" || action.status === "due";

/**
 * What to do next, and everything else in its order. Pure, total and deterministic: the same state, steps and time give the same plan.
 * Steps are evaluated in their order, each once over all its subjects, so the cost is steps × subjects.
 */
export const plan = (steps: readonly Step[], state: CaseState, now: Instant): Plan => {
  const index = indexCase(state, now);
  const marks = indexMarks(state);
  const tables = new Map<string, Table>();
  const progress = progressOf(tables, index, marks);
  const evaluated = [...steps].sort(byOrder).map((step) => {
    const { table, actions } = evaluateStep(step, index, progress, marks, tables);
    tables.set(step.id, table);
    return { step, actions };
  });
  const shown = evaluated
    .filter(({ actions }) => actions.length > 0)
    .map(({ step, actions }) => ({ id: step.id, actions, order: orderNow(step, index, progress) }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const actions = shown.flatMap((one) => one.actions);
  const counts: Record<ActionStatus, number> = { now: 0, due: 0, waiting: 0, later: 0, done: 0, skipped: 0, "not-for-you": 0 };
  for (const action of actions) counts[action.status] += 1;
  const next = actions.find((action) => isOffered(action) && !action.optional) ?? actions.find(isOffered) ?? null;
  return { actions, next, counts };
};
