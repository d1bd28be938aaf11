import type { JsonObject } from "../../lib/json.ts";
import { isPathAllowed } from "./names.ts";

/** A line of `data/custody.jsonl` that says: this file is no original. */
export interface CopyLine {
  /** Where it lies, and the SHA-256 that it has. */ readonly path: string;
  readonly sha256: string;
  /** SHA-256 of what it was made from, which a disclosed entry names. */ readonly of: string;
}

const isDigest = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/u.test(value);
const members: ReadonlySet<string> = new Set(["record", "path", "sha256", "size", "of", "how"]);

export const copyLine = (line: CopyLine & { readonly size: number }): JsonObject => ({ record: "copy", ...line, how: "stripped" });

/** A row that says it is a copy, and has all that such a row has and nothing else; undefined: it has not. */
export const parseCopy = (row: JsonObject): CopyLine | undefined => {
  const { path, sha256, of, how, size } = row;
  const isWhole = Object.keys(row).length === members.size && Object.keys(row).every((name) => members.has(name));
  const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
  if (!isWhole || typeof path !== "string" || !isPathAllowed(path) || !isDigest(sha256) || !isDigest(of) || how !== "stripped" || !isSize)
    return undefined;
  return { path, sha256, of };
};
