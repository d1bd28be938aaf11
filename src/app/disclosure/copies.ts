import type { Id } from "../../case/events.ts";
import type { CopyOutcome, DisclosedFile, FileToCopy } from "../../export/types.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { Going } from "./going.ts";

/** What each evidence file goes as, by the file's id in the vault; a file that is not in it goes as it is. */
export type Copies = ReadonlyMap<Id, CopyOutcome>;

/** What a reader needs to know of one file before it is sealed. `plain`: nothing hides in it, or that was asked for. */
export interface FileWord {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly goes: "copy" | "exact" | "plain";
  /** Why, where a copy was asked for and there is none. */ readonly why: Extract<CopyOutcome, { how: "exact" }>["why"] | null;
}

/** Files of this disclosure that a copy is made of, unless the person wants the exact ones. */
export const filesToCopy = ({ evidence }: Going): readonly FileToCopy[] =>
  evidence.map(({ item: { file, type, size } }) => ({ file, type, size }));

/** The copy that goes instead of this file; undefined: the file itself goes. */
export const copyFor = (copies: Copies, file: Id): { readonly sha256: string; readonly size: number } | undefined => {
  const outcome = copies.get(file);
  return outcome?.how === "stripped" ? { sha256: outcome.sha256, size: outcome.size } : undefined;
};

/** A line of `data/custody.jsonl` for each copy: its digest, and that of the original. It stands there whatever was ticked, since without it nobody says where the copy comes from. */
export const copyRows = ({ evidence }: Going, copies: Copies): readonly JsonObject[] =>
  evidence.flatMap(({ item, path }) => {
    const copy = copyFor(copies, item.file);
    return copy === undefined ? [] : [{ record: "copy", path, ...copy, of: item.sha256, how: "stripped" }];
  });

/** One row for each file, as the preview lists them. */
export const fileWords = (files: readonly DisclosedFile[], copies: Copies): readonly FileWord[] =>
  files.map(({ file, name, size, type, copy }) => {
    const outcome = copies.get(file);
    const isText = type === "text/plain";
    const why = outcome?.how === "exact" && !isText ? outcome.why : null;
    return { name, size: copy?.size ?? size, type, goes: copy !== undefined ? "copy" : isText ? "plain" : "exact", why };
  });
