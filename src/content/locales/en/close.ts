import type { Words } from "../types.ts";

/** Closing a case: what to keep and what may go. */
export const close = {
  "close.heading": "Close this case",
  "close.lead": "Closing changes nothing and erases nothing. You can open it again at any time.",
  "close.open": { one: "{n} step is still open. You can close anyway.", other: "{n} steps are still open. You can close anyway." },
  "close.keep": "What to keep",
  "close.keep-record": "A sealed copy of your record, where only you find it, with its six words in another place.",
  "close.keep-numbers": "Case numbers and PINs of services. They stay useful if the picture comes back.",
  "close.keep-court": "All that the police or a court may still ask for. If you are not sure, ask a lawyer first.",
  "close.erase": "What may go",
  "close.erase-device": "Copies outside this app: screenshots in the gallery, its bin and its backup, files in your downloads.",
  "close.erase-under-18": "If someone in it was under 18, ask a hotline or a lawyer before you delete anything.",
  "close.erase-here": "What is kept in this app: Settings, then Erase. Then it is lost, unless you have a sealed copy.",
  "close.note": "What you keep, and where",
  "close.note-hint": "For yourself. You can leave this empty. A court may ask for this. Write what happened, not guesses.",
  "close.seal": "Make a sealed copy first",
  "close.close": "Close the case",
  "close.done": "Closed. It is all still here.",
  "close.is-closed": "This case is closed. It can be read, and opened again.",
} as const satisfies Words;
