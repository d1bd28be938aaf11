import { caseVerdict } from "./ages.ts";
import type { Command, DecideContext } from "./commands.ts";
import { caseDecides } from "./decide/case.ts";
import { evidenceDecides } from "./decide/evidence.ts";
import { linkDecides } from "./decide/links.ts";
import { refuse, type Decides, type Outcome } from "./decide/outcome.ts";
import { peopleDecides } from "./decide/people.ts";
import { pictureDecides } from "./decide/pictures.ts";
import { reportDecides } from "./decide/reports.ts";
import type { Commands } from "./kinds.ts";
import { carriesMedia, mediaCode } from "./media.ts";
import type { CaseState } from "./state.ts";

/** A command without a row does not compile. */
const decides: Decides<keyof Commands> = {
  ...caseDecides,
  ...pictureDecides,
  ...linkDecides,
  ...evidenceDecides,
  ...reportDecides,
  ...peopleDecides,
};

/** A closed case can be opened again, copied, and checked. */
const whenClosed: ReadonlySet<Command["do"]> = new Set(["reopen-case", "record-backup", "record-check"]);

/** Nothing in a case that a newer version has continued but noting a copy, nothing before a case is open, and little once it is closed. */
const gate = (state: CaseState, what: Command["do"]): Outcome | undefined => {
  // Written by a version that knows more: what this one would decide could contradict what it cannot read.
  if (state.unread.newer > 0 && what !== "record-backup") return refuse("case-newer");
  if (state.openedAt === null) return what === "open-case" ? undefined : refuse("case-not-open");
  if (state.closed) return whenClosed.has(what) ? undefined : refuse("case-closed");
  return what === "open-case" ? refuse("already-open") : undefined;
};

/** Text is always welcome, in any field, unless a picture is spelled out in it where no picture may enter. */
const hiddenMedia = (state: CaseState, command: Command): Outcome | undefined => {
  if (!carriesMedia(JSON.stringify(command))) return undefined;
  const code = mediaCode(caseVerdict(state));
  return code === undefined ? undefined : refuse(code);
};

const decideAs = <D extends keyof Commands>(what: D, state: CaseState, command: Commands[D], context: DecideContext): Outcome =>
  decides[what](state, command, context);

/**
 * The only place that may say no. A command → the events that state it, in order, or the code of the reason. Pure: the time and
 * every id come in. The under-18 rules live here and not on a screen: what is refused here cannot be written.
 */
export const decide = (state: CaseState, command: Command, context: DecideContext): Outcome =>
  gate(state, command.do) ?? hiddenMedia(state, command) ?? decideAs(command.do, state, command, context);
