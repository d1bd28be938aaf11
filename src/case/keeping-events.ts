import type { Id, LogMark, RecipientKind } from "./vocabulary.ts";

/** What every entry of a sealed copy says, in each version. */
interface BundleBody {
  readonly bundle: Id;
  readonly recipient: RecipientKind;
  readonly label: string;
  readonly entries: number;
  readonly continuity: boolean;
  /** Links, groups, fake profiles, or texts that may name them, went along. */ readonly holdsLinks: boolean;
  readonly sealDigest: string;
}

/** A file that went along. */
export interface SealedFile {
  /** Of an item, or of a message whose file went. */ readonly item: Id;
  /** SHA-256 of the copy without hidden details that went instead of it; null: the exact file went. */ readonly copy: string | null;
}

interface BackupBody {
  readonly backup: Id;
  /** Of the case, when it was copied. */ readonly entries: number;
  readonly files: number;
  /** Files that the age rules kept out of it. */ readonly leftOut: number;
}

/** What happens to the record itself: begun, copied, handed over, closed. Rules as in events.ts. */
export type KeepingEvent =
  | { readonly kind: "case.opened.v1"; readonly body: { readonly parent: null } }
  /** A case that was restored from a backup: a log of its own, which begins where the backup's ended. */
  | { readonly kind: "case.opened.v2"; readonly body: { readonly parent: LogMark } }
  /** Another copy of this case, which had gone on by itself, was brought in. What it held stands before this entry. */
  | {
      readonly kind: "case.merged.v1";
      readonly body: {
        readonly parent: LogMark;
        /** How many entries of it were not here. */ readonly entries: number;
        /** How many of our own were in no backup. */ readonly unsaved: number;
      };
    }
  /** It does not say whether it was made for somebody else. */
  | { readonly kind: "case.backed-up.v1"; readonly body: BackupBody }
  | {
      readonly kind: "case.backed-up.v2";
      /** `reader`: whose key opens it; null: six words, for oneself. */
      readonly body: BackupBody & { readonly reader: RecipientKind | null };
    }
  | { readonly kind: "case.closed.v1"; readonly body: { readonly kept: string } }
  | { readonly kind: "case.reopened.v1"; readonly body: Record<string, never> }
  /** It names items and whole mails, and neither which went as copies nor the files of chats. */
  | { readonly kind: "bundle.sealed.v1"; readonly body: BundleBody & { readonly evidence: readonly Id[] } }
  | { readonly kind: "bundle.sealed.v2"; readonly body: BundleBody & { readonly files: readonly SealedFile[] } };
