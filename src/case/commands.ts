import type { Instant } from "../lib/time.ts";
import type { CaseEvent, EventKind } from "./events.ts";

type Body<K extends EventKind> = Extract<CaseEvent, { kind: K }>["body"];

/** One line of a paste after understanding, in its order. `evidence/links.ts` makes these; ids by the app. */
export type PastedLine =
  | { readonly as: "link"; readonly body: Omit<Body<"link.added.v1">, "from"> }
  | { readonly as: "text"; readonly body: Omit<Body<"text.kept.v1">, "about"> };

/**
 * What a person asks for. `decide` may refuse; nothing else may.
 * Shapes equal the event's body where nothing has to be worked out.
 */
export type Command =
  | { readonly do: "open-case" }
  | { readonly do: "close-case"; readonly kept: string }
  | { readonly do: "reopen-case" }
  | ({ readonly do: "record-backup" } & Body<"case.backed-up.v2">)
  | ({ readonly do: "answer-fact" } & Body<"fact.answered.v1">)
  | ({ readonly do: "add-picture" } & Body<"picture.added.v1">)
  | ({ readonly do: "answer-age" } & Body<"picture.age-answered.v1">)
  | ({ readonly do: "describe-picture" } & Body<"picture.described.v1">)
  /** Duplicates (same key, also within the paste) become `link.repeated.v1`. */
  | {
      readonly do: "paste";
      readonly lines: readonly PastedLine[];
      readonly from: "paste" | "typed" | "import";
      readonly pictures: readonly string[];
    }
  | ({ readonly do: "note-link" } & Body<"link.noted.v1">)
  | ({ readonly do: "set-link-pictures" } & Body<"link.pictures-set.v1">)
  | ({ readonly do: "check-link" } & Body<"link.checked.v1">)
  | ({ readonly do: "set-link-aside" } & Body<"link.set-aside.v1">)
  | ({ readonly do: "take-link-up" } & Body<"link.taken-up.v1">)
  | ({ readonly do: "note-search" } & Body<"search.noted.v1">)
  | ({ readonly do: "keep-text" } & Body<"text.kept.v1">)
  | ({ readonly do: "add-place" } & Body<"place.added.v1">)
  | ({ readonly do: "check-place" } & Body<"place.checked.v1">)
  | ({ readonly do: "add-profile" } & Body<"profile.added.v1">)
  | ({ readonly do: "check-profile" } & Body<"profile.checked.v1">)
  | ({ readonly do: "note-site" } & Body<"site.noted.v1">)
  /** Refused with `media-under-18` or `media-age-unknown`, before a byte is written. Same digest: `evidence-already-there`. */
  | ({ readonly do: "add-evidence" } & Body<"evidence.added.v2">)
  | ({ readonly do: "question-evidence" } & Body<"evidence.questioned.v1">)
  /** Refused like the file itself would be; `nothing-to-add` when it belongs to all of that already. */
  | ({ readonly do: "add-evidence-about" } & Body<"evidence.about-added.v1">)
  | ({ readonly do: "forget-original" } & Body<"evidence.original-forgotten.v1">)
  /** The next three: refused like media. */
  | ({ readonly do: "fingerprint-evidence" } & Body<"evidence.fingerprinted.v1">)
  | ({ readonly do: "make-fingerprint" } & Body<"fingerprint.made.v1">)
  | ({ readonly do: "compare-fingerprint" } & Body<"fingerprint.compared.v1">)
  /** An e-mail's file is refused like media unless it is its text (`….txt`), attachments dropped. */
  | ({ readonly do: "add-message" } & Body<"message.added.v1">)
  | ({ readonly do: "cover-message" } & Body<"message.covered.v1">)
  | ({ readonly do: "send-report" } & Body<"report.sent.v1">)
  | ({ readonly do: "answer-report" } & Body<"report.answered.v1">)
  | {
      readonly do: "keep-hash-case";
      readonly service: string;
      readonly pictures: readonly string[];
      readonly caseNumber: string;
      readonly pin: { readonly id: string; readonly text: string } | null;
    }
  | ({ readonly do: "add-account" } & Body<"account.added.v1">)
  | ({ readonly do: "check-account" } & Body<"account.checked.v1">)
  | ({ readonly do: "add-person" } & Body<"person.added.v1">)
  | ({ readonly do: "tell-person" } & Body<"person.told.v1">)
  | ({ readonly do: "do-step" } & Body<"step.done.v1">)
  | ({ readonly do: "skip-step" } & Body<"step.skipped.v1">)
  | ({ readonly do: "take-step-up" } & Body<"step.taken-up.v1">)
  /** Also of a closed case: keeping goes on. */
  | ({ readonly do: "record-check" } & Body<"record.checked.v1">)
  /** Refused with `bundle-media-under-18` when an item may not leave, `bundle-links-under-18` for a recipient who may not have links. */
  | ({ readonly do: "record-bundle" } & Body<"bundle.sealed.v2">);

/** A secret given with an event: the vault keeps it apart and puts its commitment into `body[field]`. */
export interface SecretDraft {
  readonly field: string;
  readonly id: string;
  readonly text: string;
}
/** What `decide` hands to the vault. */
export interface EventDraft {
  readonly kind: EventKind;
  readonly body: CaseEvent["body"];
  readonly secrets: readonly SecretDraft[];
}

/** Why `decide` said no. Every code has a sentence in every language, by type. */
export interface Refusal {
  readonly code:
    | "case-not-open"
    | "case-closed"
    | "case-newer"
    | "already-open"
    | "bad-value"
    | "too-long"
    | "unknown-subject"
    | "already-there"
    | "evidence-already-there"
    | "nothing-to-add"
    | "media-under-18"
    | "media-age-unknown"
    | "stopncii-under-18"
    | "dmca-under-18"
    | "dmca-not-your-picture"
    | "bundle-media-under-18"
    | "bundle-links-under-18"
    | "stopncii-age-unknown"
    | "dmca-age-unknown"
    | "report-covers-nothing"
    | "sent-in-the-future"
    | "deadline-needs-all-elements"
    | "reason-missing";
}

export interface DecideContext {
  readonly now: Instant;
}
