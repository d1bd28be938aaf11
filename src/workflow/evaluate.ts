import { unreachable } from "../lib/result.ts";
import type { CaseIndex, Extent } from "./case-index.ts";
import type { Condition, Moment, Walked } from "./condition.ts";
import { ageBits, anyBit, checkBits, described, linkBits, reportBits, resetsOthers, roleBits, showBits, type View } from "./view.ts";
import type { StepOn } from "./types.ts";

/** A condition made ready for one plan: a constant where it does not depend on the subject. */
export type Test = boolean | ((view: View, at: number) => boolean);

/** What the evaluator has to know about steps that were evaluated before. */
export interface Progress {
  /** For subjects of kind `on`. An unknown step never blocks: settled. */
  readonly settled: (step: string, on: StepOn) => Test;
  readonly done: (step: string, on: StepOn) => Test;
  /** Position-wise: is subject `at` of kind `on` settled in that step? */
  readonly firstRound: (steps: readonly string[]) => boolean;
}

export const holds = (test: Test, view: View, at: number): boolean => (typeof test === "boolean" ? test : test(view, at));

/** Holds where all hold; constants are decided here. */
export const allOf = (tests: readonly Test[]): Test => {
  if (tests.includes(false)) return false;
  const [one, two, three, ...more] = tests.filter((t) => typeof t !== "boolean");
  if (one === undefined) return true;
  if (two === undefined) return one;
  if (three === undefined) return (view, at) => one(view, at) && two(view, at);
  const rest = allOf([three, ...more]);
  return (view, at) => one(view, at) && two(view, at) && holds(rest, view, at);
};
const not = (test: Test): Test => (typeof test === "boolean" ? !test : (view, at) => !test(view, at));
const any = (tests: readonly Test[]): Test => not(allOf(tests.map(not)));

const kindOfWalked: Readonly<Record<Walked, StepOn>> = {
  pictures: "picture",
  links: "link",
  places: "place",
  profiles: "profile",
  accounts: "account",
  reports: "report",
  sites: "site",
};
const removable: ReadonlySet<StepOn> = new Set(["link", "search", "place", "profile", "site"]);

/** Decided for all links at once where they agree. */
const settle = (on: StepOn, mask: number, extent: Extent, test: Test): Test => {
  if (!onLinks(on)) return test;
  if ((extent.some & mask) === 0) return false;
  return (extent.every & mask) === 0 ? test : true;
};
const onLinks = (on: StepOn): boolean => on === "link" || on === "search";

const searchWait = 7 * 86_400_000;
/** Reads a moment off a subject of kind `on`: milliseconds since 1970, or NaN when the case does not tell. */
export const momentReader = (
  moment: Moment,
  on: StepOn,
  index: CaseIndex,
  engine: string | undefined,
): ((view: View, at: number) => number) => {
  const { due, recheckAt } = index.columns;
  switch (moment) {
    case "first-report":
      return () => index.firstReportMs;
    case "check-due":
    case "answer-due":
      return onLinks(on) ? (_view, at) => due[at] ?? Number.NaN : (view) => view.due;
    case "recheck-due":
      return onLinks(on) ? (_view, at) => recheckAt[at] ?? Number.NaN : (view) => view.recheckAt;
    case "search-due":
      return (view) => {
        const noted = engine === undefined ? undefined : view.search?.[engine];
        return noted?.state === "asked" ? Date.parse(noted.at) + searchWait : Number.NaN;
      };
    default:
      return unreachable(moment, "momentReader");
  }
};

/**
 * Condition → test for subjects of kind `on`. Total: a condition about another kind of thing is false.
 * Everything about the whole case is decided here, once, so that a subject costs a comparison of bits.
 */
export const prepare = (condition: Condition, on: StepOn, index: CaseIndex, progress: Progress): Test => {
  const again = (c: Condition): Test => prepare(c, on, index, progress);
  const { state } = index;
  switch (condition.when) {
    case "always":
      return true;
    case "all":
      return allOf(condition.of.map(again));
    case "any":
      return any(condition.of.map(again));
    case "not":
      return not(again(condition.of));
    case "fact": {
      const value = state.facts[condition.fact];
      return value !== undefined && value !== null && condition.is.includes(value);
    }
    case "asked":
      return state.facts[condition.fact] !== undefined;
    case "closed":
      return state.closed;
    case "count":
      return index.counts[condition.of] >= condition.atLeast;
    case "every":
    case "some": {
      const kind = kindOfWalked[condition.of];
      const test = prepare(condition.is, kind, index, progress);
      const views = index.views[kind];
      return condition.when === "every"
        ? views.every((view, at) => holds(test, view, at))
        : views.some((view, at) => holds(test, view, at));
    }
    case "settled":
      return progress.settled(condition.step, on);
    case "done":
      return progress.done(condition.step, on);
    case "first-round":
      return progress.firstRound(condition.steps);
    case "older-than": {
      const limit = index.nowMs - condition.hours * 3_600_000;
      if (condition.since === "first-report") return index.firstReportMs <= limit;
      const read = momentReader(condition.since, on, index, undefined);
      return (view, at) => read(view, at) <= limit;
    }
    case "overdue":
      return on === "report" && ((view) => (view.bits & reportBits.overdue) !== 0);
    case "link-state": {
      const mask = anyBit(linkBits, condition.is);
      if (!onLinks(on)) return removable.has(on) && ((view) => (view.bits & mask) !== 0);
      const { bits } = index.columns;
      return settle(on, mask, index.extents.bits, (_view, at) => ((bits[at] ?? 0) & mask) !== 0);
    }
    case "report-state": {
      const mask = anyBit(reportBits, condition.is);
      return on === "report" && ((view) => (view.bits & mask) !== 0);
    }
    case "host-fact": {
      const { fact, is } = condition;
      if (!index.someHostFacts) return false;
      return (view) => {
        const value = view.facts[fact];
        return value !== undefined && is.includes(value);
      };
    }
    case "account-check": {
      const mask = anyBit(checkBits, condition.all);
      return on === "account" && ((view) => (view.checks & mask) === mask);
    }
    case "resets-others":
      return on === "account" && ((view) => (view.bits & resetsOthers) !== 0);
    case "picture-age": {
      const mask = anyBit(ageBits, condition.is);
      if (on === "case") return (index.caseView.ages & mask) !== 0;
      if (!onLinks(on)) return (view) => (view.ages & mask) !== 0;
      const { ages } = index.columns;
      return settle(on, mask, index.extents.ages, (_view, at) => ((ages[at] ?? 0) & mask) !== 0);
    }
    case "picture-shows": {
      const mask = anyBit(showBits, condition.is);
      return on === "case" ? (index.caseView.shows & mask) !== 0 : (view) => (view.shows & mask) !== 0;
    }
    case "picture-described":
      return on === "picture" && ((view) => (view.bits & described) !== 0);
    case "platform": {
      const { is } = condition;
      return is === "known" ? (view) => view.platform !== null : (view) => view.platform !== null && is.includes(view.platform);
    }
    case "hash-case": {
      const { service } = condition;
      return on === "picture" && ((view) => view.services.some((known) => service.includes(known)));
    }
    case "search-state": {
      const { engine, is } = condition;
      return (view) => {
        const noted = view.search?.[engine];
        return noted !== undefined && is.includes(noted.state);
      };
    }
    case "evidence": {
      const mask = anyBit(roleBits, condition.role);
      return settle(on, mask, index.extents.roles, (view) => (view.roles & mask) !== 0);
    }
    default:
      return unreachable(condition, "prepare");
  }
};
