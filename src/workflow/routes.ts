import type { ReportKind, SubjectKey } from "../case/events.ts";
import type { CaseState, Picture } from "../case/state.ts";

/** Why a route is not open. `who-took-it`: only copyright needs to know, so it is asked when that route is chosen. */
export type RouteBar = "under-18" | "not-your-picture" | "who-took-it";
export interface RouteChoice {
  readonly route: ReportKind;
  readonly barred: RouteBar | null;
}

/** To whom links with an under-18 or unanswered picture may go at all (workflow.md, "Under 18"). */
const underAgeRoutes: ReadonlySet<ReportKind> = new Set(["hotline"]);
const removalRoutes: readonly ReportKind[] = [
  "platform-form",
  "us-take-it-down",
  "eu-dsa-16",
  "eu-gdpr-17",
  "us-dmca-512",
  "hotline",
  "regulator",
  "host",
  "cdn",
  "registrar",
  "other",
];

/** Pictures that a report about these subjects concerns: those that its links show, or all of the case where one names none. */
export const concernedPictures = (state: CaseState, subjects: readonly SubjectKey[]): readonly Picture[] => {
  const named = subjects.flatMap((key) => (key.startsWith("link:") ? (state.links.get(key.slice(5))?.pictures ?? []) : []));
  const unnamed =
    subjects.length === 0 ||
    subjects.some((key) => !key.startsWith("link:") || (state.links.get(key.slice(5))?.pictures.length ?? 0) === 0);
  return [...new Set(unnamed ? state.pictures.keys() : named)].flatMap((id) => state.pictures.get(id) ?? []);
};

/** Only for what the person took, and a fake or a secret film is nobody's own picture, whatever was answered. */
const copyrightBar = (pictures: readonly Picture[]): RouteBar | null => {
  const isNotOwn = ({ takenByPerson, shows }: Picture): boolean =>
    takenByPerson === "no" || shows.includes("fake") || shows.includes("filmed-secretly");
  if (pictures.some(isNotOwn)) return "not-your-picture";
  return pictures.every(({ takenByPerson }) => takenByPerson === "yes") ? null : "who-took-it";
};

/**
 * Which routes a report about these subjects may take: with an under-18, unknown or unanswered picture only the hotline; copyright never
 * first, and only for a picture that the person took. `decide` refuses what must not be sent; this keeps it from being offered.
 */
export const routesFor = (state: CaseState, subjects: readonly SubjectKey[]): readonly RouteChoice[] => {
  const pictures = concernedPictures(state, subjects);
  const adult = state.facts.minorNow !== "yes" && pictures.length > 0 && pictures.every((picture) => picture.age === "adult");
  return removalRoutes.map((route) => ({
    route,
    barred: !adult && !underAgeRoutes.has(route) ? "under-18" : route === "us-dmca-512" ? copyrightBar(pictures) : null,
  }));
};
