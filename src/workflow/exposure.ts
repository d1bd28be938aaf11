import type { NoticeRoute } from "./notice-types.ts";

/** Who will see the person's name, in words, before each send. */
export interface Exposure {
  /** danger: the poster or the public normally learns it · may-pass-on: others may get it · stated: the place says so itself · not-known. */
  readonly level: "danger" | "may-pass-on" | "stated" | "not-known";
  /** Sentences to show, in this order. */
  readonly words: readonly string[];
}

const ALIAS = "Use an e-mail address made for this, and give no more than the form needs.";
const NOT_KNOWN = "It is not known who will see your name.";

/** What holds for a route wherever it goes; the rest depends on the place. */
const BY_ROUTE: Readonly<Partial<Record<NoticeRoute, { readonly level: "danger" | "may-pass-on"; readonly words: string }>>> = {
  "us-dmca-512": {
    level: "danger",
    words: "A copyright notice normally gives your name and contact to the person who posted it, and it may be published.",
  },
  host: { level: "may-pass-on", words: "The host may pass your report on to the owner of the site." },
  cdn: {
    level: "danger",
    words: "The report goes to the site's operator and its host unless you choose in the form that it must not.",
  },
  registrar: { level: "may-pass-on", words: "The registrar may pass your report on to the holder of the domain." },
};

/**
 * `platform`: the directory's entry the report goes to, or null. What the directory says stands in its own words; silence is never read as safe.
 */
export const exposureOf = (
  platform: { readonly name: string; readonly reporterExposure: string | null } | null,
  route: NoticeRoute,
): Exposure => {
  const general = BY_ROUTE[route];
  const stated = platform?.reporterExposure ?? null;
  const words = [
    ...(general === undefined ? [] : [general.words]),
    ...(stated === null || platform === null ? [] : [`${platform.name}: ${stated}`]),
  ];
  if (general?.level === "danger" || stated?.startsWith("DANGER") === true) return { level: "danger", words: [...words, ALIAS] };
  if (general !== undefined) return { level: general.level, words: [...words, ALIAS] };
  if (stated !== null) return { level: "stated", words: [...words, ALIAS] };
  return { level: "not-known", words: [NOT_KNOWN, ALIAS] };
};
