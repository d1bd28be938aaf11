import type { Id } from "../case/events.ts";
import type { LinkCheck } from "../case/state.ts";
import { msOf } from "../lib/time.ts";
import type { ReportInfo } from "./report-info.ts";
import { linkBits } from "./view.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** "Gone" is believed when it was seen twice, a day apart or nearly: pages come back (workflow.md, "check-gone"). */
const secondLook = day;
/** Nearer looks than this count as one: a double tap is no second look. */
const apart = day / 2;
const lookAgain = 7 * day;
const lookAgainIfUnclear = 2 * day;
/** Days after it was first seen gone (workflow.md, "recheck"). */
const recheckDays = [2, 7, 14, 30, 90];
/** What was looked at in one sitting falls due in one sitting. */
const sitting = 6 * hour;
const atSitting = (ms: number): number => Math.floor(ms / sitting) * sitting;

/** Something that can be reported and looked at: a link, a group, a fake profile. */
export interface Removable {
  readonly reports: readonly Id[];
  readonly checks: readonly Pick<LinkCheck, "seq" | "at" | "found">[];
}
export interface RemovalView {
  readonly bits: number;
  readonly due: number;
  readonly recheckAt: number;
  readonly cameBackSeq: number;
  readonly goneSeq: number;
  readonly answerSeq: number;
}

interface Looks {
  /** Looks in a row that saw it gone, up to now. */ readonly run: number;
  readonly stillThere: boolean;
  readonly goneAt: number;
  readonly goneSeq: number;
  readonly cameBackSeq: number;
  readonly lastAt: number;
  readonly lastSeq: number;
  readonly unclear: boolean;
}

const notLooked: Looks = {
  run: 0,
  stillThere: false,
  goneAt: Number.NaN,
  goneSeq: -1,
  cameBackSeq: -1,
  lastAt: Number.NaN,
  lastSeq: -1,
  unclear: false,
};

const readChecks = (checks: Removable["checks"]): Looks => {
  const last = checks[checks.length - 1];
  if (last === undefined) return notLooked;
  let run = 0;
  let stillThere = false;
  let goneAt = Number.NaN;
  let goneSeq = -1;
  let cameBackSeq = -1;
  for (const check of checks) {
    if (check.found === "gone") {
      if (run === 0) {
        goneAt = msOf(check.at);
        goneSeq = check.seq;
        run = 1;
      } else if (msOf(check.at) >= goneAt + apart) run += 1;
      stillThere = false;
    } else if (check.found === "still-there") {
      if (run > 0) cameBackSeq = check.seq;
      run = 0;
      stillThere = true;
      goneAt = Number.NaN;
    }
  }
  return { run, stillThere, goneAt, goneSeq, cameBackSeq, unclear: last.found === "cant-tell", lastAt: msOf(last.at), lastSeq: last.seq };
};

const recheckAfter = (goneAt: number, lastAt: number): number => {
  for (const days of recheckDays) if (goneAt + days * day > lastAt + sitting) return atSitting(goneAt + days * day);
  return Number.NaN;
};

const nextLook = (looks: Looks, bits: number, answerDue: number): number => {
  if (looks.run > 1) return Number.NaN;
  const unclear = looks.lastAt + lookAgainIfUnclear;
  if (looks.run === 1) return atSitting(looks.unclear ? Math.max(unclear, looks.goneAt + secondLook) : looks.goneAt + secondLook);
  // They say that it is gone: look now.
  if ((bits & linkBits["said-removed"]) !== 0) return Number.NaN;
  if (!Number.isNaN(answerDue)) return answerDue;
  return atSitting(looks.unclear ? unclear : looks.lastAt + lookAgain);
};

const otherAim = (route: string, answered: boolean): number => {
  if (route === "reupload-prevention") return linkBits["prevention-asked"] | (answered ? linkBits["prevention-answered"] : 0);
  if (route === "preservation") return linkBits["preservation-asked"];
  return route === "impersonation" ? linkBits["impersonation-asked"] : 0;
};

/** What reports and looks come to, in one pass over both. `infos` in the order of `thing.reports`. */
export const readRemoval = (thing: Removable, infos: readonly ReportInfo[]): RemovalView => {
  const looks = readChecks(thing.checks);
  let bits = 0;
  let answerDue = Number.NaN;
  let answerSeq = -1;
  for (const info of infos) {
    const { route, seq } = info.report;
    if (!info.removal) {
      bits |= otherAim(route, info.answer !== null);
      if (route !== "impersonation") continue;
    } else if (seq > looks.cameBackSeq) bits |= linkBits.reported;
    if (info.topRung && (info.answer === "refused" || info.answer === "silent" || info.answer === "partly")) bits |= linkBits["ladder-end"];
    if ((info.answer === "removed" || info.answer === "partly") && info.answerSeq > looks.lastSeq) bits |= linkBits["said-removed"];
    if (seq > looks.lastSeq && !(info.lookMs >= answerDue)) answerDue = info.lookMs;
    if (info.answerSeq > answerSeq) answerSeq = info.answerSeq;
  }
  if (looks.run > 0) bits |= linkBits["gone-once"];
  if (looks.run > 1) bits |= linkBits["gone-twice"];
  if (looks.stillThere) bits |= linkBits["still-there"];
  if (looks.cameBackSeq >= 0 && looks.run === 0) bits |= linkBits["came-back"];
  const recheckAt = looks.run > 0 ? recheckAfter(looks.goneAt, looks.lastAt) : Number.NaN;
  if (looks.run > 0 && Number.isNaN(recheckAt)) bits |= linkBits["long-gone"];
  return { bits, due: nextLook(looks, bits, answerDue), recheckAt, cameBackSeq: looks.cameBackSeq, goneSeq: looks.goneSeq, answerSeq };
};
