import type { Condition } from "../../../workflow/condition.ts";

/** Conditions that several steps share. A skipped question leaves the careful branch on, so they ask for the answer that switches it off. */
export const noDanger: Condition = { when: "fact", fact: "danger", is: ["no"] };
export const notWatched: Condition = { when: "fact", fact: "watched", is: ["no"] };
export const notExtorted: Condition = { when: "fact", fact: "extortion", is: ["no"] };
export const onlyThreatened: Condition = { when: "fact", fact: "happened", is: ["threatened"] };
export const someoneIsIn: Condition = { when: "fact", fact: "access", is: ["yes"] };

/** A watched device and no other: nothing may be kept here. */
export const keepsNothing: Condition = {
  when: "all",
  of: [
    { when: "fact", fact: "watched", is: ["yes"] },
    { when: "fact", fact: "saferDevice", is: ["no"] },
  ],
};

export const careful: Condition = { when: "picture-age", is: ["under18", "unknown", "unanswered"] };
/** The age was asked, and somebody was or may have been under 18. */
export const underAge: Condition = {
  when: "all",
  of: [{ when: "settled", step: "name-picture" }, { when: "settled", step: "picture-age" }, careful],
};

export const live: Condition = { when: "not", of: { when: "link-state", is: ["set-aside"] } };
export const liveAdult: Condition = { when: "all", of: [live, { when: "not", of: underAge }] };
export const liveUnderAge: Condition = { when: "all", of: [live, underAge] };

/** workflow.md, phase 3: due when the page is gone but still shown. */
export const goneButShown = (engine: string): Condition => ({
  when: "all",
  of: [
    { when: "link-state", is: ["gone-once"] },
    { when: "search-state", engine, is: ["shown"] },
  ],
});

export const badHost: Condition = {
  when: "any",
  of: [
    { when: "host-fact", fact: "asks-for-money", is: ["yes"] },
    { when: "host-fact", fact: "run-by-person", is: ["yes"] },
  ],
};

/** workflow.md, phase 4: everything known at the first round is reported or skipped, or 24 hours after the first report. Later links do not close it again. */
export const secureMayStart: Condition = {
  when: "any",
  of: [
    onlyThreatened,
    { when: "older-than", since: "first-report", hours: 24 },
    { when: "first-round", steps: ["add-links", "report-upload", "report-host", "report-hotline", "report-place", "report-place-hotline"] },
  ],
};
export const secureMayStartOrNow: Condition = { when: "any", of: [someoneIsIn, secureMayStart] };
