import type { Words } from "../types.ts";

/** People at the person's side. */
export const people = {
  "people.heading": "People you trust",
  "people.lead": "It is easier with someone at your side. You need not tell them all of it.",
  "people.choose": "Choose someone who will not tell the person, or your family if that is not safe.",
  "people.mandated":
    "Before you tell a doctor, a teacher or a social worker: some people must report this by law. You can ask them first what they must report.",
  "people.no-picture": "You need not show anyone a picture.",
  "people.nothing-sent": "Nothing is sent to them. This is a note for you.",
  "people.add": "Note someone",
  "people.name": "Name, or how you call them",
  "people.relation": "Who they are to you",
  "people.relation-hint": "For example a friend, a sister, a counsellor.",
  "people.told": "I have told them",
  "people.not-told": "Not told yet",
  "people.is-told": "Told",
  "people.save": "Keep",
  "people.saved": "Kept.",
  "people.one": "Someone you trust",
  "people.not-here": "This person is no longer here.",
  "people.since": "Noted",
  "people.mark-told": "I have told them",
  "people.share": "Make something they can read",
} as const satisfies Words;
