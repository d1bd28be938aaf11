import { linksMayLeave, mayLeave, messageFileMayLeave } from "../../case/media.ts";
import type { Id, RecipientKind } from "../../case/events.ts";
import type { CaseState, Message } from "../../case/state.ts";

/** What can be ticked as a whole. Pictures and other media are chosen one by one and are never part of a preset. */
export const parts = [
  "plan",
  "links",
  "reports",
  "messages",
  "notes",
  "accounts",
  "people",
  "answers",
  "steps",
  "custody",
  "handovers",
  "fingerprints",
] as const;
export type Part = (typeof parts)[number];

/** Fields of the cover sheet, in its order. Every one optional, none inferred. */
export const coverFields = ["asks", "reach", "language", "age", "danger", "court", "suspect", "money", "told", "authority"] as const;
export type CoverField = (typeof coverFields)[number];

/** What the person chose. The preview and the sealed bag are both made from this and nothing else. */
export interface Choices {
  readonly recipient: RecipientKind;
  readonly label: string;
  readonly continuity: boolean;
  readonly parts: ReadonlySet<Part>;
  /** Items of ticked parts that were taken out again. */
  readonly without: ReadonlySet<Id>;
  /** Evidence chosen item by item. */
  readonly evidence: ReadonlySet<Id>;
  readonly cover: Readonly<Partial<Record<CoverField, string>>>;
  /** Pictures go exactly as they came in, with what they say about place and device; else as copies without it. For the whole bundle. */
  readonly exact: boolean;
}

const presets: Readonly<Record<RecipientKind, readonly Part[]>> = {
  friend: ["plan", "links"],
  helpline: ["plan", "links"],
  lawyer: ["plan", "links", "reports", "messages", "custody", "fingerprints"],
  police: ["links", "reports", "messages", "custody", "fingerprints"],
};

/** Parts that may hold links, and so follow the rule for links of pictures of somebody under 18. */
const mayHoldLinks: ReadonlySet<Part> = new Set<Part>(["links", "reports", "messages", "notes", "steps", "custody", "fingerprints"]);

/** The part that another one goes only with: reports and fingerprints name links and pictures, and earlier copies are told file by file. */
const goesWith: Readonly<Partial<Record<Part, Part>>> = { reports: "links", fingerprints: "links", handovers: "custody" };
/** What this part still lacks; undefined: nothing. */
export const lacks = (choices: Choices, part: Part): Part | undefined => {
  const needed = goesWith[part];
  return needed === undefined || choices.parts.has(needed) ? undefined : needed;
};

export const partAllowed = (state: CaseState, recipient: RecipientKind, part: Part): boolean =>
  !mayHoldLinks.has(part) || linksMayLeave(state, recipient);

/** Nothing is ticked that the preset does not name; media is never named by one. */
export const presetFor = (state: CaseState, recipient: RecipientKind, label: string): Choices => ({
  recipient,
  label,
  continuity: false,
  parts: new Set(presets[recipient].filter((part) => partAllowed(state, recipient, part))),
  without: new Set(),
  evidence: new Set(),
  cover: {},
  exact: false,
});

/** A message without a file is text, which follows the rule for links. */
const wholeMayLeave = (state: CaseState, { id, file }: Message, recipient: RecipientKind): boolean =>
  file === null ? linksMayLeave(state, recipient) : messageFileMayLeave(state, id, recipient);

/** Originals of what was covered: files with a covered copy that is kept, and messages with covered words. Offered apart from the others. */
export const coveredOriginals = (state: CaseState): ReadonlySet<Id> =>
  new Set([
    ...[...state.evidence.values()].flatMap((item) => (item.source?.how === "covered" && !item.forgotten ? [item.source.evidence] : [])),
    ...[...state.messages.values()].flatMap(({ id, covered }) => (covered === null ? [] : [id])),
  ]);

/** Files that could be ticked for this recipient, raw mails among them, since those can hold pictures; the person decides, one by one. */
export const offeredEvidence = (state: CaseState, recipient: RecipientKind): readonly Id[] => [
  ...[...state.evidence.keys()].filter((id) => mayLeave(state, id, recipient)),
  ...[...state.messages.values()]
    .filter((one) => ((one.channel === "email" && one.file !== null) || one.covered !== null) && wholeMayLeave(state, one, recipient))
    .map(({ id }) => id),
];

/** Choices as they may really leave: what the rules forbid falls out whatever was ticked. */
export const allowed = (state: CaseState, choices: Choices): Choices => ({
  ...choices,
  continuity: choices.continuity && (choices.recipient === "lawyer" || choices.recipient === "police"),
  parts: new Set([...choices.parts].filter((part) => partAllowed(state, choices.recipient, part) && lacks(choices, part) === undefined)),
  evidence: new Set(offeredEvidence(state, choices.recipient).filter((id) => choices.evidence.has(id))),
});
