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
  "intake.not-kept": "Not kept",
} as const satisfies Words;
