import type { Words } from "../types.ts";

/** "Talk to someone now". */
export const help = {
  "help.heading": "Talk to someone now",
  "help.first": "If you might end your life, call now. The pictures can wait.",
  "help.country": "Country",
  "help.country-none": "Choose your country",
  "help.emergency": "In danger now",
  "help.emergency-any":
    "If you are in danger now, call the emergency number of your country: 112 in most of Europe and from most mobile phones, 999 in the United Kingdom, 911 in the United States and Canada, 000 in Australia, 111 in New Zealand.",
  "help.crisis": "If you might hurt yourself",
  "help.abuse": "If someone hurts or threatens you",
  "help.child": "Under 18, or worried about a child",
  "help.image": "About intimate images",
  "help.legal": "Legal help",
  "help.fraud": "If you paid someone",
  "help.police": "Police",
  "help.finder": "Find a helpline in your country",
  "help.other": "Others",
  "help.none": "No line for this country is known here. The finders below list lines all over the world.",
  "help.call": "Call {number}",
  "help.call-note": "Calls can show up on a phone bill and in the list of calls.",
  "help.site": "Website",
  "help.hours": "Open: {hours}",
  "help.dated": "Numbers change. Each one shows when it was last checked.",
} as const satisfies Words;
