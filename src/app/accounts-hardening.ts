import type { AccountCheck } from "../case/events.ts";
import type { Account } from "../case/state.ts";
import type { Hardening } from "../content/types.ts";

/** Directory id → the checks that it helps with. A page that is in no row is shown nowhere, which a test refuses. */
export const checksOfPage: Readonly<Record<string, readonly AccountCheck[]>> = {
  "0-device-safe": ["recorded"],
  "1-record-first": ["recorded"],
  "2-apple-devices": ["recorded", "sessions", "passphrase", "second-factor", "recovery"],
  "2-apple-safety-check": ["sessions"],
  "2-google-devices": ["recorded", "sessions"],
  "2-microsoft-activity": ["recorded"],
  "2-microsoft-devices": ["recorded", "sessions"],
  "3-google-forwarding": ["recorded", "forwarding"],
  "3-microsoft-forwarding": ["recorded", "forwarding"],
  "4-google-password": ["passphrase"],
  "4-microsoft-password": ["passphrase"],
  "5-google-app-passwords": ["forwarding"],
  "5-google-second-factor": ["second-factor"],
  "5-google-third-party-access": ["forwarding"],
  "5-microsoft-second-factor": ["second-factor"],
  "6-facebook-apps": ["forwarding"],
  "6-instagram-login-activity": ["recorded", "sessions"],
  "6-linkedin-sessions": ["recorded", "sessions"],
  "6-meta-accounts-centre": ["sessions", "passphrase", "second-factor"],
  "6-proton-sessions": ["recorded", "sessions"],
  "6-reddit-settings": ["passphrase", "second-factor", "recovery"],
  "6-snapchat-sessions": ["sessions", "second-factor"],
  "6-tiktok-devices": ["sessions", "second-factor"],
  "6-twitch-security": ["passphrase", "second-factor", "sessions"],
  "6-x-connected-apps": ["forwarding"],
  "6-x-second-factor": ["second-factor"],
  "6-x-sessions": ["recorded", "sessions"],
  "7-dropbox-security": ["recorded", "sessions", "forwarding"],
  "7-google-photos-sharing": ["recorded"],
  "7-icloud-sharing": ["recorded"],
  "8-recovery-and-carrier": ["recovery"],
};

/** Words by which people call the services of a provider. Whole words only: a look-alike is never taken for its brand. */
const names: Readonly<Record<string, readonly string[]>> = {
  Google: ["google", "gmail", "googlemail", "youtube", "android"],
  "Google Photos": ["google", "gmail", "googlemail"],
  Apple: ["apple", "icloud", "iphone", "ipad"],
  "Apple iCloud": ["apple", "icloud", "iphone", "ipad"],
  Microsoft: ["microsoft", "outlook", "hotmail", "live", "msn", "onedrive", "xbox"],
  Meta: ["meta", "facebook", "instagram", "threads", "messenger"],
  Instagram: ["instagram"],
  X: ["x", "twitter"],
  LinkedIn: ["linkedin"],
  Proton: ["proton", "protonmail"],
  Reddit: ["reddit"],
  Snapchat: ["snapchat", "snap"],
  TikTok: ["tiktok"],
  Twitch: ["twitch"],
  Dropbox: ["dropbox"],
};

const wordsOf = (service: string): ReadonlySet<string> => new Set(service.toLowerCase().split(/[^\p{L}\p{N}]+/u));

/** Is this page of the directory about this account? `any` is about all. "Facebook: …" is not about Instagram. */
const isAbout = (page: Hardening, words: ReadonlySet<string>): boolean =>
  page.provider === "any" ||
  ((names[page.provider] ?? []).some((name) => words.has(name)) && (!page.setting.startsWith("Facebook:") || words.has("facebook")));

/** What the directory knows for one check of one account, in its order. Fetched when a check is opened. */
export const pagesFor = async (account: Pick<Account, "service">, check: AccountCheck): Promise<readonly Hardening[]> => {
  const { hardening } = await import("../content/hardening/index.ts");
  const words = wordsOf(account.service);
  return hardening.filter((page) => checksOfPage[page.id]?.includes(check) === true && isAbout(page, words));
};
