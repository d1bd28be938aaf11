import type { App } from "./types.ts";

/** Where text that was pasted among files belongs: `links` when an address stands in it, else a message. */
export type TextPlace = "links" | "message";

const hasAddress = (text: string): boolean => /\b(?:https?:\/\/|www\.)\S/iu.test(text);

/** Longest text that is put into a field; all drafts share one small record. */
const DRAFT_UNITS = 20_000;

const fields = { links: "add-links", message: "message-text" } as const satisfies Readonly<Record<TextPlace, string>>;

/** undefined: nothing to keep. Beside files only an address counts: a computer adds the names of the files as text. */
export const placeOfText = (text: string, besideFiles: boolean): TextPlace | undefined => {
  if (text.trim() === "") return undefined;
  if (hasAddress(text)) return "links";
  return besideFiles ? undefined : "message";
};

/** Adds the text to what is typed there already, where it is kept until it is saved. False: it is too long for a field, and stays where it was. */
export const putText = async (app: App, text: string, place: TextPlace): Promise<boolean> => {
  const field = fields[place];
  const before = app.draft(field);
  const next = before === "" ? text : `${before}\n${text}`;
  if (next.length > DRAFT_UNITS) return false;
  app.keepDraft(field, next);
  await app.flushDrafts();
  return true;
};
