import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseState, Link } from "../../src/case/state.ts";
import { refusedFiles } from "../../src/case/media.ts";
import { reasonOf, stepById, steps } from "../../src/content/steps/index.ts";
import { instantFromMs, msOf } from "../../src/lib/time.ts";
import { asksForRemoval } from "../../src/workflow/ladder.ts";
import { plan } from "../../src/workflow/plan.ts";
import { routesFor } from "../../src/workflow/routes.ts";
import type { Action, Plan } from "../../src/workflow/types.ts";
import { arbitraryHistory } from "../case/arbitrary.ts";
import { arbitraryPerson, arbitraryTurns } from "./support/arbitrary.ts";
import { live, type Seen } from "./support/drive.ts";
import { isOffered, isOpen, keyOf } from "./support/walk.ts";

const runs = { numRuns: 20 };
const lives = (check: (seen: Seen) => void): void => {
  fc.assert(
    fc.property(arbitraryPerson, arbitraryTurns(30), (person, turns) => void live(person, turns, check)),
    runs,
  );
};
const offered = (given: Plan): readonly Action[] => given.actions.filter(isOffered);
const idOf = (key: string): string => key.slice(key.indexOf(":") + 1);
const marked = (state: CaseState, step: string, ...subjects: readonly string[]): boolean =>
  subjects.some((subject) => state.steps.has(`${step}|${subject}`));
const openOf = (given: Plan, step: string): readonly Action[] => given.actions.filter((action) => action.step === step && isOpen(action));

describe("1 and 8: every state has a plan, every action a reason and a source", () => {
  test("for made-up histories", () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(3000), ({ state, now }, hours) => {
        const given = plan(steps, state, instantFromMs(msOf(now) + hours * 3_600_000));
        for (const action of given.actions) {
          expect(stepById(action.step)?.id).toBe(action.step);
          expect(reasonOf(action.step, action.why).english.length).toBeGreaterThan(0);
          expect(action.source.length).toBeGreaterThan(0);
          expect(action.covers.length).toBeGreaterThan(0);
        }
        expect(new Set(given.actions.map(keyOf)).size).toBe(given.actions.length);
        expect(Object.values(given.counts).reduce((sum, n) => sum + n, 0)).toBe(given.actions.length);
        expect(given.next === null).toBe(offered(given).length === 0);
      }),
      { numRuns: 150 },
    );
  });

  test("what is `later` and waits for a step names one that is open", () => {
    lives(({ after }) => {
      const open = new Set(after.actions.filter(isOpen).map(keyOf));
      for (const action of after.actions) for (const blocker of action.after) expect(open).toContain(blocker);
    });
  });
});

const underAge = (state: CaseState, link: Link): boolean => {
  if (state.facts.minorNow === "yes") return true;
  const ids = link.pictures.length > 0 ? link.pictures : [...state.pictures.keys()];
  return ids.length === 0 || ids.some((id) => state.pictures.get(id)?.age !== "adult");
};
const removalReport = (state: CaseState, link: Link): boolean =>
  link.reports.some((id) => asksForRemoval(state.reports.get(id)?.route ?? "de-index"));

test("2: for one link: captured or left out, then reported, then gone; search once it is reported or left out", () => {
  lives(({ walk: { state }, after }) => {
    const captureOpen = new Set(["capture-listing", "capture-content"].flatMap((step) => openOf(after, step).map((a) => a.subject)));
    const unreported = new Set(
      ["report-upload", "report-host", "report-hotline"].flatMap((step) => openOf(after, step).flatMap((a) => a.covers)),
    );
    for (const action of offered(after)) {
      if (action.step === "report-upload" || action.step === "report-host") expect(captureOpen).not.toContain(action.subject);
      if (action.step.startsWith("check-gone") || action.step === "recheck") {
        for (const key of action.covers) expect(unreported).not.toContain(key);
      }
      if (action.step.startsWith("deindex"))
        for (const key of action.covers) expect(unreported).not.toContain(`link:${idOf(key).slice(0, 32)}`);
    }
    // A look is a question of time, too: nothing is waited for before it was reported, left out, or known to be somewhere else.
    for (const action of after.actions.filter((a) => a.step === "check-gone" && (isOffered(a) || a.status === "waiting"))) {
      for (const key of action.covers) {
        const link = state.links.get(idOf(key));
        if (link === undefined) throw new Error("unknown link");
        expect(
          removalReport(state, link) || ["report-upload", "report-host"].some((step) => marked(state, step, key, `site:${link.site}`)),
        ).toBe(true);
      }
    }
  });
});

