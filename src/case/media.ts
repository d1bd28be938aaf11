import { isMedia } from "../lib/media-type.ts";
import { agesVerdict, caseVerdict, linksIn, picturesOf, strictest, subjectsIn, type AgeVerdict } from "./ages.ts";
import { copiesOf, familyOf } from "./copies.ts";
import type { CopySource } from "./evidence-events.ts";
import type { CaseState, Evidence, Message } from "./state.ts";
import type { Id, RecipientKind, SubjectKey } from "./events.ts";
import { parseSubject } from "./subject.ts";

/** What a file is to the age rules: its type by content, the pictures seen in it, where it belongs, and the file that it was made from. */
export type FileFacts = Pick<Evidence, "type" | "pictures" | "about"> & {
  readonly source: Pick<CopySource, "evidence"> | null;
  /** Of one that is kept. */ readonly id?: Id;
};

export { isMedia };

const dataAddress = /data:\s{0,8}(?:image|video|audio|application)\/[^,"]{0,200},\s{0,8}[^\s"]{64}/iu;
/** Base64 as mails, vCards and saved pages write it: four whole lines in a row (also quoted, also escaped in JSON), or one long run. */
const encodedLines = /(?:[A-Za-z0-9+/]{60,76}={0,2}(?:\\[rn]|[\r\n> ])+){4}/gu;
const encodedRun = /[A-Za-z0-9+/]{512}/gu;
/** Encoded bytes use nearly all 64 characters; a list of digests uses 16, a long path few. */
const MANY = 40;
const isEncoded = ([run]: RegExpExecArray): boolean => new Set(run).size >= MANY;

/** A picture that is written out as text is a picture. Bounded repeats: linear in the length of the text. */
export const carriesMedia = (text: string): boolean =>
  dataAddress.test(text) || [...text.matchAll(encodedLines), ...text.matchAll(encodedRun)].some(isEncoded);

/** Code of the refusal, where no picture may come in. */
export const mediaCode = (verdict: AgeVerdict): "media-under-18" | "media-age-unknown" | undefined =>
  verdict === "adult" ? undefined : verdict === "under-18" ? "media-under-18" : "media-age-unknown";

/** Pictures that are named on a file, and those of what it is about. */
export const namedOn = (state: CaseState, { pictures, about }: Pick<FileFacts, "pictures" | "about">): readonly Id[] => [
  ...pictures,
  ...picturesOf(state, about),
];

/** Where a page is among what it is about of which nobody has said what it shows, any picture of the case counts beside those that are named. */
const ownVerdict = (state: CaseState, file: Pick<FileFacts, "pictures" | "about">): AgeVerdict => {
  const named = agesVerdict(state, namedOn(state, file));
  return namesAll(state, file.about) ? named : strictest([named, caseVerdict(state)]);
};

/** Kept beside the case that it was worked out from: a film may have thousands of frames, and each asks for it. */
const seenInFamilies = new WeakMap<CaseState, Map<Id, readonly Id[]>>();

/**
 * Pictures that were seen in what was made from a file were in the file too, and so may be in all that was made from it: a frame in which somebody is
 * recognised tells of its film.
 */
export const seenInCopies = (state: CaseState, root: Id): readonly Id[] => {
  const known = seenInFamilies.get(state) ?? new Map<Id, readonly Id[]>();
  seenInFamilies.set(state, known);
  const before = known.get(root);
  if (before !== undefined) return before;
  const seen = [...new Set(copiesOf(state, root).flatMap((copy) => namedOn(state, copy)))];
  known.set(root, seen);
  return seen;
};

/**
 * Ages for one file: the pictures seen in it and those of what it is about; naming none, it may be of any in the case. A page, a frame or a copy shows
 * what its source shows, whatever was said when it was made, and also once the source is forgotten; and the source shows what they show.
 */
export const fileVerdict = (state: CaseState, file: FileFacts): AgeVerdict => {
  const { sources, root } = familyOf(state, file);
  const seen = root === undefined ? [] : seenInCopies(state, root);
  return strictest([
    ownVerdict(state, file),
    ...sources.map((source) => (source === undefined ? caseVerdict(state) : ownVerdict(state, source))),
    ...(seen.length === 0 ? [] : [agesVerdict(state, seen)]),
  ]);
};

/** A page whose picture nobody has named may show any of the case. */
const namesAll = (state: CaseState, about: readonly SubjectKey[]): boolean =>
  linksOf(state, about).every((id) => (state.links.get(id)?.pictures.length ?? 0) > 0);
/** What a site showed whose pages are lost, or a message or report that is erased was about, nobody can say: one page that is not known stands for it. */
const linksOrUnknown = (state: CaseState, key: SubjectKey): readonly Id[] => {
  const links = linksIn(state, key);
  if (links.length > 0) return links;
  const subject = parseSubject(key);
  const isLost =
    subject?.kind === "site" ||
    (subject?.kind === "message" && !state.messages.has(subject.id)) ||
    (subject?.kind === "report" && !state.reports.has(subject.id));
  return isLost ? [""] : links;
};
/** Pages among these subjects, those of a site or that a search was for, and among what a report covers or a message is about. */
const linksOf = (state: CaseState, about: readonly SubjectKey[]): readonly Id[] => {
  const subjects = new Set(about);
  // A set goes on over what is added to it meanwhile, and takes nothing in twice.
  for (const key of subjects) for (const inner of subjectsIn(state, key)) subjects.add(inner);
  return [...subjects].flatMap((key) => linksOrUnknown(state, key));
};

