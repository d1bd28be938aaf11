import type { Json, JsonObject } from "../../lib/json.ts";
import { parseInstant } from "../../lib/time.ts";
import { parseCopy, type CopyLine } from "./copies.ts";
import { Refusal } from "../refusal.ts";
import { asObject, parseObject } from "./json.ts";

/** What happened to one file, at most: more lines than any case gives one. */
const maxHistory = 10_000;
/** What happened to all files together, at most. The app leaves out what is said of all files above half of that (src/app/custody/history.ts). */
export const maxHistories = 100_000;

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

/** Throws a Refusal for more lines about what happened than any bundle has: each is a line of a table. */
export const refuseTooMuchHistory = (rows: readonly { readonly row: JsonObject }[], path: string): void => {
  let lines = 0;
  for (const { row } of rows) {
    const { history } = row;
    if (Array.isArray(history)) lines += history.length;
    if (lines > maxHistories) throw new Refusal("bundle-malformed", path);
  }
};

/** What the rows can be held against: the files that are there, with their digests, and which of them are copies. */
interface Present {
  readonly digests: ReadonlyMap<string, string>;
  readonly custody: readonly JsonObject[];
  readonly copies: readonly CopyLine[];
}

/**
 * Rows that may be told: of a file that is there, the first only, and only with the digest that the file has, or that its original has where it is
 * a copy; then checks, and the copies with the digest that they have. The rest is somebody's word about nothing that is here.
 */
export const toldCustody = ({ digests, custody, copies }: Present): readonly JsonObject[] => {
  const originals = new Map(copies.map(({ path, of }) => [path, of]));
  const told = new Set<string>();
  const isTold = ({ record, path, sha256 }: JsonObject): boolean => {
    if (record === "checked") return true;
    if (record !== undefined || typeof path !== "string" || told.has(path)) return false;
    const digest = digests.get(path);
    if (digest === undefined || sha256 !== (originals.get(path) ?? digest)) return false;
    told.add(path);
    return true;
  };
  return [...custody.filter(isTold), ...copies.map(({ path, sha256, of }) => ({ record: "copy", path, sha256, of }))];
};
