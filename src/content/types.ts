import type { NoticeRoute, NoticeTemplate } from "../workflow/notice-types.ts";
import type { Source } from "../workflow/types.ts";

/** Facts about one platform, carried over from the directory. Nothing was opened live: date and confidence are always shown. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  /** Registrable domains or hosts; a link belongs to it only on equality of registrable domain (or exact host). */
  readonly hosts: readonly string[];
  readonly reportUrl: string | null;
  readonly impersonationUrl: string | null;
  /** `https:` addresses and `mailto:` addresses. */
  readonly altUrls: readonly { readonly purpose: string; readonly url: string }[];
  /** Every form address above stands on one of these, tested. */
  readonly formHosts: readonly string[];
  readonly fields: readonly string[];
  readonly label: string | null;
  readonly hashMatching: readonly string[];
  readonly responseTime: string | null;
  readonly accountNeeded: boolean | null;
  /** Who learns the reporter's name. */
  readonly reporterExposure: string | null;
  readonly note: string | null;
  readonly source: Source;
}
export interface HashService {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly createCaseUrl: string | null;
  readonly for: string;
  readonly notFor: string | null;
  readonly operator: string;
  readonly howItWorks: readonly string[];
  readonly hashTypes: readonly string[];
  readonly participants: readonly string[];
  readonly participantsNote: string | null;
  readonly limits: readonly string[];
  readonly confusion: string | null;
  /** The same for the screens, in plain words (reading age 12). The fields above are the directory's own and are not drawn. */
  readonly plain: {
    readonly for: string;
    readonly notFor: string | null;
    readonly how: readonly string[];
    readonly limits: readonly string[];
    readonly sites: string | null;
    readonly confusion: string | null;
  };
  readonly source: Source;
}
export interface Helpline {
  readonly id: string;
  /** ISO 3166-1 alpha-2, or "EU", or "INT". */
  readonly country: string;
  readonly name: string;
  readonly url: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly for: string;
  /** The same in plain words, where the directory's own are not. */
  readonly plain?: string;
  /** What "Talk to someone now" sorts by. */
  readonly kind: "emergency" | "crisis" | "abuse" | "image" | "child" | "fraud" | "legal" | "police" | "regulator" | "finder" | "other";
  readonly note: string | null;
  readonly source: Source;
}
/** One kind of letter: a law's notice with its elements and clock, or plain abuse mail that no law gives a form. */
export interface Notice {
  readonly id: string;
  /** Short name on screens. */
  readonly title: string;
  /** What a report that sends it is recorded as. */
  readonly route: NoticeRoute;
  /** null: a letter that stands on no single law. */
  readonly law: string | null;
  readonly jurisdiction: string | null;
  /** Words of the directory on time. */
  readonly deadline: string | null;
  /** Machine-readable only where a clock runs today from the person's own request; else null. */
  readonly clock:
    { readonly hours: number; readonly startsAt: "receipt" } | { readonly months: number; readonly startsAt: "receipt" } | null;
  readonly clockStarts: string | null;
  /** What the law asks for, in plain words; never that an answer is due. null: no clock. */
  readonly asks: string | null;
  readonly inForce: string | null;
  /** Words of the directory. */
  readonly elements: readonly string[];
  readonly covers: string | null;
  readonly doesNotCover: string | null;
  readonly escalation: string | null;
  readonly pitfalls: readonly string[];
  readonly notes: readonly string[];
  /** What `composeNotice` writes from; null: the route is an official form or application of its own. */
  readonly template: NoticeTemplate | null;
  readonly source: Source;
}
export interface Hardening {
  readonly id: string;
  readonly order: number;
  readonly provider: string;
  readonly setting: string;
  /** The same in plain words, where the directory's own are not. */
  readonly plain?: string;
  readonly url: string | null;
  readonly source: Source;
}
export interface WarningSign {
  readonly id: string;
  /** What the sign is, shown to the person. */
  readonly sign: string;
  readonly examples: readonly string[];
  /** Regular-expression sources with walked gaps, flags `iu`, within one sentence: grammar in workflow/sign-pattern.ts. */
  readonly patterns: readonly string[];
  /** cancels: "we never ask for a fee" is no sign. kept: the sign is itself a "do not". */
  readonly negation: "cancels" | "kept";
  readonly severity: "high" | "medium" | "low";
  readonly note: string | null;
  readonly source: Source;
}
