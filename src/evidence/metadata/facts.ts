/**
 * What a file tells about itself besides what it shows. `value` is text as the file has it, cut to 300 characters and without control characters;
 * it is the file's word and nobody else's. For what has no words of its own it is "" or a count of bytes.
 */
export type Fact =
  { readonly what: "place"; readonly latitude: number; readonly longitude: number } | { readonly what: TextFact; readonly value: string };
export type TextFact = (typeof textFacts)[number];

/** In the order in which they are shown: what can find a person first. */
export const textFacts = [
  "place-name",
  "owner",
  "device",
  "serial",
  "taken",
  "changed",
  "software",
  "caption",
  "picture-inside",
  "video-inside",
  "history",
  "id",
  "maker-notes",
  "lens",
  "colours",
  "other",
] as const;

const maxFacts = 100;
const maxText = 300;
/** Controls, format characters that turn text around, and lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

export interface FactList {
  /** Empty text is no fact, and one that is there already no second. */
  readonly add: (what: TextFact, text: string | undefined) => void;
  /** A part that has no words: that it is there is the fact. */
  readonly has: (what: TextFact) => void;
  readonly place: (latitude: number, longitude: number) => void;
  readonly all: () => readonly Fact[];
}

/** Collects at most 100 facts of a file. */
export const factList = (): FactList => {
  const found = new Map<string, Fact>();
  const keep = (fact: Fact): void => {
    const key = fact.what === "place" ? `${fact.latitude.toFixed(5)} ${fact.longitude.toFixed(5)}` : `${fact.what} ${fact.value}`;
    if (found.size < maxFacts && !found.has(key)) found.set(key, fact);
  };
  return {
    add: (what, text) => {
      const value = Array.from(
        (text ?? "")
          .slice(0, 4 * maxText)
          .replaceAll(unseen, " ")
          .trim(),
      )
        .slice(0, maxText)
        .join("");
      if (value !== "") keep({ what, value });
    },
    has: (what) => keep({ what, value: "" }),
    place: (latitude, longitude) => {
      // Cameras without a fix write zeros.
      const isReal = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
      if (isReal) keep({ what: "place", latitude, longitude });
    },
    all: () => {
      const order = (fact: Fact): number => (fact.what === "place" ? -1 : textFacts.indexOf(fact.what));
      return [...found.values()].toSorted((a, b) => order(a) - order(b));
    },
  };
};
