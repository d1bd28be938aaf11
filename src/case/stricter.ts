import type { EventDraft } from "./commands.ts";
import type { Age, Id } from "./events.ts";
import { emptyCase, fold } from "./fold.ts";
import type { Read } from "./decode.ts";
import type { CaseState } from "./state.ts";

const strictness: Readonly<Record<Age, number>> = { adult: 0, unknown: 1, under18: 2 };

/** What the entries of one copy say: its case, and every answer ever given, whichever stands last. */
interface Side {
  readonly state: CaseState;
  readonly ages: ReadonlyMap<Id, ReadonlySet<Age>>;
  readonly shown: ReadonlyMap<Id, ReadonlySet<string>>;
  readonly minorNow: ReadonlySet<string | null>;
}

const noted = <V>(into: Map<Id, Set<V>>, key: Id, value: V): void => {
  const known = into.get(key) ?? new Set<V>();
  into.set(key, known.add(value));
};

const sideOf = (reads: readonly Read[]): Side => {
  const ages = new Map<Id, Set<Age>>();
  const shown = new Map<Id, Set<string>>();
  const minorNow = new Set<string | null>();
  for (const read of reads) {
    if (read.as !== "read") continue;
    const { kind, body } = read.event;
    if (kind === "picture.age-answered.v1") noted(ages, body.picture, body.age);
    else if (kind === "link.pictures-set.v1") noted(shown, body.link, body.pictures.join(" "));
    else if (kind === "fact.answered.v1" && body.fact === "minorNow") minorNow.add(body.value);
  }
  return { state: fold(emptyCase, reads), ages, shown, minorNow };
};

const together = <V>(sides: readonly Side[], of: (side: Side) => ReadonlyMap<Id, ReadonlySet<V>>): ReadonlyMap<Id, ReadonlySet<V>> => {
  const all = new Map<Id, Set<V>>();
  for (const side of sides) for (const [id, values] of of(side)) for (const value of values) noted(all, id, value);
  return all;
};

/** Naming none counts as any picture of the case, so it stays where one side says so; else those of both. */
const shownIn = (sides: readonly Side[], link: Id): readonly Id[] => {
  const said = sides.flatMap(({ state, shown }) => (shown.has(link) ? [state.links.get(link)?.pictures ?? []] : []));
  return said.some(({ length }) => length === 0) ? [] : [...new Set(said.flat())];
};

/**
 * Answers to be appended when two copies of a case are brought together. Their entries are ordered by what two clocks said, so the milder answer
 * might stand last, even where both copies end with the stricter one. Wherever more than one answer was ever given, on either side, the strictest of
 * what the two hold now is given once more, after everything else: about ages, about somebody who is under 18 today, and about what a link shows.
 */
export const strictAnswers = (...copies: readonly (readonly Read[])[]): readonly EventDraft[] => {
  const sides = copies.map(sideOf);
  const drafts: EventDraft[] = [];
  for (const [picture, answers] of together(sides, ({ ages }) => ages)) {
    const now = sides.flatMap(({ state }): readonly Age[] => {
      const age = state.pictures.get(picture)?.age;
      return age === undefined || age === "unanswered" ? [] : [age];
    });
    const age = (now.length === 0 ? [...answers] : now).toSorted((a, b) => strictness[b] - strictness[a])[0];
    if (answers.size > 1 && age !== undefined) drafts.push({ kind: "picture.age-answered.v1", body: { picture, age }, secrets: [] });
  }
  for (const [link, answers] of together(sides, ({ shown }) => shown))
    if (answers.size > 1) drafts.push({ kind: "link.pictures-set.v1", body: { link, pictures: shownIn(sides, link) }, secrets: [] });
  const minors = new Set(sides.flatMap(({ minorNow }) => [...minorNow]));
  const values = sides.flatMap(({ state }) => (state.facts.minorNow === undefined ? [] : [state.facts.minorNow]));
  if (minors.size > 1)
    drafts.push({
      kind: "fact.answered.v1",
      body: { fact: "minorNow", value: values.includes("yes") ? "yes" : (values[0] ?? null) },
      secrets: [],
    });
  return drafts;
};

interface Added {
  readonly id: Id;
  readonly file: Id | null;
  /** All that its entry says, in one order. */ readonly said: string;
}

/** Items and messages as they were written when they came in; what was said of them later is no part of that. The first entry of an id counts, as in the fold. */
const addedIn = (reads: readonly Read[]): readonly Added[] => {
  const first = new Map<Id, Added>();
  for (const read of reads) {
    if (read.as !== "read") continue;
    const { event } = read;
    const added =
      event.kind === "evidence.added.v1" || event.kind === "evidence.added.v2"
        ? { id: event.body.evidence, file: event.body.file }
        : event.kind === "message.added.v1"
          ? { id: event.body.message, file: event.body.file }
          : undefined;
    if (added !== undefined && !first.has(added.id)) first.set(added.id, { ...added, said: JSON.stringify(event) });
  }
  return [...first.values()];
};

/** Whether two copies of a case say different things of one file, item or message. Each is written once, so one of them was made up. */
export const saysOtherwise = (one: readonly Read[], other: readonly Read[]): boolean => {
  const theirs = addedIn(other);
  const byId = new Map(theirs.map(({ id, said }) => [id, said]));
  const byFile = new Map(theirs.flatMap(({ file, said }) => (file === null ? [] : [[file, said] as const])));
  return addedIn(one).some(
    ({ id, file, said }) => (byId.get(id) ?? said) !== said || (file !== null && (byFile.get(file) ?? said) !== said),
  );
};
