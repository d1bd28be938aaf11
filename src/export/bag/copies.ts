import type { JsonObject } from "../../lib/json.ts";
import { isPathAllowed } from "./names.ts";
import { parseObject } from "./json.ts";

/** A line of `data/custody.jsonl` that says: this file is no original. */
export interface CopyLine {
  /** Where it lies, and the SHA-256 that it has. */ readonly path: string;
  readonly sha256: string;
  /** SHA-256 of what it was made from, which a disclosed entry names. */ readonly of: string;
}

const isDigest = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/u.test(value);
const members: ReadonlySet<string> = new Set(["record", "path", "sha256", "size", "of", "how"]);

export const copyLine = (line: CopyLine & { readonly size: number }): JsonObject => ({ record: "copy", ...line, how: "stripped" });

/** A line of custody: any object, and of a copy its shape. `copy` is undefined for the others; undefined: no such line. */
export const parseCustody = (text: string): { readonly copy: CopyLine | undefined } | undefined => {
  const line = parseObject(text);
  if (line === undefined) return undefined;
  if (line["record"] !== "copy") return { copy: undefined };
  const { path, sha256, of, how, size } = line;
  const isWhole = Object.keys(line).length === members.size && Object.keys(line).every((name) => members.has(name));
  const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
  if (!isWhole || typeof path !== "string" || !isPathAllowed(path) || !isDigest(sha256) || !isDigest(of) || how !== "stripped" || !isSize)
    return undefined;
  return { copy: { path, sha256, of } };
};
