/** Where the share sheet sends to, inside the app's folder; public/manifest.webmanifest says the same (a test compares them). */
export const shareAction = "add";

/** What became of something that was shared: all of it is kept, part of it, nothing. */
const outcomes = ["kept", "part", "none"] as const;
export type ShareOutcome = (typeof outcomes)[number];

/** The address that the service worker answers with: the app, and one word of three. */
export const outcomeAddress = (scope: string, outcome: ShareOutcome): string => `${scope}#${outcome}`;

/** That word, from the page's address. */
export const outcomeIn = (hash: string): ShareOutcome | null => outcomes.find((outcome) => hash === `#${outcome}`) ?? null;
