import type { Id, LogMark } from "./vocabulary.ts";

/** What happens to the record itself: begun, copied, closed. Rules as in events.ts. */
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
  | {
      readonly kind: "case.backed-up.v1";
      readonly body: {
        readonly backup: Id;
        /** Of the case, when it was copied. */ readonly entries: number;
        readonly files: number;
        /** Files that the age rules kept out of it. */ readonly leftOut: number;
      };
    }
  | { readonly kind: "case.closed.v1"; readonly body: { readonly kept: string } }
  | { readonly kind: "case.reopened.v1"; readonly body: Record<string, never> };
