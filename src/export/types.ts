import type { RecipientKind } from "../case/events.ts";
import type { JsonObject } from "../lib/json.ts";

/** The report as words only; `export` lays it out and knows no case vocabulary. Every text is already in the reader's language. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  /** Label and value; empty values are left out by the caller. */
  readonly cover: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly ReportSection[];
  readonly footer: string;
}
export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly (
    | { readonly as: "text"; readonly text: string }
    | { readonly as: "rows"; readonly rows: readonly (readonly [label: string, value: string])[] }
    | { readonly as: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  )[];
}

/** Exactly what leaves: the preview on the screen and the sealed bag are made from this one value. */
export interface Disclosure {
  readonly recipient: RecipientKind;
  /** Label the person chose, e.g. "my lawyer"; goes into the trusted comment. */ readonly label: string;
  /** Opt-in; lawyer and police only. */ readonly continuity: boolean;
  /** ISO date for the neutral file name. */ readonly date: string;
  readonly language: string;
  readonly caseJson: JsonObject;
  readonly report: ReportDocument;
  /** Sequence numbers of the disclosed entries, ascending. */ readonly entries: readonly number[];
  readonly evidence: readonly DisclosedFile[];
  readonly notices: readonly { readonly name: string; readonly text: string }[];
  readonly custody: readonly JsonObject[];
  /** Text of HOW-TO-CHECK.txt in the reader's language. */ readonly howToCheck: string;
}
export interface DisclosedFile {
  /** Vault file id. */ readonly file: string;
  /** Name inside `data/evidence/`, e.g. `001-listing-page.png`; checked against the name rules. */ readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  /** The disclosed entry that names it. */ readonly seq: number;
  /** Instead of the file a copy without what it says about itself goes: its digest and size as previewed. */
  readonly copy?: { readonly sha256: string; readonly size: number };
}

/** Why a file goes as it is, though a copy was asked for. */
export type CopyReason = "strip-kind" | "strip-animated" | "strip-broken" | "strip-unknown" | "strip-too-large" | "strip-left";
export type CopyOutcome =
  { readonly how: "stripped"; readonly sha256: string; readonly size: number } | { readonly how: "exact"; readonly why: CopyReason };
export interface FileToCopy {
  /** Vault file id. */ readonly file: string;
  readonly type: string;
  readonly size: number;
}

export interface Sealed {
  /** Ciphertext: may be a Blob of any size. */ readonly file: Blob;
  /** e.g. `2026-11-22-documents.age`. */ readonly name: string;
  readonly words: readonly string[];
  readonly bundleId: string;
  /** SHA-256 of tagmanifest-sha256.txt, 64 hex digits. */ readonly sealDigest: string;
  /** The same as 12 words of the passphrase list. */ readonly sealCode: readonly string[];
  readonly checks: readonly CheckResult[];
}

/** Names of the checks, in the order in which they run; all run, all report. */
export type CheckName =
  | "container-opens"
  | "format-known"
  | "names-allowed"
  | "files-present"
  | "files-listed"
  | "digests-match"
  | "seal-valid"
  | "key-known"
  | "evidence-disclosed"
  | "entries-prove"
  | "extends-earlier";
export interface CheckResult {
  readonly check: CheckName;
  /** not-applicable: e.g. no continuity in this bundle. first-time: nothing to compare with. */
  readonly outcome: "pass" | "fail" | "not-applicable" | "first-time";
  /** Paths or sequence numbers it touches, the first 100. */ readonly items: readonly string[];
  /** How many more there are. */ readonly more?: number;
}

export interface ExportError {
  readonly code:
    | "bundle-wrong-words"
    | "bundle-cut-off"
    | "bundle-altered"
    | "not-a-bundle"
    | "bundle-work-too-high"
    | "bundle-too-many-entries"
    | "bundle-bad-name"
    | "bundle-compressed"
    | "bundle-size-lies"
    | "bundle-format-unknown"
    | "bundle-malformed"
    | "bundle-needs-key"
    | "bundle-armored"
    | "bundle-unsupported-recipient"
    | "backup-bad-address"
    | "backup-bad-key"
    | "backup-needs-key"
    | "backup-wrong-key"
    | "seal-self-check-failed"
    | "seal-name-not-allowed"
    | "seal-source-damaged"
    | "seal-too-large"
    | "bundle-is-backup"
    | "backup-is-bundle"
    | "backup-not-one"
    | "backup-cut-off"
    | "backup-altered"
    | "backup-malformed"
    | "backup-format-unknown"
    | "backup-entry-changed"
    | "backup-file-changed"
    | "backup-too-large"
    | "backup-source-damaged"
    | "backup-source-moved"
    | "backup-self-check-failed"
    | "backup-not-saved"
    | "backup-name-taken"
    | "stopped";
  /** Path inside the bundle; never case data. */ readonly where?: string;
}

/** An opened bundle; stays in the worker, pieces are asked for one by one. */
export interface OpenedBundle {
  readonly bundleId: string;
  readonly sealedAt: string;
  readonly label: string;
  readonly keyFingerprint: string;
  readonly sealCode: readonly string[];
  readonly checks: readonly CheckResult[];
  /** Parsed `data/case.json`, checked against its schema; null when it did not check. */ readonly caseJson: JsonObject | null;
  readonly timeline: readonly { readonly n: number; readonly entry: JsonObject }[];
  readonly files: readonly { readonly path: string; readonly size: number; readonly type: string }[];
  /** Files that are copies without hidden details, and the SHA-256 of their originals, which disclosed entries name. */
  readonly copies: readonly { readonly path: string; readonly of: string }[];
  /** Rows of `data/custody.jsonl` about files that are there, with digests that were compared, then checks and copies. */
  readonly custody: readonly JsonObject[];
}

type Outcome<T> = Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ExportError }>;

/** What the page may ask; implemented in the worker. */
export interface Exporter {
  readonly seal: (
    caseId: string,
    disclosure: Disclosure,
    onProgress?: (p: { readonly done: number; readonly total: number }) => void,
  ) => Outcome<Sealed>;
  /** What each of these files would go as, in the same order; nothing is sealed. */
  readonly copies: (caseId: string, files: readonly FileToCopy[]) => Outcome<readonly CopyOutcome[]>;
  readonly open: (
    file: Blob,
    words: string,
    onProgress?: (p: { readonly done: number; readonly total: number }) => void,
  ) => Outcome<OpenedBundle>;
  /** One file of the bundle that is open, by its path; at most 64 MiB. */
  readonly readOpened: (path: string) => Outcome<ArrayBuffer>;
  /** One piece of it, whatever its length: 1 MiB from `index` on (from 0), the last one shorter. */
  readonly readOpenedPiece: (path: string, index: number) => Outcome<ArrayBuffer>;
  /** Forgets the opened bundle. */
  readonly closeOpened: () => Promise<void>;
  /** A report alone as a PDF, not locked. `banner`: the sentence that says so, printed on top of every page. */
  readonly plainReport: (document: Pick<Disclosure, "report" | "date">, banner: string) => Outcome<Blob>;
  /** Ends a `seal` or `open` that is under way; it answers `stopped`. */
  readonly stop: () => Promise<void>;
}
