import type { ReportKind } from "../case/events.ts";
import type { Report } from "../case/state.ts";

/** The rungs, in the order in which they are tried (workflow.md, "escalate"). */
export const rungs = ["platform", "platform-again", "regulator", "host", "cdn", "registrar"] as const;
export type Rung = (typeof rungs)[number];

const outside: Partial<Readonly<Record<ReportKind, Rung>>> = {
  regulator: "regulator",
  hotline: "regulator",
  host: "host",
  cdn: "cdn",
  registrar: "registrar",
};
const otherAims: ReadonlySet<ReportKind> = new Set(["de-index", "reupload-prevention", "impersonation", "preservation"]);

/** Does a report on this route ask for the thing itself to be removed? */
export const asksForRemoval = (route: ReportKind): boolean => !otherAims.has(route);

/** The rung of a report that asks for removal. */
export const rungOf = (report: Pick<Report, "route" | "follows">): Rung =>
  outside[report.route] ?? (report.follows === null ? "platform" : "platform-again");

/** The rung above, or null at the top. */
export const nextRung = (rung: Rung): Rung | null => rungs[rungs.indexOf(rung) + 1] ?? null;

/** Routes that stand on a rung; the first is the usual one. */
export const routesOn: Readonly<Record<Rung, readonly ReportKind[]>> = {
  platform: ["platform-form", "us-take-it-down", "eu-dsa-16", "eu-gdpr-17", "us-dmca-512", "other"],
  "platform-again": ["platform-form", "us-take-it-down", "eu-dsa-16", "eu-gdpr-17", "other"],
  regulator: ["regulator", "hotline"],
  host: ["host"],
  cdn: ["cdn"],
  registrar: ["registrar"],
};
