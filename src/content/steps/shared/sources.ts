import type { Source } from "../../../workflow/types.ts";

/** Where the steps were read. Nothing was opened live: date and confidence are shown with every step. */
export const imageHelplineUk: Source = { text: "UK adult image-abuse helpline (SWGfL), frequent questions", date: null, confidence: "ngo" };
export const extortionGuides: Source = {
  text: "FBI, NCMEC, Thorn and Helpwanted guides on sextortion, as collected in the domain notes",
  date: "2026-11-22",
  confidence: "ngo",
};
export const withoutConsent: Source = { text: "Without My Consent, evidence guide", date: null, confidence: "ngo" };
export const appleSafety: Source = { text: "Apple, Personal Safety User Guide", date: null, confidence: "official" };
export const evidenceLog: Source = {
  text: "NNEDV and OnlineSOS evidence logs, as collected in the domain notes",
  date: "2026-11-22",
  confidence: "ngo",
};
export const platformRules: Source = {
  text: "Platform reporting pages, as collected in the directory",
  date: "2026-11-22",
  confidence: "ngo",
};
export const stopNcii: Source = { text: "StopNCII.org, frequent questions", date: "2026-05-19", confidence: "official" };
export const takeItDown: Source = { text: "NCMEC Take It Down, frequent questions", date: "2026", confidence: "official" };
export const reportRemove: Source = { text: "Childline, Report Remove", date: null, confidence: "official" };
export const minorGuides: Source = {
  text: "NCMEC, digitalharm.org and Take It Down on images of under-18s",
  date: "2026",
  confidence: "ngo",
};
export const inhope: Source = { text: "INHOPE, network of hotlines", date: null, confidence: "ngo" };
export const recoveryScams: Source = {
  text: "US Federal Trade Commission, refund and recovery scams",
  date: null,
  confidence: "thirdParty",
};
export const fbiAssistance: Source = {
  text: "FBI notice on paid sextortion help, as reported",
  date: "2023-04-07",
  confidence: "thirdParty",
};
export const eSafety: Source = { text: "eSafety Commissioner, image-based abuse", date: null, confidence: "official" };
export const googleSearch: Source = { text: "Google Search help, remove intimate images", date: "2026-02-11", confidence: "official" };
export const bingSearch: Source = {
  text: "Microsoft, Report a Concern form for Bing, as listed by others",
  date: "2026-06-14",
  confidence: "thirdParty",
};
export const chayn: Source = { text: "Chayn, reporting channels and letters", date: "2026-07-15", confidence: "ngo" };
export const hostLadder: Source = {
  text: "Cloudflare abuse pages and hosting-provider guidance, as collected in the directory",
  date: "2024-02-05",
  confidence: "official",
};
export const dmcaNotes: Source = {
  text: "US copyright law 17 U.S.C. 512(c)(3), as collected in the directory",
  date: null,
  confidence: "thirdParty",
};
export const accountChecklists: Source = {
  text: "Account security checklists, as collected in the directory",
  date: "2026-11-22",
  confidence: "thirdParty",
};
export const ownRule: Source = {
  text: "Holdfast's own rule, from advocates' advice; no page was found for it",
  date: "2026-11-22",
  confidence: "unsourced",
};