/** May a picture, video or screenshot that shows these pictures come in now? With none named: may one that shows none of them? */
export const mediaAllowed = (state: CaseState, pictures: readonly Id[]): boolean => agesVerdict(state, pictures) === "adult";

/**
 * May it be shown, fingerprinted or backed up? An age that was corrected later counts at once. A forgotten original has nothing to show.
 */
export const mayShow = (state: CaseState, evidenceId: Id): boolean => {
  const item = state.evidence.get(evidenceId);
  if (item === undefined || item.forgotten) return false;
  return !isMedia(item.type) || fileVerdict(state, item) === "adult";
};

/** A mail that was kept as it came may hold attachments; one that was kept as text may not. */
export const isRawMail = ({ channel, file, name }: Pick<Message, "channel" | "file" | "name">): boolean =>
  channel === "email" && file !== null && !/\.txt$/iu.test(name);

/** A mail with its attachments: nobody has said what is seen in it, so it goes by what it is about. */
export const mailVerdict = (state: CaseState, about: readonly SubjectKey[]): AgeVerdict =>
  fileVerdict(state, { type: "message/rfc822", pictures: [], about, source: null });

/** Files, and mails that were kept whole, which came in before it was known that they may not be shown: their ids. */
export const refusedFiles = (state: CaseState): readonly Id[] => [
  ...[...state.evidence.values()].filter((item) => !item.forgotten && !mayShow(state, item.id)).map(({ id }) => id),
  ...[...state.messages.values()].filter((mail) => isRawMail(mail) && mailVerdict(state, mail.about) !== "adult").map(({ id }) => id),
];

/**
 * Files that may go into a backup or come out of one: of items and messages that this version understands, unless one that names the file is
 * refused or forgotten. An allow-list: of a file that only an unknown, damaged or second entry names, nobody can say what it shows.
 */
export const filesAllowed = (state: CaseState): ReadonlySet<Id> => {
  const refused = new Set(refusedFiles(state));
  const named = [
    ...[...state.evidence.values()].map(({ id, file, forgotten }) => ({ file, isHeld: forgotten || refused.has(id) })),
    ...[...state.messages.values()].flatMap(({ id, file }) => (file === null ? [] : [{ file, isHeld: refused.has(id) }])),
  ];
  const held = new Set(named.flatMap(({ file, isHeld }) => (isHeld ? [file] : [])));
  return new Set(named.flatMap(({ file }) => (held.has(file) ? [] : [file])));
};

/** Files of a backup that are said to be text, with what the age rules would say if they were not. Whoever reads one looks whether it is. */
export const filesSaidText = (state: CaseState): ReadonlyMap<Id, AgeVerdict> =>
  new Map([
    ...[...state.evidence.values()].flatMap((item) => (isMedia(item.type) ? [] : [[item.file, fileVerdict(state, item)] as const])),
    ...[...state.messages.values()].flatMap((message) =>
      message.file === null || isRawMail(message) ? [] : [[message.file, mailVerdict(state, message.about)] as const],
    ),
  ]);

const takesLinks: ReadonlySet<RecipientKind> = new Set(["police", "helpline", "lawyer"]);

/** Neither a link nor a picture: nothing whose age anybody could be asked for. */
const showsNothing = (state: CaseState): boolean => state.links.size === 0 && state.pictures.size === 0 && state.facts.minorNow !== "yes";

/** Links to pictures of somebody under 18, or of unknown age, leave only to police, a hotline or a lawyer. */
export const linksMayLeave = (state: CaseState, recipient: RecipientKind): boolean =>
  takesLinks.has(recipient) || caseVerdict(state) === "adult" || showsNothing(state);

/** The same for one link. */
export const linkMayLeave = (state: CaseState, link: Id, recipient: RecipientKind): boolean =>
  takesLinks.has(recipient) || agesVerdict(state, state.links.get(link)?.pictures ?? []) === "adult";

/** May this file go to this recipient? Kept text may hold links, so it follows their rule. Whether it should go is the person's choice. */
export const mayLeave = (state: CaseState, evidenceId: Id, recipient: RecipientKind): boolean => {
  const item = state.evidence.get(evidenceId);
  if (item === undefined || !mayShow(state, evidenceId)) return false;
  return isMedia(item.type) || linksMayLeave(state, recipient);
};

/**
 * May the exact bytes of a message go to this recipient? A raw e-mail can hold attachments, so it follows the rule for media; any other is text,
 * which follows the rule for links.
 */
export const messageFileMayLeave = (state: CaseState, messageId: Id, recipient: RecipientKind): boolean => {
  const message = state.messages.get(messageId);
  if (message === undefined || message.file === null) return false;
  if (message.channel === "email" && mailVerdict(state, message.about) !== "adult") return false;
  return linksMayLeave(state, recipient);
};
