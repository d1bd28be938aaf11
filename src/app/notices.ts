import { subjectsVerdict } from "../case/ages.ts";
import type { Deadline, ReportKind, SubjectKey } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import { notices } from "../content/notices/index.ts";
import { platforms } from "../content/platforms/index.ts";
import type { Notice, Platform } from "../content/types.ts";
import type { Instant } from "../lib/time.ts";
import { deadlineFor } from "../workflow/deadline.ts";
import { exposureOf, type Exposure } from "../workflow/exposure.ts";
import { nextRung, routesOn, rungOf } from "../workflow/ladder.ts";
import { checkEdited } from "../workflow/notice.ts";
import type { NoticeFacts } from "../workflow/notice-types.ts";
import { concernedPictures, routesFor, type RouteBar } from "../workflow/routes.ts";
import { hostOf } from "./hosts.ts";

export { concernedPictures, subjectsVerdict };
export { checkEdited, composeNotice, disclosesOf } from "../workflow/notice.ts";
export type { NoticeFacts, NoticeTemplate } from "../workflow/notice-types.ts";
export type { Notice } from "../content/types.ts";
export type { Exposure } from "../workflow/exposure.ts";

/** What the person says about themselves and the picture before a text is written. Nothing is assumed; statements are ticked. */
export interface Claims {
  readonly signature: string;
  readonly contact: string;
  readonly as: NoticeFacts["as"];
  readonly media: NoticeFacts["media"];
  readonly intimate: boolean;
  readonly recognisable: boolean;
  readonly says: NoticeFacts["says"];
}

/** One way to report, with who learns the name. `address`: a form that stands on the platform's own hosts, or null. */
export interface Offer {
  readonly id: string;
  readonly notice: Notice;
  readonly route: ReportKind;
  readonly platform: Platform | null;
  readonly exposure: Exposure;
  readonly address: string | null;
  readonly barred: RouteBar | null;
}

export const platformOf = (id: string | null): Platform | null => platforms.find((platform) => platform.id === id) ?? null;

/** The sentence that says what the law asks for; never that an answer is due. null: this notice starts no clock. */
export const asksOf = (notice: string | null): string | null => notices.find(({ id }) => id === notice)?.asks ?? null;

/** What a kept report lacked, in the words of its notice. A gate ("gate:…") says that the letter was not for them; it has no words here. */
export const missingWords = (notice: string | null, missing: readonly string[]): readonly string[] => {
  const elements = notices.find(({ id }) => id === notice)?.template?.elements ?? [];
  return missing.flatMap((id) => elements.find((element) => element.id === id)?.label ?? []);
};

/** An address is offered only where its host is on the platform's own list. */
const formAddress = (platform: Platform | null, route: ReportKind): string | null => {
  const address = route === "impersonation" ? platform?.impersonationUrl : platform?.reportUrl;
  if (platform === null || address === null || address === undefined) return null;
  return platform.formHosts.includes(hostOf(address)) ? address : null;
};

/** What a step of the plan is for; without one, removal. */
const aims: Readonly<Record<string, readonly ReportKind[]>> = {
  "report-impersonation": ["impersonation"],
  "ask-reupload-prevention": ["reupload-prevention"],
  "ask-provider-to-preserve": ["preservation"],
  "report-host": ["host", "cdn", "registrar", "regulator"],
  "report-hotline": ["hotline"],
  "report-place-hotline": ["hotline"],
  "report-profile-hotline": ["hotline"],
};

/** Routes for what is being reported: those of its step, of the next rung when it follows a report, else the first rung: who could pass a name on comes later. */
const wantedRoutes = (
  state: CaseState,
  step: string,
  follows: string | null,
  covers: readonly SubjectKey[],
): readonly ReportKind[] | null => {
  const aim = aims[step];
  if (aim !== undefined) return aim;
  const earlier = follows === null ? undefined : state.reports.get(follows);
  if (earlier !== undefined) {
    const rung = nextRung(rungOf(earlier));
    return rung === null ? null : routesOn[rung];
  }
  return covers.length > 0 && covers.every((key) => key.startsWith("profile:")) ? ["impersonation"] : routesOn.platform;
};

/** Ways that stand open only in one country, by notice: ISO 3166 code. All others go by where the site is, or by no law. */
const onlyIn: Readonly<Record<string, string>> = {
  "au-osa-77": "AU",
  "ca-bc-iipa": "CA",
  "es-aepd-priority": "ES",
  "in-it-rules-3-2-b": "IN",
  "uk-cpa-2026": "GB",
  "za-fpb-31": "ZA",
};

