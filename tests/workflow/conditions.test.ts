import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { steps } from "../../src/content/steps/index.ts";
import { indexCase } from "../../src/workflow/case-index.ts";
import type { Condition } from "../../src/workflow/condition.ts";
import { holds, prepare, type Progress } from "../../src/workflow/evaluate.ts";
import { conditionsOf, references, stepsIn } from "../../src/workflow/graph.ts";
import { plan } from "../../src/workflow/plan.ts";
import type { Step } from "../../src/workflow/step.ts";
import type { StepOn } from "../../src/workflow/types.ts";
import { arbitraryHistory } from "../case/arbitrary.ts";

const anyOf = fc.constantFrom;
const lists = <T>(...items: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...items]);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ when: "always" }),
  fc.constant<Condition>({ when: "overdue" }),
  fc.constant<Condition>({ when: "resets-others" }),
  fc.constant<Condition>({ when: "picture-described" }),
  fc.constant<Condition>({ when: "closed" }),
  fc.record({ when: fc.constant("fact" as const), fact: anyOf("danger" as const, "country" as const), is: lists("yes", "no", "GB") }),
  fc.record({ when: fc.constant("asked" as const), fact: anyOf("danger" as const, "police" as const) }),
  fc.record({ when: fc.constant("count" as const), of: anyOf("links" as const, "signs" as const, "told" as const), atLeast: fc.nat(3) }),
  fc.record({
    when: anyOf("settled" as const, "done" as const),
    step: anyOf("ask-danger", "report-upload", "capture-listing", "no such step"),
  }),
  fc.record({ when: fc.constant("first-round" as const), steps: lists("add-links", "report-upload", "report-place", "no such step") }),
  fc.record({
    when: fc.constant("older-than" as const),
    since: anyOf("first-report" as const, "check-due" as const, "search-due" as const),
    hours: fc.nat(99),
  }),
  fc.record({ when: fc.constant("link-state" as const), is: lists("reported" as const, "gone-once" as const, "set-aside" as const) }),
  fc.record({ when: fc.constant("report-state" as const), is: lists("removal" as const, "silent" as const, "over" as const) }),
  fc.record({ when: fc.constant("host-fact" as const), fact: anyOf("asks-for-money" as const), is: lists("yes" as const, "no" as const) }),
  fc.record({ when: fc.constant("account-check" as const), all: lists("recorded" as const, "sessions" as const) }),
  fc.record({ when: fc.constant("picture-age" as const), is: lists("adult" as const, "unanswered" as const, "under18" as const) }),
  fc.record({ when: fc.constant("picture-shows" as const), is: lists("fake" as const, "sold" as const) }),
  fc.record({ when: fc.constant("platform" as const), is: fc.oneof(fc.constant("known" as const), lists("reddit", "x")) }),
  fc.record({ when: fc.constant("hash-case" as const), service: lists("stopncii") }),
  fc.record({
    when: fc.constant("search-state" as const),
    engine: anyOf("bing", "google-search"),
    is: lists("asked" as const, "out" as const),
  }),
  fc.record({ when: fc.constant("evidence" as const), role: lists("listing" as const, "content" as const) }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ when: anyOf("all" as const, "any" as const), of: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ when: fc.constant("not" as const), of: tie("condition") }),
    fc.record({
      when: anyOf("every" as const, "some" as const),
      of: anyOf("links" as const, "pictures" as const, "reports" as const, "sites" as const, "accounts" as const),
      is: tie("condition"),
    }),
  ),
}));
const kinds: readonly StepOn[] = ["case", "site", "link", "place", "picture", "profile", "account", "report", "search"];
const noProgress: Progress = { settled: () => true, done: () => false, firstRound: () => true };

