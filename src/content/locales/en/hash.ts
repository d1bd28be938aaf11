import type { Words } from "../types.ts";

/** Services that help sites spot copies. */
export const hash = {
  "hash.heading": "Help sites spot copies",
  "hash.which": "Which picture is it about?",
  "hash.none": "First name the picture. Nothing of it has to be shown here.",
  "hash.unknown-age": "Ask a hotline which service is right",
  "hash.unknown-age-text":
    "The right service depends on how old everyone was when the picture was taken. A hotline can tell you. Say that you do not know, and send no picture.",
  "hash.age-question": "Answer the age question",
  "hash.no-file": "This needs the file",
  "hash.no-file-text":
    "You said that you do not have the picture or video. Do not download it to get one. Reports and search engines work without it.",
  "hash.no-file-under-18":
    "You said that you do not have the picture or video. Do not download it to get one. The CyberTipline (1-800-843-5678) or a hotline of your country can act on links and words.",
  "hash.file-question": "I do have it",
  "hash.uk-too": "If you are in the UK and under 18 today, Report Remove is there for you. Change your answers and we show it.",
  "hash.change-answers": "Your answers",
  "hash.for": "For",
  "hash.not-for": "Not for",
  "hash.how": "How it works",
  "hash.limits": "What it cannot do",
  "hash.sites": "Sites that take part",
  "hash.sites-hint": "This list changes. Look at the service’s own page.",
  "hash.operator": "Run by",
  "hash.address": "Address",
  "hash.open": "Open the service",
  "hash.device": "Use the device that has the first copy of the file, not one that was sent on or changed.",
  "hash.fingerprint":
    "You can also make a fingerprint of the file here, to tell later if a new copy is the same picture. The service makes its own and does not need it.",
  "hash.keep-head": "When you have done it, keep the number here",
  "hash.case-number": "Case number",
  "hash.pin": "PIN",
  "hash.pin-hint": "It cannot be recovered by anyone. It is kept apart from your record and never goes into a sealed file.",
  "hash.also": "Was it also about these?",
  "hash.keep": "Keep it",
  "hash.kept": "Kept.",
  "hash.kept-head": "Kept here",
  "hash.no-number": "No number noted",
  "hash.show-pin": "Show the PIN",
  "hash.hide-pin": "Hide the PIN",
} as const satisfies Words;
