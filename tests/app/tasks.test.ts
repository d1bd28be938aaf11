import { expect, test } from "vitest";
import { tasksOf } from "../../src/app/disclosure/tasks.ts";
import { emptyCase } from "../../src/case/fold.ts";
import { stepById, steps } from "../../src/content/steps/index.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { plan } from "../../src/workflow/plan.ts";

test("another reader is told what is to be done, not which questions are open", () => {
  const { actions } = plan(steps, emptyCase, instantFromMs(1_790_000_000_000));
  const told = tasksOf(actions);
  expect(actions.some(({ step }) => stepById(step)?.screen === "question")).toBe(true);
  expect(told.some(({ step }) => stepById(step)?.screen === "question")).toBe(false);
  expect(told).toEqual(actions.filter((action) => told.includes(action)));
  expect(told.length).toBeGreaterThan(0);
});
