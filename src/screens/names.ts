/**
 * Every screen by name. `section`: which of the four is lit below, null for none. `when`: locked screens are in the first download;
 * `any` is reached before and after unlocking. A new screen is one file, one row here and one row in `table.ts`.
 */
export type Section = "now" | "case" | "timeline" | "share";
export interface ScreenFacts {
  readonly section: Section | null;
  readonly when: "locked" | "unlocked" | "any";
}

const row = (section: Section | null, when: ScreenFacts["when"]): ScreenFacts => ({ section, when });

export const screenFacts = {
  welcome: row(null, "locked"),
  safe: row(null, "any"),
  unsafe: row(null, "any"),
  install: row(null, "any"),
  opening: row(null, "locked"),
  passphrase: row(null, "locked"),
  unlock: row(null, "locked"),
  gone: row(null, "locked"),
  missing: row(null, "locked"),
  help: row(null, "any"),
  open: row(null, "any"),
  restore: row(null, "any"),

  now: row("now", "unlocked"),
  step: row("now", "unlocked"),
  "skip-step": row("now", "unlocked"),
  steps: row("now", "unlocked"),
  question: row("now", "unlocked"),

  case: row("case", "unlocked"),
  answers: row("case", "unlocked"),
  settings: row(null, "unlocked"),
  ways: row(null, "unlocked"),
  way: row(null, "unlocked"),
  "change-passphrase": row(null, "unlocked"),
  "change-everything": row(null, "unlocked"),
  "add-passkey": row(null, "unlocked"),
  "recovery-words": row(null, "unlocked"),
  beside: row(null, "unlocked"),
  backup: row(null, "unlocked"),
  erase: row(null, "unlocked"),
  "erase-item": row(null, "unlocked"),
  "erase-case": row(null, "unlocked"),
  "erase-vault": row(null, "unlocked"),
  "erase-all": row(null, "unlocked"),
  links: row("case", "unlocked"),
  "add-links": row("case", "unlocked"),
  link: row("case", "unlocked"),
  "add-place": row("case", "unlocked"),
  places: row("case", "unlocked"),
  place: row("case", "unlocked"),
  pictures: row("case", "unlocked"),
  evidence: row("case", "unlocked"),
  capture: row("case", "unlocked"),
  inbox: row("case", "unlocked"),
  picture: row("case", "unlocked"),
  cover: row("case", "unlocked"),
  custody: row("case", "unlocked"),
  fingerprint: row("case", "unlocked"),
  "same-picture": row("case", "unlocked"),
  reports: row("case", "unlocked"),
  report: row("case", "unlocked"),
  "follow-report": row("case", "unlocked"),
  "check-link": row("case", "unlocked"),
  "hash-service": row("case", "unlocked"),
  search: row("case", "unlocked"),
  accounts: row("case", "unlocked"),
  account: row("case", "unlocked"),
  messages: row("case", "unlocked"),
  message: row("case", "unlocked"),
  "cover-words": row("case", "unlocked"),
  "add-message": row("case", "unlocked"),
  profiles: row("case", "unlocked"),
  profile: row("case", "unlocked"),
  people: row("case", "unlocked"),
  person: row("case", "unlocked"),
  "close-case": row("case", "unlocked"),

  timeline: row("timeline", "unlocked"),
  share: row("share", "unlocked"),
} as const satisfies Readonly<Record<string, ScreenFacts>>;

export type ScreenName = keyof typeof screenFacts;

export const isScreenName = (name: string): name is ScreenName => Object.hasOwn(screenFacts, name);
