import { textOf, type Entry } from "./entry.ts";
import type { ReadLine } from "./line.ts";
import { isLost } from "./loss.ts";
import type { ReadCase } from "./read-case.ts";
import { olderCatalogue, type CaseState, type Session } from "./session.ts";
import type { CaseParts } from "./stored-entry.ts";
import type { Damage } from "./types.ts";

/** What the page gets of a case: the texts as they were hashed, joined to one JSON array per segment, to be transferred and parsed there. */
export const partsOf = (session: Session, { logs: [own, ...others], order }: ReadLine): CaseParts => {
  const { caseId, head } = own.state;
  const index = new Map([caseId, ...others.map(({ state }) => state.caseId)].map((log, i) => [log, i]));
  return {
    caseId,
    size: order?.length ?? head.tree.size,
    parts: jsonParts(own),
    damage: [...[own, ...others].flatMap(({ state }) => damageOf(session, state)), ...looseDamage({ logs: [own, ...others], order })],
    ...(order === null
      ? {}
      : {
          line: {
            others: others.map((other) => ({ log: other.state.caseId, parts: jsonParts(other) })),
            order: Uint32Array.from(order.flatMap(({ log, seq, brought }) => [index.get(log) ?? 0, seq, brought === true ? 1 : 0])),
          },
        }),
  };
};

/** Logs with entries that nothing leads to any more, by their number among those attached. */
export const looseDamage = ({ logs, order }: ReadLine): readonly Damage[] => {
  const loose = new Set(order?.flatMap((place) => (place.loose === true ? [place.log] : [])));
  return logs.flatMap(({ state }, number) => (loose.has(state.caseId) ? [{ what: "orphan", number, why: "unexpected" }] : []));
};

const jsonParts = ({ segments }: ReadCase): CaseParts["parts"] =>
  segments.flatMap(({ ref, segment }) => (segment === undefined ? [] : runsOf(ref.first, segment.entries)));

/** A segment from a backup may hold places of entries that were lost before it was made: they are absent like those of a damaged segment. */
const runsOf = (first: number, entries: readonly Entry[]): CaseParts["parts"] => {
  if (!entries.some(isLost)) return [{ first, json: jsonOf(entries) }];
  const kept = entries.flatMap((entry, i) => (isLost(entry) ? [] : [i]));
  return kept.flatMap((at) => (entries[at] === undefined ? [] : [{ first: first + at, json: jsonOf([entries[at]]) }]));
};

/** Everything known to be wrong that touches this case. */
export const damageOf = (session: Session, state: CaseState): readonly Damage[] => [
  ...state.damage,
  ...state.head.scars,
  ...session.catalogueDamage,
  ...olderCatalogue(session, state.head),
];

const [open, comma, close] = [0x5b, 0x2c, 0x5d];
const erased = [0x6e, 0x75, 0x6c, 0x6c];

const jsonOf = (entries: readonly Entry[]): ArrayBuffer => {
  const texts = entries.map((entry) => (entry.state === "live" ? textOf(entry.hashed) : erased));
  const out = new Uint8Array(
    Math.max(
      2,
      texts.reduce((sum, text) => sum + text.length + 1, 1),
    ),
  );
  let at = 0;
  for (const text of texts) {
    out[at] = at === 0 ? open : comma;
    out.set(text, at + 1);
    at += text.length + 1;
  }
  if (at === 0) out[0] = open;
  out[out.length - 1] = close;
  return out.buffer;
};
