import fc from "fast-check";
import type { AnswerKind } from "../../../src/case/events.ts";
import type { Person } from "./person.ts";

const answer = (...values: readonly string[]): fc.Arbitrary<string | null> => fc.constantFrom(...values, null);
const facts: fc.Arbitrary<Person["facts"]> = fc.record({
  danger: answer("yes", "no", "no", "unsure"),
  watched: answer("yes", "no", "no", "unsure"),
  happened: answer("posted", "posted", "threatened", "both", "unsure", "other"),
  role: answer("me", "child", "helping", "school"),
  minorNow: answer("yes", "no"),
  country: answer("US", "GB", "DE"),
  access: answer("yes", "no", "unsure"),
  extortion: answer("yes", "no", "no"),
  paid: answer("yes", "no"),
  saferDevice: answer("yes", "no"),
  police: answer("yes", "no", "later"),
  fileHere: answer("yes", "no"),
  posterKnown: answer("yes", "no"),
});

const shows = fc.subarray(["intimate", "underwear", "no-religious-dress", "outs-me", "fake", "sold", "filmed-secretly"] as const);
const link = fc.record(
  {
    site: fc.constantFrom("clipmirror.example", "pixboard.test", "friendly.example"),
    platform: fc.constantFrom("reddit", "x"),
    postedAt: fc.constant("2019-03-08"),
  },
  { requiredKeys: ["site"] },
);

const wildPerson: fc.Arbitrary<Person> = fc.record({
  facts,
  pictures: fc.array(
    fc.record(
      {
        age: fc.constantFrom("adult" as const, "adult" as const, "under18" as const, "unknown" as const),
        shows,
        taken: fc.constantFrom("yes" as const, "no" as const),
      },
      { requiredKeys: ["age", "shows"] },
    ),
    { minLength: 1, maxLength: 2 },
  ),
  links: fc.array(link, { maxLength: 4 }),
  places: fc.array(fc.record({ platform: fc.constantFrom(null, "whatsapp", "telegram", "signal") }), { maxLength: 1 }),
  profiles: fc.nat(1),
  accounts: fc.constantFrom(
    [],
    [
      { service: "Gmail", resets: ["Instagram"] },
      { service: "Instagram", resets: [] },
    ],
    [
      { service: "Gmail", resets: ["Yahoo"] },
      { service: "Yahoo", resets: ["Gmail", "X"] },
      { service: "X", resets: [] },
    ],
  ),
  messages: fc.boolean(),
  sellsRemoval: fc.boolean(),
  runByPerson: fc.boolean(),
  answers: fc.array(
    fc.constantFrom<(AnswerKind | undefined)[]>("removed", "refused", "silent", "partly", "needs-more", "received", undefined),
    { maxLength: 8 },
  ),
  looks: fc.array(fc.constantFrom("gone" as const, "gone" as const, "still-there" as const, "cant-tell" as const), { maxLength: 8 }),
});

/** Grown up, with links and accounts, so that the later phases are reached. */
const likelyPerson: fc.Arbitrary<Person> = fc
  .tuple(
    wildPerson,
    fc.record({
      danger: fc.constantFrom("no", "no", "yes"),
      watched: fc.constantFrom("no", "unsure"),
      access: fc.constantFrom("yes", "no"),
      extortion: fc.constantFrom("no", "no", "yes"),
    }),
  )
  .map(([person, facts]) => ({
    ...person,
    facts: { ...person.facts, ...facts, minorNow: "no", saferDevice: "yes", happened: "posted", fileHere: "yes" },
    pictures: person.pictures.map((picture) => ({ ...picture, age: "adult" as const })),
    links: [{ site: "clipmirror.example" }, { site: "pixboard.test", platform: "reddit" }, ...person.links],
    accounts: [
      { service: "Gmail", resets: ["Instagram"] },
      { service: "Instagram", resets: [] },
    ],
    sellsRemoval: false,
    runByPerson: false,
  }));

/** Anybody: any answers, any ages, any luck with their reports. */
export const arbitraryPerson: fc.Arbitrary<Person> = fc.oneof(wildPerson, likelyPerson);

/** What a person does when a turn is theirs: which offered action, and what with it. */
export interface Turn {
  readonly pick: number;
  readonly how: "next" | "do" | "skip" | "wait" | "new-links" | "new-account" | "new-message" | "new-shot" | "change-fact";
}
/** First a while of what comes next, so that most lives get far; then any mixture. */
export const arbitraryTurns = (maxLength: number): fc.Arbitrary<readonly Turn[]> =>
  fc
    .tuple(
      fc.nat(70),
      fc.array(
        fc.record({
          pick: fc.nat(99),
          how: fc.constantFrom<Turn["how"][]>(
            "next",
            "next",
            "do",
            "do",
            "do",
            "do",
            "do",
            "skip",
            "skip",
            "wait",
            "wait",
            "new-links",
            "new-account",
            "new-message",
            "new-shot",
            "change-fact",
          ),
        }),
        { maxLength, minLength: Math.floor(maxLength / 2), size: "max" },
      ),
    )
    .map(([first, rest]) => [...Array.from({ length: first }, () => ({ pick: 0, how: "next" as const })), ...rest]);
