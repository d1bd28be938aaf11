import type { Json, JsonObject } from "../../lib/json.ts";
import { parseInstant } from "../../lib/time.ts";
import { parseCopy, type CopyLine } from "./copies.ts";
import { asObject, parseObject } from "./json.ts";

/** What happened to one file, at most: more lines than any case gives one. */
const maxHistory = 10_000;

const isLine = (value: Json): boolean => {
  const line = asObject(value);
  const at = line?.["at"];
  return line !== undefined && typeof at === "string" && parseInstant(at) !== undefined && typeof line["what"] === "string";
};

/** Bundles made before histories were written have none. */
const hasHistory = ({ history }: JsonObject): boolean =>
  history === undefined || (Array.isArray(history) && history.length <= maxHistory && history.every(isLine));

/** A line of `data/custody.jsonl`: `copy` for one that says a file is no original. undefined: no such line. */
export const parseCustody = (text: string): { readonly row: JsonObject; readonly copy: CopyLine | undefined } | undefined => {
  const row = parseObject(text);
  if (row === undefined) return undefined;
  if (row["record"] !== "copy") return hasHistory(row) ? { row, copy: undefined } : undefined;
  const copy = parseCopy(row);
  return copy && { row, copy };
};
