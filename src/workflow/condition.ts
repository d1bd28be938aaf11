import type { AccountCheck, Age, EvidenceRole, FactId, Shows, SiteFact } from "../case/events.ts";

/** Where a link, a group or a profile stands; of a site: where one of its links stands. Several may hold at once. */
export type LinkState =
  | /** A report that asks for removal covers it, newer than the day it came back. */ "reported"
    /** Seen gone by the newest check. */
  | "gone-once"
  /** Seen gone by the two newest checks that could tell. */
  | "gone-twice"
  /** Seen still there by the newest check. */
  | "still-there"
  /** Was gone, and is there again. */
  | "came-back"
  | "set-aside"
  /** The last rung of the ladder was tried without success. */
  | "ladder-end"
  /** A site says it removed it, and nobody has looked since. */
  | "said-removed"
  /** Still gone at least 90 days after it was first seen gone. */
  | "long-gone"
  | "uploader-noted"
  | "posted-years-ago"
  | "prevention-asked"
  | "prevention-answered"
  | "preservation-asked"
  | "impersonation-asked";

/** Where a report stands. */
export type ReportState =
  | /** Asks for removal; not de-index, preservation and the like. */ "removal"
    /** The newest answer, receipts not counted. */
  | "needs-more"
  | "removed"
  | "refused"
  | "partly"
  | "silent"
  /** Any answer but a receipt. */
  | "answered"
  /** A later report follows it. */
  | "followed"
  /** All that it covers is gone or set aside. */
  | "over"
  /** "Removed" was the answer, and a later check saw it still there. */
  | "not-true"
  /** No rung above it. */
  | "top-rung"
  /** Sent to a hotline. */
  | "hotline";

export type Things =
  | "pictures"
  | "links"
  | "places"
  | "profiles"
  | "messages"
  | "signs"
  | "reports"
  | "removals"
  | "accounts"
  | "people"
  | "told"
  | "bundles"
  | "evidence"
  | /** Kept files that show somebody who was, or may have been, under 18. */ "refused-files";
/** What can be walked over by `every` and `some`. */
export type Walked = "pictures" | "links" | "places" | "profiles" | "accounts" | "reports" | "sites";

/** A time worked out from the case. */
export type Moment =
  | /** First report that asks for removal was sent. */ "first-report"
    /** Next look at a link, group or profile. */
  | "check-due"
  /** Deadline of the notice that was sent, else seven days after it. */
  | "answer-due"
  /** Next of 2, 7, 14, 30 and 90 days after it was first seen gone. */
  | "recheck-due"
  /** Seven days after the search engine was asked. */
  | "search-due";

/**
 * A CONDITION IS DATA. The vocabulary is closed, so that tests can list, draw and prove the workflow.
 * A condition about a thing of another kind than the step's subject is false, never an error.
 */
export type Condition =
  | { readonly when: "always" }
  | { readonly when: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly when: "not"; readonly of: Condition }
  /** The answer is one of these. Not asked and skipped are neither: ask `not no`, so that the careful branch stays on. */
  | { readonly when: "fact"; readonly fact: FactId; readonly is: readonly string[] }
  /** Answered or skipped. */
  | { readonly when: "asked"; readonly fact: FactId }
  | { readonly when: "count"; readonly of: Things; readonly atLeast: number }
  | { readonly when: "every" | "some"; readonly of: Walked; readonly is: Condition }
  /** Done, skipped, or not for this person: for the same subject, its site, or all subjects of that step. */
  | { readonly when: "settled" | "done"; readonly step: string }
  /** Everything known when the first report was made (or skipped) is settled in all these steps. */
  | { readonly when: "first-round"; readonly steps: readonly string[] }
  | { readonly when: "older-than"; readonly since: Moment; readonly hours: number }
  | { readonly when: "overdue" }
  | { readonly when: "link-state"; readonly is: readonly LinkState[] }
  | { readonly when: "report-state"; readonly is: readonly ReportState[] }
  | { readonly when: "host-fact"; readonly fact: SiteFact; readonly is: readonly ("yes" | "no")[] }
  /** Each of these is done or not possible. */
  | { readonly when: "account-check"; readonly all: readonly AccountCheck[] }
  /** Resets other accounts, or is a mailbox. */
  | { readonly when: "resets-others" }
  /** Some picture of the subject has such an age. A subject without pictures of its own stands for all pictures of the case; none named counts as unanswered. */
  | { readonly when: "picture-age"; readonly is: readonly (Age | "unanswered")[] }
  | { readonly when: "picture-shows"; readonly is: readonly Shows[] }
  | { readonly when: "picture-described" }
  /** Directory id of the subject's platform; `known`: any. */
  | { readonly when: "platform"; readonly is: readonly string[] | "known" }
  /** Case number kept for the picture, at one of these services. */
  | { readonly when: "hash-case"; readonly service: readonly string[] }
  | { readonly when: "search-state"; readonly engine: string; readonly is: readonly ("shown" | "asked" | "out")[] }
  /** Evidence about the subject in such a role. For a site, also about its links. */
  | { readonly when: "evidence"; readonly role: readonly EvidenceRole[] }
  | { readonly when: "closed" };
