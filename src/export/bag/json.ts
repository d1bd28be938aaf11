import canonicalize from "canonicalize";
import type { Json, JsonObject } from "../../lib/json.ts";

/** Canonical JSON (RFC 8785): one spelling for each value. */
export const canonical = (value: JsonObject): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not JSON");
  return text;
};

export const asObject = (value: Json): JsonObject | undefined => (isObject(value) ? value : undefined);

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** Depth of nesting: `JSON.parse` bears more, but what comes after it may not. */
const tooDeep = (text: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{" || c === "[") {
      if (++depth > 32) return true;
    } else if (c === "}" || c === "]") depth--;
  }
  return false;
};

/** A JSON object of at most 32 levels; undefined for anything else. */
export const parseObject = (text: string): JsonObject | undefined => {
  // Told before it is parsed: an exception costs a hundred times as much, and a hostile file has a line of nothing for each.
  if (!/^[\t\n\r ]*\{/u.test(text) || tooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
