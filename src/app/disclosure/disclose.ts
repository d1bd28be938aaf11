import type { Read } from "../../case/decode.ts";
import type { CaseState } from "../../case/state.ts";
import type { Disclosure, DisclosedFile } from "../../export/types.ts";
import { timelineLines, type TimelineLine } from "../timeline.ts";
import type { TimelineTexts } from "../timeline-words.ts";
import { caseJson, type PlannedAction } from "./case-json.ts";
import { allowed, type Choices } from "./choices.ts";
import { copyFor, copyRows, fileWords, type Copies, type FileWord } from "./copies.ts";
import { custodyRows } from "./custody.ts";
import { entryFilter } from "./entries.ts";
import { goingOf, type Going } from "./going.ts";
import { reportDocument } from "./report.ts";
import type { Say } from "./say.ts";

export interface DiscloseInput {
  readonly state: CaseState;
  /** Every entry of the log, decoded, in order. */
  readonly reads: readonly Read[];
  readonly plan: readonly PlannedAction[];
  readonly choices: Choices;
  /** ISO date of today, local. */
  readonly date: string;
  readonly language: string;
  readonly texts: TimelineTexts;
  /** What the worker made of `filesToCopy`; absent: every file goes as it is. */
  readonly copies?: Copies;
}

/** What leaves, and the same in the shapes that the preview draws. */
export interface Prepared {
  readonly disclosure: Disclosure;
  readonly going: Going;
  readonly lines: readonly TimelineLine[];
  readonly files: readonly FileWord[];
}

/**
 * From what was ticked to exactly what leaves. Pure. The preview draws this value and the worker seals `disclosure`, so that the two cannot
 * differ. What the age rules forbid falls out here whatever was ticked.
 */
export const disclose = (input: DiscloseInput, say: Say): Prepared => {
  const { state, reads, plan, date, language, texts, copies = new Map() } = input;
  const choices = allowed(state, input.choices);
  const going = goingOf(state, choices);
  const goes = entryFilter(state, choices);
  const disclosed = reads.filter(goes);
  const lines = timelineLines(disclosed, state, texts);
  const files: readonly DisclosedFile[] = [
    ...going.evidence.map(({ item, name }) => {
      const { file, sha256, size, type, seq } = item;
      const copy = copyFor(copies, file);
      return { file, name, sha256, size, type, seq, ...(copy === undefined ? {} : { copy }) };
    }),
    ...going.messages.flatMap(({ message, name }) =>
      name === null || message.file === null || message.sha256 === null
        ? []
        : [
            {
              file: message.file,
              name,
              sha256: message.sha256,
              size: message.size,
              type: message.channel === "email" ? "message/rfc822" : "text/plain",
              seq: message.seq,
            },
          ],
    ),
  ];
  const custody = [...(choices.parts.has("custody") ? custodyRows(going, reads, state, choices) : []), ...copyRows(going, copies)];
  return {
    going,
    lines,
    files: fileWords(files, copies),
    disclosure: {
      recipient: choices.recipient,
      label: choices.label,
      continuity: choices.continuity,
      date,
      language,
      caseJson: caseJson(
        state,
        choices,
        going,
        plan,
        copies,
        { date, language },
        { coverLabel: (field) => say.t(`share.cover-${field}`), stepTitle: texts.step },
      ),
      report: reportDocument({ state, choices, going, lines, plan, copies, custody, stepTitle: texts.step, date }, say),
      entries: disclosed.map(({ seq }) => seq),
      evidence: files,
      notices: going.reports.map((report, i) => ({ name: `${String(i + 1).padStart(3, "0")}-${report.route}.txt`, text: report.text })),
      custody,
      howToCheck: say.t("share.how-to-check"),
    },
  };
};
