import type { HashService } from "../types.ts";

export default {
  id: "take-it-down-ncmec",
  name: "NCMEC Take It Down",
  url: "https://takeitdown.ncmec.org/",
  createCaseUrl: null,
  for: "anyone, anywhere, whose image was taken when they were under 18 (also if adult now); anonymous",
  notFor: null,
  operator: "NCMEC (US)",
  howItWorks: [
    "image stays on the device; a hash is added to a list shared with participating companies",
    "use the device the image was taken with",
    "do NOT download or share any image in order to submit it; without the device ask the CyberTipline (1-800-THE-LOST)",
    "do not post the image yourself afterwards: it may block your account",
  ],
  hashTypes: [],
  participants: ["Facebook", "Instagram", "OnlyFans", "Pornhub", "Yubo"],
  participantsNote: "2023 launch list; a 2026 glossary says 18 or more",
  limits: ["public or unencrypted services only"],
  confusion: "Not the TAKE IT DOWN Act and not takeitdown.ftc.gov: three different things with one name",
  plain: {
    for: "Anyone, in any country, whose picture was taken when they were under 18. Also if you are an adult now. You need not give your name.",
    notFor: null,
    how: [
      "The picture stays on your device. Only a short code goes on a list for sites that take part.",
      "Use the device that took the picture.",
      "Do not download or send a picture to do this. Without that device, ask the CyberTipline: 1-800-843-5678.",
      "Do not post the picture yourself later. A site may then close your account.",
    ],
    limits: ["It works only on open sites and apps. It cannot see into chats that are encrypted."],
    sites: "The list is from its start in 2023. A page from 2026 says 18 or more.",
    confusion: "Three things share this name. This one is not the TAKE IT DOWN Act, and not takeitdown.ftc.gov.",
  },
  source: {
    text: "https://takeitdown.ncmec.org/faq/; https://www.wtap.com/prnewswire/2023/02/27/ncmec-launches-new-service-that-can-help-you-take-it-down/; https://scanerase.com/glossary/what-is-ncmec-take-it-down",
    date: "2026",
    confidence: "thirdParty",
  },
} satisfies HashService;
