import type { Command } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import type { Commands } from "../../src/case/kinds.ts";
import type { CaseState } from "../../src/case/state.ts";
import { plusHours } from "../../src/lib/time.ts";
import { startOfHistory, stored } from "./arbitrary.ts";

export const now = startOfHistory;
/** 32 hex digits ending in `n`. */
export const idOf = (n: number): string => n.toString(16).padStart(32, "0");

/** Ids by what they name. */
export const ids = {
  adult: idOf(1),
  other: idOf(2),
  link: idOf(3),
  link2: idOf(4),
  shot: idOf(5),
  file: idOf(6),
  report: idOf(7),
  account: idOf(8),
  person: idOf(9),
  place: idOf(10),
  profile: idOf(11),
  message: idOf(12),
  bundle: idOf(13),
  pin: idOf(14),
  print: idOf(15),
  nobody: idOf(255),
} as const;

/** What `decide` says, as a code or "ok". */
export const answer = (state: CaseState, command: Command): string => {
  const outcome = decide(state, command, { now });
  return outcome.ok ? "ok" : outcome.error.code;
};

/** The case after these commands, each of which must be accepted. */
export const after = (state: CaseState, ...commands: readonly Command[]): CaseState =>
  commands.reduce((current, command) => {
    const outcome = decide(current, command, { now });
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
    return fold(current, stored(outcome.value, current.size, now).map(decodeEntry));
  }, state);

export const opened = after(emptyCase, { do: "open-case" });

export const picture = (id: string, age?: "adult" | "under18" | "unknown"): readonly Command[] => [
  { do: "add-picture", picture: id, label: "" },
  ...(age === undefined ? [] : [{ do: "answer-age", picture: id, age } as const]),
];
export const link = (id: string, pictures: readonly string[] = [], path = id): Command => ({
  do: "paste",
  from: "paste",
  pictures,
  lines: [
    {
      as: "link",
      body: { link: id, text: `https://a.example/${path}`, key: `a.example/${path}`, host: "a.example", site: "a.example", platform: null },
    },
  ],
});
export const evidence = (change: Partial<Commands["add-evidence"]> = {}): Command => ({
  do: "add-evidence",
  evidence: ids.shot,
  file: ids.file,
  name: "listing-page.png",
  sha256: "a".repeat(64),
  size: 57274,
  type: "image/png",
  role: "listing",
  about: [],
  pictures: [],
  capturedAt: null,
  capturedBy: "person",
  came: "import",
  fileTime: null,
  capturedFrom: null,
  misnamed: false,
  source: null,
  ...change,
});
export const report = (change: Partial<Commands["send-report"]> = {}): Command => ({
  do: "send-report",
  report: ids.report,
  covers: [`link:${ids.link}`],
  route: "platform-form",
  site: "a.example",
  platform: null,
  notice: null,
  text: "Please remove.",
  missing: [],
  sentAt: now,
  reference: "",
  exposure: "",
  deadline: null,
  follows: null,
  by: "person",
  ...change,
});
export const deadline = { dueAt: plusHours(now, 48), law: "TAKE IT DOWN Act", source: "the Act", sourceDate: "2026-05-19" };
export const message = (change: Partial<Commands["add-message"]> = {}): Command => ({
  do: "add-message",
  message: ids.message,
  channel: "email",
  from: "someone",
  file: ids.file,
  name: "extortion.eml",
  sha256: "b".repeat(64),
  size: 1260,
  text: "pay",
  count: 1,
  signs: [],
  attachmentsDropped: 0,
  about: ["case"],
  ...change,
});
export const account = (id: string, service: string, resets: readonly string[] = [], login = ""): Command => ({
  do: "add-account",
  account: id,
  service,
  login,
  resets,
  note: "",
});
export const bundle = (recipient: Commands["record-bundle"]["recipient"], items: readonly string[] = [], holdsLinks = true): Command => ({
  do: "record-bundle",
  bundle: ids.bundle,
  recipient,
  label: "",
  files: items.map((item) => ({ item, copy: null })),
  entries: 3,
  continuity: false,
  holdsLinks,
  sealDigest: "d".repeat(64),
});

/** One adult picture, one link that shows it. */
export const adultCase = after(opened, ...picture(ids.adult, "adult"), link(ids.link, [ids.adult]));
