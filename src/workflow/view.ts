import type { AccountCheck, Age, EvidenceRole, Shows, SubjectKey } from "../case/events.ts";
import type { Link } from "../case/state.ts";
import type { LinkState, ReportState } from "./condition.ts";

/**
 * One subject as conditions see it: everything worked out once per plan, so that a condition is a comparison.
 * One shape for all kinds keeps 10,000 of them fast. Times are milliseconds since 1970, NaN where there is none; seqs are -1 where there is none.
 */
export interface View {
  readonly key: SubjectKey;
  /** The key without its kind. */
  readonly id: string;
  /** Entry that made it; a site's is its newest link's. */
  readonly seq: number;
  /** Position of its site among the sites, -1 without. */
  readonly site: number;
  readonly platform: string | null;
  /** Bits of `ageBits`, of the pictures it shows. */
  readonly ages: number;
  /** Bits of `showBits`. */
  readonly shows: number;
  /** Bits of `linkBits` or `reportBits`, by kind. */
  readonly bits: number;
  /** Bits of `roleBits`: evidence about it. */
  readonly roles: number;
  /** Bits of `checkBits`, for accounts. */
  readonly checks: number;
  /** Directory ids of hash services that know the picture. */
  readonly services: readonly string[];
  /** null: nothing was noted about any search engine. */
  readonly search: Link["search"] | null;
  readonly facts: Readonly<Record<string, "yes" | "no" | undefined>>;
  readonly due: number;
  readonly recheckAt: number;
  readonly cameBackSeq: number;
  readonly goneSeq: number;
  readonly answerSeq: number;
}

const none: Readonly<Record<string, never>> = {};

export const blankView: View = {
  key: "case",
  id: "",
  seq: -1,
  site: -1,
  platform: null,
  ages: 0,
  shows: 0,
  bits: 0,
  roles: 0,
  checks: 0,
  services: [],
  search: null,
  facts: none,
  due: Number.NaN,

  recheckAt: Number.NaN,
  cameBackSeq: -1,
  goneSeq: -1,
  answerSeq: -1,
};

export const ageBits = { adult: 1, under18: 2, unknown: 4, unanswered: 8 } satisfies Record<Age | "unanswered", number>;
export const showBits = {
  intimate: 1,
  underwear: 2,
  "no-religious-dress": 4,
  "outs-me": 8,
  fake: 16,
  sold: 32,
  "filmed-secretly": 64,
} satisfies Record<Shows, number>;
export const roleBits = {
  listing: 1,
  content: 2,
  chat: 4,
  profile: 8,
  search: 16,
  answer: 32,
  receipt: 64,
  access: 128,
  other: 256,
} satisfies Record<EvidenceRole, number>;
export const checkBits = { recorded: 1, passphrase: 2, "second-factor": 4, sessions: 8, forwarding: 16, recovery: 32 } satisfies Record<
  AccountCheck,
  number
>;
export const linkBits = {
  reported: 1,
  "gone-once": 2,
  "gone-twice": 4,
  "still-there": 8,
  "came-back": 16,
  "set-aside": 32,
  "ladder-end": 64,
  "said-removed": 128,
  "long-gone": 256,
  "uploader-noted": 512,
  "posted-years-ago": 1024,
  "prevention-asked": 2048,
  "prevention-answered": 4096,
  "preservation-asked": 8192,
  "impersonation-asked": 16384,
} satisfies Record<LinkState, number>;
export const reportBits = {
  removal: 1,
  "needs-more": 2,
  removed: 4,
  refused: 8,
  partly: 16,
  silent: 32,
  answered: 64,
  followed: 128,
  over: 256,
  "not-true": 512,
  "top-rung": 1024,
  hotline: 2048,
  overdue: 4096,
} satisfies Record<ReportState | "overdue", number>;
/** Of a picture and of an account, in `bits`. */
export const described = 1;
export const resetsOthers = 1;

/** Bits of several names of one table, together. */
export const anyBit = <T extends string>(table: Readonly<Record<T, number>>, names: readonly T[]): number =>
  names.reduce((all, name) => all | table[name], 0);
