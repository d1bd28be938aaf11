import type { Outcome, Progress, StoredFile } from "./types.ts";

/** Why something that was shared was not kept. `lost`: it was, and what lies there does not say any more what it was. */
export type NotKept = "too-large" | "wrong-kind" | "too-many" | "no-room" | "cut" | "lost";

/** Something that came through the share sheet and waits to be filed. */
export interface SharedItem {
  readonly item: string;
  /** What came together has the same one. */ readonly share: string;
  /** Milliseconds by the device's clock. */ readonly at: number;
  readonly name: string;
  /** As the app that shared it says; not looked at. */ readonly type: string;
  /** It came as words or a link, not as a file. */ readonly words: boolean;
  readonly size: number;
  /** null: it is here. */ readonly notKept: NotKept | null;
}
export interface InboxState {
  /** Whether this vault gets what is shared. */ readonly isOn: boolean;
  readonly items: readonly SharedItem[];
}

/** What the page may ask about what was shared; part of `Vault`. */
export interface InboxOfVault {
  /** What waits. Takes in what has come since, and removes what a killed share left. */
  readonly inbox: () => Outcome<InboxState>;
  /** On: this vault alone gets what is shared from now on, under a new key; another one of this browser that had it gets nothing more. */
  readonly switchInbox: (isOn: boolean) => Outcome<InboxState>;
  /** A shared text or mail up to 4 MiB. */
  readonly readShared: (item: string) => Outcome<ArrayBuffer>;
  /** As `importFile`; the item stays until it is dropped. */
  readonly importShared: (caseId: string, item: string, onProgress?: (p: Progress) => void) => Outcome<StoredFile>;
  readonly dropShared: (items: readonly string[]) => Outcome<InboxState>;
}
