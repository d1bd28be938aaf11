/**
 * What is surely the same page, site by site. Data only; used for the de-duplication key, never for what is stored.
 * Where a reader may doubt, the parameter stays in the key: two links too many are better than one lost.
 */
export interface SameSite {
  /** Registrable domain. */
  readonly domain: string;
  /** The domain that it is another name of. */
  readonly as?: string;
  /** Subdomains that show the same pages (`www` is always one). */
  readonly views?: readonly string[];
  /** Two-letter language subdomains show the same pages. */
  readonly languages?: boolean;
  /** Query parameters that say who shared a link or how to lay it out. */
  readonly drop?: readonly string[];
  /** `/a/` and `/a` are the same page. */
  readonly slash?: boolean;
}

/** Added by advertisers and newsletters anywhere on the web; `utm_…` besides. */
export const trackers: ReadonlySet<string> = new Set([
  "fbclid",
  "gclid",
  "gbraid",
  "wbraid",
  "dclid",
  "msclkid",
  "yclid",
  "twclid",
  "ttclid",
  "li_fat_id",
  "mc_cid",
  "mc_eid",
]);

const x: Omit<SameSite, "domain"> = { as: "x.com", views: ["mobile", "m"], drop: ["s", "t", "ref_src", "ref_url"], slash: true };
const facebook: Omit<SameSite, "domain"> = {
  as: "facebook.com",
  views: ["m", "mbasic", "web", "touch"],
  drop: ["mibextid", "rdid", "sfnsn", "__tn__", "__cft__[0]", "_rdr", "_rdc", "paipv", "eav"],
  slash: true,
};

export const sameSites: readonly SameSite[] = [
  { domain: "x.com", ...x },
  { domain: "twitter.com", ...x },
  { domain: "facebook.com", ...facebook },
  { domain: "fb.com", ...facebook },
  { domain: "instagram.com", views: ["m"], drop: ["igsh", "igshid"], slash: true },
  { domain: "threads.com", drop: ["igsh", "igshid", "xmt"], slash: true },
  { domain: "threads.net", as: "threads.com", drop: ["igsh", "igshid", "xmt"], slash: true },
  {
    domain: "reddit.com",
    views: ["old", "new", "np", "m", "sh", "amp"],
    drop: ["context", "share_id", "rdt", "ref", "ref_source"],
    slash: true,
  },
  { domain: "tiktok.com", views: ["m"], drop: ["_r", "_t", "is_from_webapp", "sender_device", "is_copy_url"], slash: true },
  { domain: "youtube.com", views: ["m"], drop: ["si", "feature", "pp"] },
  { domain: "youtu.be", drop: ["si", "feature"] },
  { domain: "pinterest.com", views: ["m"], languages: true, slash: true },
  { domain: "linkedin.com", languages: true, slash: true },
  { domain: "google.com", drop: ["usp"] },
  { domain: "pornhub.com", languages: true },
  { domain: "redtube.com", languages: true },
  { domain: "xhamster.com", languages: true },
  { domain: "telegram.me", as: "t.me" },
  { domain: "telegram.dog", as: "t.me" },
];
