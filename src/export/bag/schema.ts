import type { Json, JsonObject } from "../../lib/json.ts";
import { asObject } from "./json.ts";

/**
 * The part of JSON Schema 2020-12 that case.schema.json uses: type, const, enum, pattern, maxLength, minimum, items, maxItems, properties,
 * required, additionalProperties: false, anyOf and `$ref` into `$defs`. A keyword it does not know throws: a rule is never skipped silently.
 */
const known = new Set([
  "$schema",
  "title",
  "description",
  "$defs",
  "type",
  "const",
  "enum",
  "pattern",
  "maxLength",
  "minimum",
  "items",
  "maxItems",
  "properties",
  "required",
  "additionalProperties",
  "anyOf",
  "$ref",
]);

const maxFaults = 100;
const add = (faults: string[], at: string): void => {
  if (faults.length < maxFaults) faults.push(at === "" ? "/" : at);
};

/** Where `value` breaks the schema, as paths like `links/3/text`; empty when it fits. The first 100 of them. */
export const schemaFaults = (schema: JsonObject, value: Json): readonly string[] => {
  const faults: string[] = [];
  check(schema, schema, value, "", faults);
  return faults;
};

const check = (root: JsonObject, rule: JsonObject, value: Json, at: string, faults: string[]): void => {
  for (const key of Object.keys(rule)) if (!known.has(key)) throw new Error(`schema: unknown keyword ${key}`);
  const ref = rule["$ref"];
  if (typeof ref === "string") return check(root, deref(root, ref), value, at, faults);
  const wrong = (): void => add(faults, at);
  const choices = rule["anyOf"];
  if (isList(choices)) {
    const fits = choices.some((choice) => {
      const inner: string[] = [];
      check(root, mustObject(choice), value, at, inner);
      return inner.length === 0;
    });
    if (!fits) wrong();
    return;
  }
  if (!hasType(rule["type"], value) || ("const" in rule && value !== rule["const"])) return wrong();
  const allowed = rule["enum"];
  if (isList(allowed) && !allowed.includes(value)) return wrong();
  if (typeof value === "string" && !stringFits(rule, value)) return wrong();
  if (typeof value === "number" && typeof rule["minimum"] === "number" && value < rule["minimum"]) return wrong();
  if (isList(value)) {
    if (typeof rule["maxItems"] === "number" && value.length > rule["maxItems"]) return wrong();
    const items = asObject(rule["items"] ?? null);
    if (items !== undefined) value.forEach((item, i) => check(root, items, item, join(at, String(i)), faults));
    return;
  }
  const members = asObject(value);
  if (members !== undefined) checkMembers(root, rule, members, at, faults);
};

const checkMembers = (root: JsonObject, rule: JsonObject, members: JsonObject, at: string, faults: string[]): void => {
  const properties = asObject(rule["properties"] ?? null) ?? {};
  const required = rule["required"];
  if (isList(required))
    for (const name of required) if (typeof name === "string" && !Object.hasOwn(members, name)) add(faults, join(at, name));
  for (const [name, member] of Object.entries(members)) {
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (inner === undefined) add(faults, join(at, name));
    else check(root, mustObject(inner), member, join(at, name), faults);
  }
};

const stringFits = (rule: JsonObject, value: string): boolean =>
  (typeof rule["maxLength"] !== "number" || value.length <= rule["maxLength"]) &&
  (typeof rule["pattern"] !== "string" || new RegExp(rule["pattern"], "u").test(value));

const hasType = (type: Json | undefined, value: Json): boolean => {
  if (type === undefined) return true;
  if (type === "null") return value === null;
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "array") return isList(value);
  if (type === "object") return asObject(value) !== undefined;
  return typeof value === type;
};

const deref = (root: JsonObject, ref: string): JsonObject =>
  mustObject(asObject(root["$defs"] ?? null)?.[ref.replace("#/$defs/", "")] ?? null);
const mustObject = (value: Json): JsonObject => {
  const object = asObject(value);
  if (object === undefined) throw new Error("schema: not a schema");
  return object;
};
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const join = (at: string, name: string): string => (at === "" ? name : `${at}/${name}`);
