import type { Instant } from "../lib/time.ts";
import type {
  AccountCheck,
  Age,
  AnswerKind,
  CaseEvent,
  Deadline,
  EvidenceRole,
  FactId,
  Facts,
  Fingerprint,
  Id,
  RecipientKind,
  ReportKind,
  SecretRef,
  Seen,
  Shows,
  SiteFact,
  SubjectKey,
} from "./events.ts";

type Body<K extends CaseEvent["kind"]> = Extract<CaseEvent, { kind: K }>["body"];
/** Every entity knows the entry that made it. `seq` orders; `at` and `offset` are what the device's clock said. */
export interface Origin {
  readonly seq: number;
  readonly at: Instant;
  /** From UTC, in minutes east: times are shown as they stood on the device's clock that day. */ readonly offset: number;
}

export interface Picture extends Origin {
  readonly id: Id;
  readonly label: string;
  /** Unanswered counts as under 18 until answered. */
  readonly age: Age | "unanswered";
  readonly shows: readonly Shows[];
  readonly takenByPerson: "yes" | "no" | null;
  readonly described: boolean;
}
export interface LinkCheck extends Origin {
  readonly found: "gone" | "still-there" | "cant-tell";
  readonly by: "person" | "helper" | "hotline";
}
export interface Link extends Origin {
  readonly id: Id;
  readonly text: string;
  readonly key: string;
  readonly host: string;
  readonly site: string;
  readonly platform: string | null;
  /** Other spellings of the same address, byte for byte. */
  readonly repeats: readonly string[];
  readonly notes: Readonly<Partial<Record<"uploader" | "caption" | "posted-at" | "found-at" | "hint", string>>>;
  readonly pictures: readonly Id[];
  readonly evidence: readonly Id[];
  readonly reports: readonly Id[];
  readonly checks: readonly LinkCheck[];
  /** engine id → state with its origin. */
  readonly search: Readonly<Record<string, Origin & { readonly state: "shown" | "asked" | "out" }>>;
  readonly setAside: string | null;
}
export interface Place extends Origin, Omit<Body<"place.added.v1">, "place"> {
  readonly id: Id;
  readonly evidence: readonly Id[];
  readonly reports: readonly Id[];
  readonly checks: readonly LinkCheck[];
}
export interface Profile extends Origin, Omit<Body<"profile.added.v1">, "profile"> {
  readonly id: Id;
  readonly evidence: readonly Id[];
  readonly reports: readonly Id[];
  readonly checks: readonly (Origin & { readonly found: "gone" | "still-there" | "cant-tell" })[];
}
export interface Evidence extends Origin, Omit<Body<"evidence.added.v2">, "evidence"> {
  readonly id: Id;
  readonly role: EvidenceRole;
  readonly questions: { readonly address: Seen; readonly date: Seen; readonly uploader: Seen } | null;
  /** The original's key was forgotten; its digest stays. */
  readonly forgotten: boolean;
  readonly fingerprint: Fingerprint | null;
}
/** Of a file that is not kept here. */
export interface KeptFingerprint extends Origin, Omit<Body<"fingerprint.made.v1">, "fingerprint"> {
  readonly id: Id;
}
export interface Comparison extends Origin, Body<"fingerprint.compared.v1"> {}
export interface Message extends Origin, Omit<Body<"message.added.v1">, "message"> {
  readonly id: Id;
  /** What may be handed over in place of the text; null: nothing was covered. */
  readonly covered: Omit<Body<"message.covered.v1">, "message"> | null;
}
export interface Answer extends Origin {
  readonly answer: AnswerKind;
  readonly answeredAt: Instant;
  readonly note: string;
  readonly message: Id | null;
}
export interface Report extends Origin, Omit<Body<"report.sent.v1">, "report"> {
  readonly id: Id;
  readonly route: ReportKind;
  readonly deadline: Deadline | null;
  readonly answers: readonly Answer[];
}
export interface Account extends Origin, Omit<Body<"account.added.v1">, "account"> {
  readonly id: Id;
  readonly checks: Readonly<Partial<Record<AccountCheck, Origin & { readonly result: "done" | "not-possible"; readonly note: string }>>>;
}
export interface Person extends Origin, Omit<Body<"person.added.v1">, "person"> {
  readonly id: Id;
}
export interface KeptText extends Origin {
  readonly id: Id;
  readonly value: string;
  readonly why: "not-a-link" | "unusable-link" | "account-name" | "note";
  readonly about: SubjectKey;
}
export interface Site {
  readonly name: string;
  readonly platform: string | null;
  /** In the order they were added. */
  readonly links: readonly Id[];
  /** Evidence about the site or about one of its links. */
  readonly evidence: readonly Id[];
  readonly facts: Readonly<Partial<Record<SiteFact, "yes" | "no">>>;
}
export interface StepMark extends Origin {
  readonly mark: "done" | "skipped";
  /** Reason of the skip, or note. */
  readonly note: string;
  /** What stood there before: it counts for what it was about, and again alone when this one is taken back. */
  readonly before: StepMark | null;
}
export interface HashCase extends Origin {
  readonly service: string;
  readonly pictures: readonly Id[];
  readonly caseNumber: string;
  readonly pin: SecretRef | null;
}
export interface SealedBundle extends Origin, Omit<Body<"bundle.sealed.v2">, "bundle" | "files"> {
  readonly id: Id;
  /** `copy` as the entry says; undefined: an older entry, which does not say what went. */
  readonly files: readonly { readonly item: Id; readonly copy: string | null | undefined }[];
  readonly recipient: RecipientKind;
}
export interface RecordCheck extends Origin, Body<"record.checked.v1"> {}

