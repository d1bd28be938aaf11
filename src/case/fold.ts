import { accountApplies } from "./apply/accounts.ts";
import { caseApplies } from "./apply/case.ts";
import { evidenceApplies } from "./apply/evidence.ts";
import { linkApplies } from "./apply/links.ts";
import { pictureApplies } from "./apply/pictures.ts";
import { placeApplies } from "./apply/places.ts";
import { reportApplies } from "./apply/reports.ts";
import type { Applies } from "./apply/types.ts";
import type { Read } from "./decode.ts";
import { draftOf, stateOf, type Draft } from "./draft.ts";
import type { EventKind } from "./events.ts";
import type { Bodies } from "./kinds.ts";
import type { CaseState, Origin } from "./state.ts";

export const emptyCase: CaseState = {
  size: 0,
  openedAt: null,
  closed: false,
  facts: {},
  pictures: new Map(),
  links: new Map(),
  linkByKey: new Map(),
  sites: new Map(),
  places: new Map(),
  profiles: new Map(),
  evidence: new Map(),
  fingerprints: new Map(),
  comparisons: [],
  messages: new Map(),
  reports: new Map(),
  accounts: new Map(),
  people: new Map(),
  texts: new Map(),
  hashCases: [],
  bundles: [],
  backups: [],
  unsaved: 0,
  checks: [],
  steps: new Map(),
  unread: { newer: 0, damaged: 0, erased: 0 },
};

/** A kind without a row does not compile. */
const applies: Applies<EventKind> = {
  ...caseApplies,
  ...linkApplies,
  ...pictureApplies,
  ...placeApplies,
  ...evidenceApplies,
  ...reportApplies,
  ...accountApplies,
};

const apply = <K extends EventKind>(draft: Draft, origin: Origin, event: { readonly kind: K; readonly body: Bodies[K] }): void =>
  applies[event.kind](draft, origin, event.body);

const countUnread = (draft: Draft, why: keyof CaseState["unread"], many: number): void => {
  draft.unread = { ...draft.unread, [why]: draft.unread[why] + many };
};

/** Sequence numbers that are absent were lost with a damaged row; they are counted, and the size stays that of the log. */
const advance = (draft: Draft, seq: number): void => {
  if (!(seq >= draft.size)) return;
  if (seq > draft.size) countUnread(draft, "damaged", seq - draft.size);
  draft.unsaved += seq + 1 - draft.size;
  draft.size = seq + 1;
};

/**
 * The case after some more entries, in the order of the log. Pure and total: no clock, no check of what should have been allowed
 * (that was `decide`), and nothing that `state` holds is ever changed. Folding in two sittings equals folding in one.
 */
export const fold = (state: CaseState, reads: readonly Read[]): CaseState => {
  if (reads.length === 0) return state;
  const draft = draftOf(state);
  for (const read of reads) {
    const { seq, at, offset } = read;
    advance(draft, seq);
    if (read.as === "read") apply(draft, { seq, at, offset }, read.event);
    else countUnread(draft, read.why, 1);
  }
  return stateOf(draft);
};
