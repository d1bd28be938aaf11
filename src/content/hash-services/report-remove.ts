import type { HashService } from "../types.ts";

export default {
  id: "report-remove",
  name: "Report Remove (Childline + IWF)",
  url: "https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove-down/",
  createCaseUrl: null,
  for: "under 18 in the UK",
  notFor: null,
  operator: "NSPCC Childline and Internet Watch Foundation",
  howItWorks: [
    "choose age range; 13 and over prove age through Yoti; under 13 skip that",
    "make a Childline account",
    "upload the image/video or give the URL to IWF analysts",
    "if illegal, it is hashed and the hash shared with internet companies; Childline tells you the outcome",
  ],
  hashTypes: [],
  participants: [],
  participantsNote: null,
  limits: ["image IS sent to IWF analysts (unlike the other two)", "police are not sent routinely because of a report"],
  confusion: null,
  plain: {
    for: "Anyone under 18 in the UK.",
    notFor: null,
    how: [
      "You say how old you are. From 13 on, you show it with an app called Yoti.",
      "You make a Childline account.",
      "You send the picture or its address to people at the Internet Watch Foundation. They look at it.",
      "If it is against the law, sites get a code to spot it. Childline tells you what came of it.",
    ],
    limits: [
      "Here the picture itself is sent. The other two services get only a code.",
      "A report here does not go to the police as a rule.",
    ],
    sites: null,
    confusion: null,
  },
  source: {
    text: "https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove-down/; https://www.iwf.org.uk/what-we-do/why-we-exist/report-remove; https://inhope.org/EN/articles/iwf-and-childline-launch-tool-to-help-young-people-remove-nude-images-shared-online",
    date: null,
    confidence: "ngo",
  },
} satisfies HashService;
