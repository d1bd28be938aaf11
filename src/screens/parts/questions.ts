import type { FactId } from "../../case/events.ts";
import type { UiKey } from "../../content/locales/index.ts";

/** One question about the case: its words and its answers, as values of the fact. */
export interface Question {
  readonly ask: UiKey;
  readonly hint?: UiKey;
  readonly why: UiKey;
  readonly options: Options;
}
export type Options = readonly { readonly value: string; readonly label: UiKey }[];

export const yesNo = [
  { value: "yes", label: "common.yes" },
  { value: "no", label: "common.no" },
] as const;
export const yesNoUnsure = [...yesNo, { value: "unsure", label: "common.not-sure" }] as const;

const happened = [
  { value: "posted", label: "opening.happened-posted" },
  { value: "threatened", label: "opening.happened-threatened" },
  { value: "both", label: "opening.happened-both" },
  { value: "unsure", label: "opening.happened-unsure" },
  { value: "other", label: "opening.happened-other" },
] as const;

/** The three at the start; their words are part of the first download. */
export const openingQuestions = {
  danger: { ask: "opening.danger", hint: "opening.danger-hint", why: "opening.danger-why", options: yesNoUnsure },
  watched: { ask: "opening.watched", why: "opening.watched-why", options: yesNoUnsure },
  happened: { ask: "opening.happened", why: "opening.happened-why", options: happened },
} as const satisfies Readonly<Record<string, Question>>;

/** The answers to every question about the case; `country` is chosen from a list. */
export const factOptions: Readonly<Record<FactId, Options>> = {
  danger: yesNoUnsure,
  watched: yesNoUnsure,
  happened,
  role: [
    { value: "me", label: "question.role-me" },
    { value: "child", label: "question.role-child" },
    { value: "helping", label: "question.role-helping" },
    { value: "school", label: "question.role-school" },
  ],
  minorNow: yesNo,
  country: [],
  access: yesNoUnsure,
  extortion: yesNo,
  paid: yesNo,
  saferDevice: yesNo,
  police: [...yesNo, { value: "later", label: "question.police-later" }],
  fileHere: yesNo,
  posterKnown: yesNo,
};