describe("the evaluator", () => {
  test("is total: any condition, any state, any kind of subject", () => {
    fc.assert(
      fc.property(arbitraryHistory(25), condition, ({ state, now }, given) => {
        const index = indexCase(state, now);
        for (const kind of kinds) {
          const test = prepare(given, kind, index, noProgress);
          index.views[kind].forEach((view, at) => expect(typeof holds(test, view, at)).toBe("boolean"));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("all, any and not are those of logic, subject by subject", () => {
    fc.assert(
      fc.property(arbitraryHistory(25), condition, condition, ({ state, now }, a, b) => {
        const index = indexCase(state, now);
        for (const kind of kinds) {
          const is =
            (given: Condition) =>
            (at: number): boolean => {
              const view = index.views[kind][at];
              return view !== undefined && holds(prepare(given, kind, index, noProgress), view, at);
            };
          index.views[kind].forEach((_, at) => {
            expect(is({ when: "all", of: [a, b] })(at)).toBe(is(a)(at) && is(b)(at));
            expect(is({ when: "any", of: [a, b] })(at)).toBe(is(a)(at) || is(b)(at));
            expect(is({ when: "not", of: a })(at)).toBe(!is(a)(at));
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a plan comes out of steps with any conditions at all", () => {
    const [given] = steps;
    if (given === undefined) throw new Error("no steps");
    fc.assert(
      fc.property(
        arbitraryHistory(25),
        fc.array(fc.tuple(condition, condition, anyOf(...kinds)), { maxLength: 4 }),
        ({ state, now }, made) => {
          const odd = made.map(([concerns, doneWhen, on], i): Step => ({
            ...given,
            id: `odd-${i}`,
            order: i,
            on,
            concerns,
            doneWhen,
            readyWhen: doneWhen,
            after: ["odd-0", "no such step"],
          }));
          const { actions } = plan(odd, state, now);
          for (const action of actions) expect(action.step.startsWith("odd-")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the graph", () => {
  test("finds every step that a condition asks about, however deep", () => {
    const deep: Condition = {
      when: "not",
      of: {
        when: "any",
        of: [
          { when: "settled", step: "a" },
          { when: "some", of: "links", is: { when: "done", step: "b" } },
          { when: "first-round", steps: ["c", "d"] },
        ],
      },
    };
    expect(stepsIn(deep)).toEqual(["a", "b", "c", "d"]);
    expect(stepsIn(undefined)).toEqual([]);
  });

  test("has no cycle, seen by walking it", () => {
    const needs = new Map<string, string[]>();
    for (const edge of references(steps)) needs.set(edge.step, [...(needs.get(edge.step) ?? []), edge.needs]);
    const finished = new Set<string>();
    const visit = (id: string, path: readonly string[]): void => {
      expect(path).not.toContain(id);
      if (finished.has(id)) return;
      for (const next of needs.get(id) ?? []) visit(next, [...path, id]);
      finished.add(id);
    };
    for (const step of steps) visit(step.id, []);
    expect(finished.size).toBe(steps.length);
  });

  test("every kind of condition is used, or the vocabulary is too large", () => {
    const used = new Set<string>();
    const note = (given: Condition): void => {
      used.add(given.when);
      if (given.when === "all" || given.when === "any") given.of.forEach(note);
      else if (given.when === "not") note(given.of);
      else if (given.when === "every" || given.when === "some") note(given.is);
    };
    steps.flatMap(conditionsOf).forEach(note);
    expect(used.size).toBeGreaterThanOrEqual(18);
  });
});

test("a new step is one more object and nothing else: it gets its place, its status and its words", () => {
  const [given] = steps;
  if (given === undefined) throw new Error("no steps");
  const added: Step = { ...given, id: "breathe", order: 10.5, on: "case", screen: "tick", after: [], title: "Breathe", optional: true };
  fc.assert(
    fc.property(arbitraryHistory(), ({ state, now }) => {
      const before = plan(steps, state, now);
      const after = plan([...steps, added], state, now);
      expect(after.actions.filter((action) => action.step !== "breathe")).toEqual(before.actions);
      expect(after.actions.filter((action) => action.step === "breathe").length).toBe(1);
    }),
    { numRuns: 40 },
  );
});