export interface Backup extends Origin, Omit<Body<"case.backed-up.v2">, "backup" | "reader"> {
  readonly id: Id;
  /** As the entry says; undefined: an older entry, which does not say whose key opens it. */ readonly reader:
    RecipientKind | null | undefined;
}

/** The folded case. Maps keep the order of addition. Never mutated once returned by `fold`. */
export interface CaseState {
  /** Entries folded so far = the next expected seq. */
  readonly size: number;
  readonly openedAt: Instant | null;
  readonly closed: boolean;
  /** Asked and answered; `null` = asked and skipped; absent = not asked yet. */
  readonly facts: { readonly [F in FactId]?: Facts[F] | null };
  readonly pictures: ReadonlyMap<Id, Picture>;
  readonly links: ReadonlyMap<Id, Link>;
  /** De-duplication key → link. */
  readonly linkByKey: ReadonlyMap<string, Id>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly places: ReadonlyMap<Id, Place>;
  readonly profiles: ReadonlyMap<Id, Profile>;
  readonly evidence: ReadonlyMap<Id, Evidence>;
  readonly fingerprints: ReadonlyMap<Id, KeptFingerprint>;
  readonly comparisons: readonly Comparison[];
  readonly messages: ReadonlyMap<Id, Message>;
  readonly reports: ReadonlyMap<Id, Report>;
  readonly accounts: ReadonlyMap<Id, Account>;
  readonly people: ReadonlyMap<Id, Person>;
  readonly texts: ReadonlyMap<Id, KeptText>;
  readonly hashCases: readonly HashCase[];
  readonly bundles: readonly SealedBundle[];
  readonly backups: readonly Backup[];
  /** Entries that would be lost with this device today: those that came after the last backup. */
  readonly unsaved: number;
  /** When all that is stored was read again, and what was found, in order. */
  readonly checks: readonly RecordCheck[];
  /** `<step>|<subject key>` → mark. */
  readonly steps: ReadonlyMap<string, StepMark>;
  /** Entries of a newer version, and damaged ones: counted, shown, never skipped silently. */
  readonly unread: { readonly newer: number; readonly damaged: number; readonly erased: number };
}
