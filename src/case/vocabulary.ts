import type { Instant } from "../lib/time.ts";

/** The closed vocabularies that events are made of. Ids are 32 hex digits made by the app. */
export type Id = string;

/** Case-wide answers, one closed vocabulary. `null` means "skipped": the careful branch stays on. */
export interface Facts {
  /** "Could anyone hurt you over this, or if you act on it?" */
  readonly danger: "yes" | "no" | "unsure";
  /** "Can someone see this phone, or get into your accounts?" */
  readonly watched: "yes" | "no" | "unsure";
  readonly happened: "posted" | "threatened" | "both" | "unsure" | "other";
  readonly role: "me" | "child" | "helping" | "school";
  /** The person in the pictures is under 18 today. */
  readonly minorNow: "yes" | "no";
  /** ISO 3166-1 alpha-2, upper case; "UK" is stored as "GB". */
  readonly country: string;
  /** Somebody is in one of the accounts today. */
  readonly access: "yes" | "no" | "unsure";
  /** Money, more pictures or anything else is being demanded. */
  readonly extortion: "yes" | "no";
  readonly paid: "yes" | "no";
  readonly saferDevice: "yes" | "no";
  readonly police: "yes" | "no" | "later";
  readonly fileHere: "yes" | "no";
  readonly posterKnown: "yes" | "no";
}
export type FactId = keyof Facts;

export type Age = "adult" | "under18" | "unknown";
export type Shows = "intimate" | "underwear" | "no-religious-dress" | "outs-me" | "fake" | "sold" | "filmed-secretly";
/** Where an evidence item, message, note or report belongs. `case` has no id. */
export type SubjectKind =
  "case" | "site" | "link" | "place" | "picture" | "profile" | "account" | "report" | "search" | "message" | "person";
/** `case`, or `<kind>:<id>`; a site's id is its name, a search's id is `<link id>/<engine id>`. */
export type SubjectKey = string;
export type EvidenceRole = "listing" | "content" | "chat" | "profile" | "search" | "answer" | "receipt" | "access" | "other";
export type Seen = "yes" | "no" | "cant-tell";
/** Where a stated time comes from: seen in the picture, the file's own, remembered. */
export type TimeSource = "screen" | "file" | "memory" | "other";
/** Of two files: the same bytes, the same picture (perhaps edited), another one, or nothing that can be compared. */
export type FingerprintVerdict = "same-file" | "same-picture" | "different" | "cant-tell";
export type AnswerKind = "received" | "needs-more" | "removed" | "refused" | "partly" | "silent";
export type ReportKind =
  | "platform-form"
  | "us-take-it-down"
  | "eu-dsa-16"
  | "eu-gdpr-17"
  | "us-dmca-512"
  | "host"
  | "cdn"
  | "registrar"
  | "regulator"
  | "de-index"
  | "reupload-prevention"
  | "impersonation"
  | "preservation"
  | "hotline"
  | "other";
export type AccountCheck = "recorded" | "passphrase" | "second-factor" | "sessions" | "forwarding" | "recovery";
export type RecipientKind = "friend" | "helpline" | "lawyer" | "police";
/** A part of what is stored, as the vault names it, and what is the matter with it. */
export type StoredPart = "segment" | "head" | "chunk" | "keyring" | "draft" | "secret" | "catalogue" | "orphan";
export type DamageKind = "missing" | "altered" | "older" | "unexpected";
export interface FoundDamage {
  readonly what: StoredPart;
  /** From 0. */ readonly number: number;
  readonly why: DamageKind;
}
export interface CheckFound {
  /** Entries that verified. */ readonly entries: number;
  /** Files that verified, to their SHA-256. */ readonly files: number;
  /** Parts that did not. */ readonly damaged: number;
  /** The first of them, at most 200. */ readonly damage: readonly FoundDamage[];
}
export type SiteFact = "asks-for-money" | "run-by-person" | "reupload-asked" | "reupload-answered" | "preservation-asked";
/** What stands in a body where a secret was given: see vault-format.md, "Entry". */
export interface SecretRef {
  readonly id: Id;
  /** SHA-256(0x02 ‖ salt ‖ bytes), 64 hex digits. */
  readonly commitment: string;
}

/** A deadline comes from the notice that was really sent. `null` clock: the law names no time, or an element is missing. */
export interface Deadline {
  readonly dueAt: Instant;
  readonly law: string;
  /** Where the rule was read, with its date. */
  readonly source: string;
  readonly sourceDate: string;
}

/** A log at one moment: its id, how many entries it had, and the RFC 6962 root over them as 64 hex digits. */
export interface LogMark {
  readonly log: Id;
  readonly size: number;
  readonly root: string;
}
