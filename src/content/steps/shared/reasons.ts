/** Reasons that any step may give, by key. A step's own `whys` come first. */
export const sharedReasons: Readonly<Record<string, string>> = {
  later: "Something else comes first.",
  done: "This is done.",
  skipped: "You left this out. You can take it up again.",
  closed: "The case is closed.",
  more: "There is more here that needs this step.",
  "under-18": "Someone in a picture was, or may have been, under 18. So no picture is kept or sent, and a hotline takes over.",
  "keeps-nothing": "This phone may be watched and you have no other. So nothing is kept here.",
  "no-danger": "You said nobody could hurt you over this.",
  "not-watched": "You said nobody can see this phone.",
  "not-extorted": "You said nobody is asking you for anything.",
  "only-threatened": "You said nothing has been posted so far.",
  "bad-host": "This site asks for money, or the person may run it. A report there can do harm.",
  "not-asked": "Your answers say that you do not need this.",
};
