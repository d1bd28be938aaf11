import type { Words } from "../types.ts";

/** Many files in one go: how far, what was kept, what was not and why. */
export const intake = {
  "intake.how-known": "How do you know when?",
  "intake.from-screen": "It can be seen in it",
  "intake.from-file": "The file’s own time",
  "intake.from-memory": "I remember",
  "intake.from-other": "In another way",
  "intake.kept-of": "{kept} of {n} are kept.",
  "intake.left": { one: "{n} file was left where it is.", other: "{n} files were left where they are." },
  "intake.joined": {
    one: "{n} file was here already. It is kept once, and now belongs to this as well.",
    other: "{n} files were here already. They are kept once, and now belong to this as well.",
  },
  "intake.there": {
    one: "{n} file was here already. It was not added twice.",
    other: "{n} files were here already. They were not added twice.",
  },
  "intake.seconds-left": "Less than a minute left",
  "intake.minutes-left": { one: "About {n} minute left", other: "About {n} minutes left" },
  "intake.hours-left": { one: "About {n} hour left", other: "About {n} hours left" },
  "intake.words-to-links": "The words you pasted wait under “Add links”. Nothing of them is lost.",
  "intake.words-to-message": "The words you pasted are here. As a message they can be read, and are looked over for warning signs.",
  "intake.words-too-long": "These words are too many to paste. Save them as a text file and choose that.",
  "intake.fits-messages": { one: "This fits under Messages", other: "These {n} fit under Messages" },
  "intake.fits-lead": "As a message it can be read here, and it is looked over for warning signs. Each is kept exactly as it is.",
  "intake.kind-mail": "mail",
  "intake.kind-chat": "chat",
  "intake.kind-text": "text",
  "intake.as-message": "Keep as a message",
  "intake.as-file": "Keep as a file",
  "intake.as-message-done": "kept as a message",
  "intake.as-file-done": "goes on as a file",
  "intake.go-on-files": { one: "Go on with {n} file", other: "Go on with {n} files" },
  "intake.sorting": "Looking at them…",
  "intake.not-kept": "Not kept",
} as const satisfies Words;
