import type { FactId, Id, SubjectKey } from "../../src/case/events.ts";
import type { CaseState } from "../../src/case/state.ts";
import type { Instant } from "../../src/lib/time.ts";

/** Numbers that fast-check drew, taken one after another; 0 once they are used up, so that shrinking gives plain commands. */
export class Dice {
  readonly #numbers: readonly number[];
  #at = 0;
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }
  roll(): number {
    return this.#numbers[this.#at++] ?? 0;
  }
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.roll() % items.length] ?? items[0];
  }
  /** One of these, or undefined when there is none. */
  any<T>(items: Iterable<T>): T | undefined {
    const all = [...items];
    return all[this.roll() % Math.max(all.length, 1)];
  }
  some<T>(items: Iterable<T>): readonly T[] {
    const mask = this.roll();
    return [...items].filter((_, i) => ((mask >> (i % 10)) & 1) === 1);
  }
  often(): boolean {
    return this.roll() % 4 !== 0;
  }
}

export interface Making {
  readonly state: CaseState;
  readonly dice: Dice;
  readonly now: Instant;
  /** 32 hex digits, another each time. */
  readonly newId: () => Id;
}

const nobody = "f".repeat(32);
export const sites = ["clipmirror.example", "pixboard.test", "friendly.example", "192.0.2.17"] as const;
export const factValues: { readonly [F in FactId]: readonly [string, ...string[]] } = {
  danger: ["yes", "no", "unsure"],
  watched: ["yes", "no", "unsure"],
  happened: ["posted", "threatened", "both", "unsure", "other"],
  role: ["me", "child", "helping", "school"],
  minorNow: ["no", "no", "no", "yes"],
  country: ["US", "GB", "UK", "DE", "Narnia"],
  access: ["yes", "no", "unsure"],
  extortion: ["yes", "no"],
  paid: ["yes", "no"],
  saferDevice: ["yes", "no"],
  police: ["yes", "no", "later"],
  fileHere: ["yes", "no"],
  posterKnown: ["yes", "no"],
};
export const factIds: readonly [FactId, ...FactId[]] = [
  "danger",
  "watched",
  "happened",
  "role",
  "minorNow",
  "country",
  "access",
  "extortion",
  "paid",
  "saferDevice",
  "police",
  "fileHere",
  "posterKnown",
];
export const stepIds = ["safety-plan", "capture-listing", "hash-service", "tell-trusted-person"] as const;

/** Every subject of the case. */
export const subjectsOf = (state: CaseState): readonly SubjectKey[] => [
  "case",
  ...[...state.sites.keys()].map((site) => `site:${site}`),
  ...[...state.links.keys()].flatMap((link) => [`link:${link}`, `search:${link}/google`]),
  ...[...state.places.keys()].map((id) => `place:${id}`),
  ...[...state.pictures.keys()].map((id) => `picture:${id}`),
  ...[...state.profiles.keys()].map((id) => `profile:${id}`),
  ...[...state.accounts.keys()].map((id) => `account:${id}`),
  ...[...state.reports.keys()].map((id) => `report:${id}`),
  ...[...state.messages.keys()].map((id) => `message:${id}`),
  ...[...state.people.keys()].map((id) => `person:${id}`),
];

export const found = ["gone", "gone", "still-there", "cant-tell"] as const;
export const helpers = ["person", "helper", "hotline"] as const;
export const idOf = (dice: Dice, known: ReadonlyMap<Id, unknown>): Id => dice.any(known.keys()) ?? nobody;
export const digest = (dice: Dice): string => String(dice.roll() % 10).repeat(64);
