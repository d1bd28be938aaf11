import type { AppDeps } from "./ports.ts";
import { createQueue } from "./queue.ts";

/** Milliseconds of quiet before a draft is written. */
export const DRAFT_DELAY_MS = 600;

export interface Drafts {
  readonly load: (caseId: string) => Promise<void>;
  readonly get: (field: string) => string;
  readonly keep: (field: string, text: string) => void;
  readonly flush: () => Promise<void>;
}

/**
 * What is typed and not saved. Kept in memory at once, encrypted on disk after a pause, restored when the case is loaded.
 * A draft that cannot be written stays in memory and is tried again with the next change: losing one is no reason to interrupt.
 */
export const createDrafts = (deps: Pick<AppDeps, "vault" | "later">): Drafts => {
  let caseId: string | undefined;
  let texts: Readonly<Record<string, string>> = {};
  let pending: ReadonlySet<string> = new Set();
  let cancel: (() => void) | undefined;

  const inTurn = createQueue();
  /** A field stays pending until just what it now holds is written. */
  const write = async (): Promise<void> => {
    const id = caseId;
    if (id === undefined || pending.size === 0) return;
    const vault = await deps.vault();
    for (const field of pending) {
      const text = texts[field] ?? "";
      const saved = await vault.saveDraft(id, field, text);
      if (saved.ok && caseId === id && (texts[field] ?? "") === text) pending = new Set([...pending].filter((other) => other !== field));
    }
  };

  /** Resolves when nothing is pending, also when a write was already under way: locking waits for it. */
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    return inTurn(write);
  };

  return {
    load: async (id) => {
      // Of the case that is left, or of this one when it is only read again.
      await flush().catch(() => undefined);
      const loaded = await (await deps.vault()).loadDrafts(id);
      // What could not be written, or was typed while this was read, stands over what lies there.
      const unsaved = caseId === id ? pending : new Set<string>();
      const there = loaded.ok ? loaded.value : caseId === id ? texts : {};
      texts = { ...there, ...Object.fromEntries([...unsaved].map((field) => [field, texts[field] ?? ""])) };
      caseId = id;
      pending = unsaved;
    },
    get: (field) => texts[field] ?? "",
    keep: (field, text) => {
      if ((texts[field] ?? "") === text) return;
      texts = { ...texts, [field]: text };
      pending = new Set([...pending, field]);
      cancel?.();
      cancel = deps.later(DRAFT_DELAY_MS, () => void flush());
    },
    flush,
  };
};
