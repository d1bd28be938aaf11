import { messageFileMayLeave } from "../../case/media.ts";
import type { Id } from "../../case/events.ts";
import type { Account, CaseState, Evidence, KeptText, Link, Message, Person, Picture, Place, Profile, Report } from "../../case/state.ts";
import type { Choices } from "./choices.ts";
import { evidenceName } from "./names.ts";
import { subjectFilter } from "./subjects.ts";

/** Everything that really goes, in the order in which it was added. Counted, previewed, reported and sealed from this one value. */
export interface Going {
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
  readonly places: readonly Place[];
  readonly profiles: readonly Profile[];
  /** With its place in the bag. */
  readonly evidence: readonly { readonly item: Evidence; readonly name: string; readonly path: string }[];
  /** `path` null: the text goes, the exact bytes stay here. */
  readonly messages: readonly { readonly message: Message; readonly name: string | null; readonly path: string | null }[];
  readonly reports: readonly Report[];
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  readonly texts: readonly KeptText[];
}

const folder = "data/evidence/";

/**
 * A message as it may be handed over. Where words of it are covered, the text, the name, the length and the digest of what it was stay here: a
 * short passage could be guessed from its digest. All of it goes only where the person ticked the message itself.
 */
const asCovered = (message: Message, choices: Choices): Message =>
  message.covered === null || choices.evidence.has(message.id)
    ? message
    : { ...message, text: message.covered.text, name: "", size: 0, sha256: null };

/** `choices` as `allowed` gives them. */
export const goingOf = (state: CaseState, choices: Choices): Going => {
  const kept = <T extends { readonly id: Id }>(ticked: boolean, items: ReadonlyMap<Id, T>): readonly T[] =>
    ticked ? [...items.values()].filter(({ id }) => !choices.without.has(id)) : [];
  const { parts, recipient } = choices;
  const subject = subjectFilter(state, choices);
  const links = kept(parts.has("links"), state.links).filter(({ id }) => subject(`link:${id}`));
  const items = [...state.evidence.values()].filter(({ id }) => choices.evidence.has(id));
  const evidence = items.map((item, i) => {
    const name = evidenceName(i + 1, item.role, item.type);
    return { item, name, path: folder + name };
  });
  let number = evidence.length;
  const messages = kept(parts.has("messages"), state.messages).map((kept) => {
    const message = asCovered(kept, choices);
    const isChosen = message.channel !== "email" || choices.evidence.has(message.id);
    if (message.sha256 === null || !isChosen || !messageFileMayLeave(state, message.id, recipient))
      return { message, name: null, path: null };
    const name = evidenceName(++number, "message", message.channel === "email" ? "message/rfc822" : "text/plain");
    return { message, name, path: folder + name };
  });
  const reports = kept(parts.has("reports"), state.reports).filter(({ covers }) => covers.every(subject));
  return {
    links,
    pictures: kept(parts.has("links"), state.pictures),
    places: kept(parts.has("links"), state.places),
    profiles: kept(parts.has("links"), state.profiles),
    evidence,
    messages,
    reports,
    accounts: kept(parts.has("accounts"), state.accounts),
    people: kept(parts.has("people"), state.people),
    texts: kept(parts.has("notes"), state.texts),
  };
};
