import type { Instant } from "../lib/time.ts";
import type { EvidenceRole, FingerprintVerdict, Id, Seen, SubjectKey, TimeSource } from "./vocabulary.ts";

/** What every file's entry says, in each version. */
interface FileBody {
  readonly evidence: Id;
  /** Vault file id. */ readonly file: Id;
  readonly name: string;
  /** SHA-256 of the exact bytes, 64 hex digits. */ readonly sha256: string;
  /** Bytes. */ readonly size: number;
  /** Media type by content, not by name. */ readonly type: string;
  readonly role: EvidenceRole;
  readonly about: readonly SubjectKey[];
  /** Pictures seen in it; empty: none is. */ readonly pictures: readonly Id[];
  /** When it was captured, as the person states it; null: not stated. */ readonly capturedAt: Instant | null;
  readonly capturedBy: "person" | "helper" | "other";
}

/** The file that a copy was made from. The original is never edited: covering and cleaning make a new file that names its source. */
export interface CopySource {
  readonly evidence: Id;
  /** SHA-256 of the exact bytes of the source, which stays when the source is forgotten. */ readonly sha256: string;
  /** `covered`: parts painted over; `stripped`: what the file says about itself taken out; `page` of a document; `still` of a video. */
  readonly how: "covered" | "stripped" | "page" | "still";
  /** Page number or time in the video; "" for a whole picture. */ readonly at: string;
}

/** What a file's content gives when it is fingerprinted; null where there is nothing to compute it from. */
export interface Fingerprint {
  /** MD5 of the exact bytes, 32 hex digits: some services ask for it. */ readonly md5: string | null;
  /** 64 hex digits. */ readonly pdq: string | null;
  /** 0 to 100; below 50 the fingerprint means nothing. */ readonly quality: number | null;
}

/** Files: kept, copied, fingerprinted. Rules as in events.ts. */
export type EvidenceEvent =
  | { readonly kind: "evidence.added.v1"; readonly body: FileBody & { readonly came: "import" | "paste" | "drop" | "share" } }
  | {
      readonly kind: "evidence.added.v2";
      readonly body: FileBody & {
        /** `made`: here, from `source`. */ readonly came: "import" | "paste" | "drop" | "share" | "made";
        /** When the file was last changed, as the device says. */ readonly fileTime: Instant | null;
        /** Where the person has `capturedAt` from. */ readonly capturedFrom: TimeSource | null;
        /** The name's ending says something else than the content. */ readonly misnamed: boolean;
        readonly source: CopySource | null;
      };
    }
  | {
      readonly kind: "evidence.questioned.v1";
      readonly body: { readonly evidence: Id; readonly address: Seen; readonly date: Seen; readonly uploader: Seen };
    }
  /** The same file came in again, about something else: it is kept once, and belongs to that as well. */
  | {
      readonly kind: "evidence.about-added.v1";
      readonly body: { readonly evidence: Id; readonly about: readonly SubjectKey[]; /** Seen in it. */ readonly pictures: readonly Id[] };
    }
  | { readonly kind: "evidence.original-forgotten.v1"; readonly body: { readonly evidence: Id; readonly reason: string } }
  | { readonly kind: "evidence.fingerprinted.v1"; readonly body: { readonly evidence: Id } & Fingerprint }
  /** Of a file that was read once and never stored. */
  | {
      readonly kind: "fingerprint.made.v1";
      readonly body: {
        readonly fingerprint: Id;
        readonly picture: Id;
        readonly sha256: string;
        readonly size: number;
        readonly type: string;
      } & Fingerprint;
    }
  /** Another file was held against it; that file was not stored either. */
  | {
      readonly kind: "fingerprint.compared.v1";
      readonly body: {
        readonly fingerprint: Id;
        readonly about: SubjectKey;
        readonly sha256: string;
        readonly pdq: string | null;
        readonly quality: number | null;
        /** Bits that differ, 0 to 256; null: nothing to compare. */ readonly distance: number | null;
        readonly verdict: FingerprintVerdict;
      };
    }
  | {
      readonly kind: "message.added.v1";
      readonly body: {
        readonly message: Id;
        readonly channel: "whatsapp" | "email" | "chat" | "sms" | "other";
        readonly from: string;
        /** Vault file holding the exact bytes, or null for a short typed text. */ readonly file: Id | null;
        readonly name: string;
        readonly sha256: string | null;
        readonly size: number;
        /** Start of the text, at most 2,000 characters. */ readonly text: string;
        readonly count: number;
        /** Directory ids of warning signs that were found. */ readonly signs: readonly string[];
        readonly attachmentsDropped: number;
        readonly about: readonly SubjectKey[];
      };
    }
  /** The text as it may be handed over, with passages painted over by blocks that do not tell their length. */
  | {
      readonly kind: "message.covered.v1";
      readonly body: {
        readonly message: Id;
        readonly text: string;
        /** SHA-256 of the text that was covered. */ readonly original: string;
      };
    };
