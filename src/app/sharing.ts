import { disclose, type Prepared } from "./disclosure/disclose.ts";
import { createSay } from "./disclosure/say.ts";
import { allowed, type Choices } from "./disclosure/choices.ts";
import type { Command } from "../case/commands.ts";
import { filesToCopy, type Copies } from "./disclosure/copies.ts";
import { goingOf, type Going } from "./disclosure/going.ts";
import { tasksOf } from "./disclosure/tasks.ts";
import { wouldAccept } from "./intake.ts";
import { localDate } from "./local-date.ts";
import { readLog } from "./read-log.ts";
import { timelineTexts } from "./timeline-texts.ts";
import type { App, Sealed } from "./types.ts";
import { createTranslate } from "./words.ts";

export {
  allowed,
  coveredOriginals,
  coverFields,
  lacks,
  offeredEvidence,
  partAllowed,
  parts,
  presetFor,
  type Choices,
  type CoverField,
  type Part,
} from "./disclosure/choices.ts";
export { goingOf, type Going } from "./disclosure/going.ts";
export type { Prepared } from "./disclosure/disclose.ts";
export type { FileWord } from "./disclosure/copies.ts";
export { caseVerdict } from "../case/ages.ts";

/** Asks the worker what each picture that goes would be sent as; undefined when it could not read one (that has been said). */
const makeCopies = async (app: App, choices: Choices): Promise<Copies | undefined> => {
  const { view, sample } = app.state();
  // The made-up case has no files.
  if (view.at !== "unlocked" || choices.exact || sample) return new Map();
  const files = filesToCopy(goingOf(view.state, allowed(view.state, choices)));
  if (files.length === 0) return new Map();
  const made = await (await app.exporter()).copies(view.caseId, files);
  if (!made.ok && made.error.code === "stopped") return undefined;
  return app.tell(made) ? new Map(files.flatMap(({ file }, i) => (made.value[i] === undefined ? [] : [[file, made.value[i]]]))) : undefined;
};

/** Exactly what would leave with these choices; undefined when the log could not be read (that has been said). */
export const prepare = async (app: App, choices: Choices): Promise<Prepared | undefined> => {
  const { view, words } = app.state();
  if (view.at !== "unlocked") return undefined;
  const reads = await readLog(app);
  if (reads === undefined) return undefined;
  const copies = await makeCopies(app, choices);
  if (copies === undefined) return undefined;
  return disclose(
    {
      state: view.state,
      reads,
      plan: tasksOf(view.plan.actions),
      choices,
      date: localDate(Date.parse(app.now())),
      language: words.tag,
      texts: timelineTexts,
      copies,
    },
    createSay(createTranslate(words), words.tag, app.now()),
  );
};

/** Anything in which a link can stand. */
const holdsLinks = (going: Going): boolean =>
  [going.links, going.places, going.profiles, going.reports, going.messages, going.texts, going.evidence].some((list) => list.length > 0);

/**
 * Seals what was previewed. The file is handed back only after the worker has opened and verified it, and after the log durably says that it
 * was made: a copy that the record does not know cannot exist.
 */
export const sealPrepared = async (
  app: App,
  { disclosure, going }: Prepared,
  onProgress: (p: { readonly done: number; readonly total: number }) => void,
): Promise<Sealed | undefined> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return undefined;
  const copied = new Map(disclosure.evidence.map(({ file, copy }) => [file, copy?.sha256 ?? null]));
  const record = (bundle: string, sealDigest: string): Command => ({
    do: "record-bundle",
    bundle,
    recipient: disclosure.recipient,
    label: disclosure.label,
    files: [
      ...going.evidence.map(({ item }) => ({ item: item.id, copy: copied.get(item.file) ?? null })),
      ...going.messages.flatMap(({ message, name }) => (name === null ? [] : [{ item: message.id, copy: null }])),
    ],
    entries: disclosure.entries.length,
    continuity: disclosure.continuity,
    holdsLinks: holdsLinks(going),
    sealDigest,
  });
  // The rules are asked before a byte is sealed, and again when the seal is recorded.
  if (!app.tell(wouldAccept(app, record(app.newId(), "0".repeat(64))))) return undefined;
  const sealed = await (await app.exporter()).seal(view.caseId, disclosure, onProgress);
  if (!sealed.ok && sealed.error.code === "stopped") return undefined;
  if (!app.tell(sealed)) return undefined;
  return (await app.act(record(sealed.value.bundleId, sealed.value.sealDigest), view.caseId)) ? sealed.value : undefined;
};