describe("3: securing accounts", () => {
  const early = new Set(["add-accounts", "record-access-first", "contain-mail"]);
  const reportSteps = ["report-upload", "report-host", "report-hotline"];
  const mayStart = (state: CaseState, nowMs: number): boolean => {
    if (state.facts.happened === "threatened") return true;
    const reports = [...state.reports.values()].filter((report) => asksForRemoval(report.route));
    if (reports.some((report) => msOf(report.sentAt) + 24 * 3_600_000 <= nowMs)) return true;
    const marks = [...state.steps].filter(([key]) =>
      ["add-links", ...reportSteps, "report-place", "report-place-hotline"].includes(key.split("|")[0] ?? ""),
    );
    const end = Math.min(Number.POSITIVE_INFINITY, ...reports.map((r) => r.seq), ...marks.map(([, mark]) => mark.seq));
    if (state.links.size + state.places.size === 0) return Number.isFinite(end) || state.facts.watched === "yes";
    const handled = (seq: number, keys: readonly string[], reported: boolean): boolean =>
      seq >= end || reported || reportSteps.some((step) => marked(state, step, ...keys));
    return (
      [...state.links.values()].every(
        (l) => l.setAside !== null || handled(l.seq, [`link:${l.id}`, `site:${l.site}`, "case"], removalReport(state, l)),
      ) &&
      [...state.places.values()].every(
        (p) =>
          handled(p.seq, [], p.reports.length > 0) ||
          ["report-place", "report-place-hotline"].some((s) => marked(state, s, `place:${p.id}`)),
      )
    );
  };

  test("nothing is `now` before its condition, unless someone is in; then recording comes before containing", () => {
    lives(({ walk, after }) => {
      const { state } = walk;
      for (const action of offered(after)) {
        if (stepById(action.step)?.phase !== "secure") continue;
        const soon = state.facts.access === "yes" && early.has(action.step);
        if (!soon) expect(mayStart(state, msOf(walk.now)), keyOf(action)).toBe(true);
        if (action.step === "contain-mail") {
          const account = state.accounts.get(idOf(action.subject));
          expect(account?.checks.recorded !== undefined || marked(state, "record-access-first", action.subject)).toBe(true);
        }
      }
    });
  });

  test("later links do not close it again", () => {
    lives(({ before, after, how }) => {
      if (how !== "new-links") return;
      const still = new Set(offered(after).map(keyOf));
      const secure = offered(before).filter((action) => stepById(action.step)?.phase === "secure");
      // With nothing posted so far there was no round that could have been finished.
      for (const action of secure) expect(still).toContain(keyOf(action));
    });
  });
});

describe("4: safety before everything", () => {
  const six = ["stop-answering", "do-not-pay", "keep-the-chat", "block-and-report-account", "hide-friend-lists", "if-you-paid"];
  const aboutDanger =
    /^(?:ask-(?:danger|watched|happened|safer-device|extortion|country|paid)|safety-plan|safer-device|no-safe-device|media-came-in)$/u;

  test("where someone could hurt the person, the safety plan precedes the rest; under extortion its six steps, in their order", () => {
    lives(({ walk: { state }, after }) => {
      const danger = state.facts.danger !== "no" && !marked(state, "safety-plan", "case");
      const openSix = six.filter((step) => openOf(after, step).length > 0);
      for (const action of offered(after)) {
        if (danger || openSix.length > 0)
          expect(aboutDanger.test(action.step) || (!danger && six.includes(action.step)), action.step).toBe(true);
        if (six.includes(action.step)) expect(openSix[0]).toBe(action.step);
        if (six.includes(action.step)) expect(danger).toBe(false);
      }
      const extorted = state.facts.extortion === "yes" && !state.closed;
      if (extorted)
        for (const step of ["stop-answering", "do-not-pay", "keep-the-chat"])
          expect(after.actions.find((a) => a.step === step)?.status).not.toBe("not-for-you");
    });
  });
});

