import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { takeItDown } from "./shared/sources.ts";

export default {
  id: "hash-service-under-18",
  phase: "remove",
  order: 332,
  on: "picture",
  screen: "hash-service",
  after: [...seen, ...ageKnown, "ask-file-here", "ask-minor-now", "ask-country", "leave-the-phone"],
  concerns: { when: "picture-age", is: ["under18"] },
  doneWhen: { when: "hash-case", service: ["take-it-down-ncmec", "report-remove"] },
  notForYouWhen: [
    { when: { when: "fact", fact: "fileHere", is: ["no"] }, why: "no-file" },
    {
      when: {
        when: "all",
        of: [
          { when: "fact", fact: "minorNow", is: ["yes"] },
          { when: "fact", fact: "country", is: ["GB"] },
        ],
      },
      why: "uk",
    },
  ],
  title: "Help sites spot copies: Take It Down",
  why: "It makes a short code on the device and sends only the code, so some sites can spot copies.",
  how: [
    "Use takeitdown.ncmec.org, on the device the picture was taken with.",
    "Do not download or send the picture in order to do this.",
    "Keep the number it gives you here.",
  ],
  doneLabel: "I leave this out",
  whys: { "no-file": "It needs the file, and you said you do not have it.", uk: "In the UK there is a service of its own." },
  source: takeItDown,
} satisfies Step;
