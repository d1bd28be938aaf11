import type { Instant } from "../lib/time.ts";
import type { EvidenceEvent } from "./evidence-events.ts";
import type { KeepingEvent } from "./keeping-events.ts";
import type {
  Id,
  FactId,
  Age,
  Shows,
  SubjectKey,
  AnswerKind,
  ReportKind,
  AccountCheck,
  SiteFact,
  SecretRef,
  Deadline,
  CheckFound,
} from "./vocabulary.ts";

export type { Fingerprint } from "./evidence-events.ts";
export type { SealedFile } from "./keeping-events.ts";
export type * from "./vocabulary.ts";

/**
 * FACTS THAT HAPPENED. Past tense, versioned, never edited: a new shape is a new kind (`….v2`).
 * Bodies hold only what may be disclosed; secrets go to private records and appear here as a commitment.
 * Ids are 32 hex digits made by the app. Texts are kept byte for byte.
 */
export type CaseEvent =
  | KeepingEvent
  | EvidenceEvent
  | { readonly kind: "fact.answered.v1"; readonly body: { readonly fact: FactId; readonly value: string | null } }
  | { readonly kind: "picture.added.v1"; readonly body: { readonly picture: Id; readonly label: string } }
  | { readonly kind: "picture.age-answered.v1"; readonly body: { readonly picture: Id; readonly age: Age } }
  | {
      readonly kind: "picture.described.v1";
      readonly body: { readonly picture: Id; readonly shows: readonly Shows[]; readonly takenByPerson: "yes" | "no" | null };
    }
  | {
      readonly kind: "link.added.v1";
      readonly body: {
        readonly link: Id;
        /** As pasted, byte for byte. */ readonly text: string;
        /** De-duplication key; never shown, and no part of a notice. It says nothing that the text does not. */ readonly key: string;
        /** Lower-case host with port if any, punycode; "" when the text has none. */ readonly host: string;
        /** What links are grouped and batched by: registrable domain, or the host where there is none. */ readonly site: string;
        /** Directory id, only on equality of registrable domain with its list. */ readonly platform: string | null;
        readonly from: "paste" | "typed" | "import";
      };
    }
  | { readonly kind: "link.repeated.v1"; readonly body: { readonly link: Id; readonly text: string } }
  | {
      readonly kind: "link.noted.v1";
      readonly body: {
        readonly link: Id;
        readonly field: "uploader" | "caption" | "posted-at" | "found-at" | "hint";
        readonly value: string;
      };
    }
  | { readonly kind: "link.pictures-set.v1"; readonly body: { readonly link: Id; readonly pictures: readonly Id[] } }
  | {
      readonly kind: "link.checked.v1";
      readonly body: {
        readonly link: Id;
        readonly found: "gone" | "still-there" | "cant-tell";
        readonly by: "person" | "helper" | "hotline";
      };
    }
  | { readonly kind: "link.set-aside.v1"; readonly body: { readonly link: Id; readonly reason: string } }
  | { readonly kind: "link.taken-up.v1"; readonly body: { readonly link: Id } }
  | {
      readonly kind: "search.noted.v1";
      readonly body: { readonly link: Id; readonly engine: string; readonly state: "shown" | "asked" | "out" };
    }
  | {
      readonly kind: "text.kept.v1";
      readonly body: {
        readonly text: Id;
        readonly value: string;
        readonly why: "not-a-link" | "unusable-link" | "account-name" | "note";
        readonly about: SubjectKey;
      };
    }
  | {
      readonly kind: "place.added.v1";
      readonly body: {
        readonly place: Id;
        readonly name: string;
        readonly platform: string | null;
        readonly invite: string;
        readonly admins: string;
        readonly numbers: string;
      };
    }
  /** A group or channel has no address of its own, but it too is done when seen gone twice. */
  | {
      readonly kind: "place.checked.v1";
      readonly body: {
        readonly place: Id;
        readonly found: "gone" | "still-there" | "cant-tell";
        readonly by: "person" | "helper" | "hotline";
      };
    }
  | {
      readonly kind: "profile.added.v1";
      readonly body: {
        readonly profile: Id;
        readonly handle: string;
        readonly text: string;
        readonly site: string;
        readonly platform: string | null;
        readonly note: string;
      };
    }
  | { readonly kind: "profile.checked.v1"; readonly body: { readonly profile: Id; readonly found: "gone" | "still-there" | "cant-tell" } }
  | {
      readonly kind: "site.noted.v1";
      readonly body: { readonly site: string; readonly fact: SiteFact; readonly value: "yes" | "no"; readonly note: string };
    }
  | {
      readonly kind: "report.sent.v1";
      readonly body: {
        readonly report: Id;
        readonly covers: readonly SubjectKey[];
        readonly route: ReportKind;
        readonly site: string;
        readonly platform: string | null;
        /** Directory id of the notice, or null for a form without one. */ readonly notice: string | null;
        /** The text that was really sent. */ readonly text: string;
        readonly missing: readonly string[];
        readonly sentAt: Instant;
        readonly reference: string;
        /** Who learns the person's name, in the words shown. */ readonly exposure: string;
        readonly deadline: Deadline | null;
        /** The report that this one escalates. */ readonly follows: Id | null;
        readonly by: "person" | "helper" | "hotline";
      };
    }
  | {
      readonly kind: "report.answered.v1";
      readonly body: {
        readonly report: Id;
        readonly answer: AnswerKind;
        readonly answeredAt: Instant;
        readonly note: string;
        readonly message: Id | null;
      };
    }
  | {
      readonly kind: "hash.submitted.v1";
      readonly body: {
        readonly service: string;
        readonly pictures: readonly Id[];
        readonly caseNumber: string;
        readonly pin: SecretRef | null;
      };
    }
  | {
      readonly kind: "account.added.v1";
      readonly body: {
        readonly account: Id;
        readonly service: string;
        readonly login: string;
        readonly resets: readonly string[];
        readonly note: string;
      };
    }
  | {
      readonly kind: "account.checked.v1";
      readonly body: {
        readonly account: Id;
        readonly check: AccountCheck;
        readonly result: "done" | "not-possible" | "undone";
        readonly note: string;
      };
    }
  | {
      readonly kind: "person.added.v1";
      readonly body: { readonly person: Id; readonly name: string; readonly relation: string; readonly told: boolean };
    }
  | { readonly kind: "person.told.v1"; readonly body: { readonly person: Id } }
  | { readonly kind: "step.done.v1"; readonly body: { readonly step: string; readonly subject: SubjectKey; readonly note: string } }
  | { readonly kind: "step.skipped.v1"; readonly body: { readonly step: string; readonly subject: SubjectKey; readonly reason: string } }
  | { readonly kind: "step.taken-up.v1"; readonly body: { readonly step: string; readonly subject: SubjectKey } }
  /** Every entry and file was read again and compared with what was saved. */
  | { readonly kind: "record.checked.v1"; readonly body: CheckFound };

export type EventKind = CaseEvent["kind"];

/** One log entry as the vault returns it; `body` is null once erased (only the leaf remains). */
export interface LogEntry {
  readonly seq: number;
  readonly at: Instant;
  /** UTC offset in minutes east, as the device said. */
  readonly offset: number;
  readonly kind: string;
  readonly body: unknown;
}