/** 0: open to this person. 1: the country is not known. null: the law of a country that is not theirs. */
const rankIn = (notice: Notice, country: string | null): 0 | 1 | null => {
  const home = onlyIn[notice.id];
  if (home === undefined || home === country) return 0;
  return country === null ? 1 : null;
};

/** Ways to report these subjects, the usual one first; those of one country only for who is there, last while that is not known. A way that the rules bar is named with its reason, never hidden silently. */
export const offersFor = (
  state: CaseState,
  covers: readonly SubjectKey[],
  platformId: string | null,
  step: string,
  follows: string | null,
): readonly Offer[] => {
  const wanted = wantedRoutes(state, step, follows, covers);
  const platform = platformOf(platformId);
  const barredBy = new Map(routesFor(state, covers).map(({ route, barred }) => [route, barred]));
  const order: readonly ReportKind[] = wanted ?? [...barredBy.keys()];
  const country = state.facts.country ?? null;
  const written = notices.filter(({ template, id }) => template !== null && id !== "authority");
  const ranked = ([0, 1] as const).map((rank) => written.filter((notice) => rankIn(notice, country) === rank));
  return ranked.flatMap((some) =>
    order.flatMap((route) =>
      some
        .filter((notice) => notice.route === route)
        .map((notice): Offer => ({
          id: notice.id,
          notice,
          route,
          platform,
          exposure: exposureOf(route === "host" || route === "cdn" || route === "registrar" ? null : platform, route),
          address: formAddress(platform, route),
          barred: barredBy.get(route) ?? (subjectsVerdict(state, covers) === "adult" ? null : "under-18"),
        })),
    ),
  );
};

const subjectTexts = (state: CaseState, covers: readonly SubjectKey[]): readonly string[] =>
  covers.flatMap((key) => {
    const id = key.slice(key.indexOf(":") + 1);
    if (key.startsWith("link:")) return state.links.get(id)?.text ?? [];
    if (key.startsWith("place:")) {
      const place = state.places.get(id);
      return place === undefined ? [] : place.invite === "" ? place.name : place.invite;
    }
    if (key.startsWith("profile:")) {
      const profile = state.profiles.get(id);
      return profile === undefined ? [] : profile.text === "" ? profile.handle : profile.text;
    }
    return [];
  });

/** Everything a letter may say, from the record and from what was ticked. No field for an address, a phone number or a document. */
export const noticeFacts = (
  state: CaseState,
  covers: readonly SubjectKey[],
  offer: Offer,
  claims: Claims,
  reference: string,
): NoticeFacts => {
  const pictures = concernedPictures(state, covers);
  const verdict = subjectsVerdict(state, covers);
  const every = (test: (picture: (typeof pictures)[number]) => boolean): boolean => pictures.length > 0 && pictures.every(test);
  const links = subjectTexts(state, covers);
  return {
    ...claims,
    links,
    platform: offer.platform?.name ?? siteOf(state, covers),
    domains: [...new Set(links.map(hostOf).filter((host) => host !== ""))],
    representative: "",
    reference,
    seenAt: "",
    writtenOn: "",
    searchTerms: "",
    resultsPage: "",
    country: "",
    fake: every(({ shows }) => shows.includes("fake")),
    filmedSecretly: every(({ shows }) => shows.includes("filmed-secretly")),
    ageThen: verdict === "adult" ? "adult" : verdict === "under-18" ? "under18" : "unknown",
    tookPicture: every(({ takenByPerson }) => takenByPerson === "yes"),
  };
};

/** The site that the subjects are on; "" when they are on several or on none. */
export const siteOf = (state: CaseState, covers: readonly SubjectKey[]): string => {
  const sites = new Set(
    covers.map((key) => {
      const id = key.slice(key.indexOf(":") + 1);
      if (key.startsWith("link:")) return state.links.get(id)?.site ?? "";
      if (key.startsWith("profile:")) return state.profiles.get(id)?.site ?? "";
      return key.startsWith("place:") ? (state.places.get(id)?.name ?? "") : "";
    }),
  );
  const [only = ""] = sites;
  return sites.size === 1 ? only : "";
};

/** The clock that this notice starts when it is sent like this, or null. `missing` as `checkEdited` names it. */
export const clockOf = (offer: Offer, sentAt: Instant, missing: readonly string[], offset: number): Deadline | null =>
  noticeNeedsClock(offer) ? deadlineFor(offer.notice, sentAt, missing, offset) : null;

const noticeNeedsClock = ({ notice }: Offer): boolean => notice.clock !== null;

/** What these facts do not say yet and this way asks for, as `checkEdited` names it. */
export const shutGates = ({ notice: { template } }: Offer, facts: NoticeFacts): readonly string[] =>
  template === null ? [] : checkEdited("", template, facts).missing.filter((id) => id.startsWith("gate:"));
