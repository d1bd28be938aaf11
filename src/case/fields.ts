import { parseInstant, type Instant } from "../lib/time.ts";
import type { Id } from "./events.ts";
import { limits } from "./limits.ts";

export const badValue: unique symbol = Symbol("bad-value");
export const tooLong: unique symbol = Symbol("too-long");
/** What is wrong with a value. Symbols, so that reading 30,000 entries allocates nothing but the result. */
export type Problem = typeof badValue | typeof tooLong;

/** Unknown JSON → the value, checked and bounded, or what is wrong with it. Never throws. */
export type Reader<T> = (value: unknown) => T | Problem;

export const isProblem = <T>(value: T | Problem): value is Problem => value === badValue || value === tooLong;

/** Any text up to `max` UTF-16 units, kept as it is. */
export const text =
  (max: number): Reader<string> =>
  (value) =>
    typeof value !== "string" ? badValue : value.length > max ? tooLong : value;

/** The same, and more than white space. */
export const filled = (max: number): Reader<string> => {
  const read = text(max);
  return (value) => {
    const found = read(value);
    return !isProblem(found) && found.trim() === "" ? badValue : found;
  };
};

const matching =
  (pattern: RegExp): Reader<string> =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : badValue;

/** 16 random bytes as lower-case hex. */
export const id: Reader<Id> = matching(/^[0-9a-f]{32}$/u);
/** SHA-256, 64 lower-case hex digits. */
export const digest: Reader<string> = matching(/^[0-9a-f]{64}$/u);
/** MD5, 32 lower-case hex digits. */
export const md5: Reader<string> = matching(/^[0-9a-f]{32}$/u);
/** Id of a step, or of something in the directory. */
export const word: Reader<string> = matching(/^[a-z0-9][a-z0-9._-]{0,63}$/u);

export const instant: Reader<Instant> = (value) => (typeof value === "string" ? (parseInstant(value) ?? badValue) : badValue);

/** Whole number from 0. */
export const count: Reader<number> = (value) => (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : badValue);

export const flag: Reader<boolean> = (value) => (typeof value === "boolean" ? value : badValue);

export const nothing: Reader<null> = (value) => (value === null ? null : badValue);

export const nullable =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);

/** One word of a closed vocabulary; the record makes the compiler ask for every word. */
export const oneOf =
  <T extends string>(words: Readonly<Record<T, true>>): Reader<T> =>
  (value) =>
    typeof value === "string" && Object.hasOwn(words, value) ? (value as T) : badValue;

export const list =
  <T>(read: Reader<T>, max: number): Reader<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return badValue;
    if (value.length > max) return tooLong;
    const found: T[] = [];
    for (const item of value) {
      const one = read(item);
      if (isProblem(one)) return one;
      found.push(one);
    }
    return found;
  };

/** A list in which nothing stands twice. */
export const set = <T extends string>(read: Reader<T>, max: number): Reader<readonly T[]> => {
  const items = list(read, max);
  return (value) => {
    const found = items(value);
    return !isProblem(found) && new Set(found).size < found.length ? badValue : found;
  };
};

/** An object with exactly these fields; others are left behind. */
export const shape = <T extends object>(fields: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> => {
  const rows: readonly (readonly [string, Reader<unknown>])[] = Object.entries(fields);
  return (value) => {
    if (typeof value !== "object" || value === null) return badValue;
    const found: Record<string, unknown> = {};
    for (const [name, read] of rows) {
      // A field that is not its own reads as undefined, which no reader takes.
      const one = read(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
      if (isProblem(one)) return one;
      found[name] = one;
    }
    return found as T;
  };
};

/** Line breaks and spaces count as nothing written. */
export const isBlank = (value: string): boolean => value.trim() === "";

/** Bounds shared by many bodies. */
export const ids = set(id, limits.few);
export const label = text(limits.label);
export const note = text(limits.note);