describe("5: with an unanswered or under-18 picture", () => {
  const media = new Set(["capture-listing", "capture-content", "capture-more", "capture-place", "capture-profile", "hash-service"]);

  test("no media, no StopNCII and no copyright can be offered", () => {
    lives(({ walk: { state }, after }) => {
      const all = [...state.pictures.values()];
      const wholeAdult = all.length > 0 && all.every((p) => p.age === "adult") && state.facts.minorNow !== "yes";
      for (const action of offered(after)) {
        if (!media.has(action.step)) continue;
        if (action.step === "hash-service") expect(state.pictures.get(idOf(action.subject))?.age).toBe("adult");
        else if (action.subject.startsWith("site:"))
          for (const link of state.links.values()) if (`site:${link.site}` === action.subject) expect(underAge(state, link)).toBe(false);
        if (action.subject.startsWith("place:") || action.subject.startsWith("profile:")) expect(wholeAdult).toBe(true);
        expect(state.facts.minorNow).not.toBe("yes");
      }
      for (const link of state.links.values()) {
        if (!underAge(state, link)) continue;
        const open = routesFor(state, [`link:${link.id}`]).filter((choice) => choice.barred === null);
        expect(open.map((choice) => choice.route)).toEqual(["hotline"]);
      }
    });
  });

  test("what is kept and may not be shown is asked about, as `decide` sees it", () => {
    let asked = 0;
    fc.assert(
      fc.property(arbitraryHistory(80), ({ state, now }) => {
        const open = plan(steps, state, now).actions.some((action) => action.step === "media-came-in");
        const refused = refusedFiles(state).length > 0;
        if (open) asked += 1;
        if (open) expect(refused).toBe(true);
        if ([...state.pictures.values()].every((picture) => picture.age !== "unanswered") && state.pictures.size > 0)
          expect(open).toBe(refused);
      }),
      { numRuns: 200 },
    );
    expect(asked).toBeGreaterThan(10);
  });

  test("nothing sends anyone to such a page, and no link goes to a site", () => {
    lives(({ walk: { state }, after }) => {
      const pageSteps = new Set([
        "check-gone",
        "recheck",
        "report-upload",
        "report-host",
        "deindex-google",
        "deindex-bing",
        "cached-copy",
        "note-uploader",
      ]);
      for (const action of offered(after)) {
        if (!pageSteps.has(action.step)) continue;
        for (const key of action.covers) {
          const link = state.links.get(idOf(key).slice(0, 32));
          if (link === undefined) throw new Error("unknown link");
          expect(underAge(state, link), keyOf(action)).toBe(false);
        }
      }
    });
  });
});

describe("6: the same events give the same plan", () => {
  test("twice, and in any order of the step files", () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), ({ state, now }, shuffle) => {
        const shuffled = steps
          .map((step, i) => ({ step, at: ((shuffle[i % 8] ?? 0) * (i + 1)) % 101 }))
          .sort((a, b) => a.at - b.at)
          .map(({ step }) => step);
        expect(plan(shuffled, state, now)).toEqual(plan(steps, state, now));
      }),
      { numRuns: 60 },
    );
  });

  test("completing an action never reopens another, except by a new fact, and then `why` says which", () => {
    lives(({ before, after, did }) => {
      if (did === null) return;
      expect(before.actions.map(keyOf)).toContain(keyOf(did));
      const was = new Map(before.actions.map((action) => [keyOf(action), action.status]));
      for (const action of after.actions.filter(isOpen)) {
        const status = was.get(keyOf(action));
        if (status !== "done" && status !== "skipped") continue;
        expect(["why", "later", "waiting"], `${keyOf(did)} reopened ${keyOf(action)}`).not.toContain(action.why);
      }
    });
  });

  test("a new fact that reopens is named", () => {
    lives(({ before, after, how }) => {
      if (how !== "new-links" && how !== "new-message" && how !== "new-account") return;
      expect(after.actions.length).toBeGreaterThan(0);
      const was = new Map(before.actions.map((action) => [keyOf(action), action.status]));
      for (const action of after.actions.filter(isOpen)) {
        const status = was.get(keyOf(action));
        if (status === "done" || status === "skipped")
          expect(["why", "later"], `${how} reopened ${keyOf(action)}`).not.toContain(action.why);
      }
    });
  });
});

test("7: every offered action can be left out with a reason, and taken up again", () => {
  fc.assert(
    fc.property(arbitraryPerson, arbitraryTurns(40), fc.nat(99), (person, turns, pick) => {
      const walk = live(person, turns, () => undefined);
      if (walk.state.closed) return;
      const choices = offered(walk.plan());
      const action = choices[pick % Math.max(choices.length, 1)];
      if (action === undefined) return;
      const find = (): Action | undefined => walk.plan().actions.find((a) => keyOf(a) === keyOf(action));
      const others = (): readonly string[] =>
        walk.plan().actions.flatMap((a) => (keyOf(a) === keyOf(action) ? [] : [`${keyOf(a)} ${a.status} ${a.why} ${a.covers.join()}`]));
      const secondSkip = walk.state.steps.get(keyOf(action))?.mark === "skipped";
      walk.wait(1);
      const before = others();
      walk.wait(-1);
      expect(walk.try({ do: "skip-step", step: action.step, subject: action.subject, reason: "not now" })).toBeUndefined();
      const left = find() ?? action;
      expect(isOffered(left) && left.covers.join() === action.covers.join()).toBe(false);
      expect(walk.try({ do: "take-step-up", step: action.step, subject: action.subject })).toBeUndefined();
      walk.wait(1 - 2 / 60);
      expect(isOffered(find() ?? { ...action, status: "later" })).toBe(true);
      for (const key of action.covers) expect(find()?.covers).toContain(key);
      // Nothing else is changed by it, unless an earlier skip was taken up with it.
      if (!secondSkip) expect(others()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
