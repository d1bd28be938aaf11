import type { ReportInfo } from "./report-info.ts";
import { blankView, linkBits, reportBits, type View } from "./view.ts";

/** A report, with what becomes of the things that it covers. Filled while they are read. */
export interface ReportSlot {
  readonly info: ReportInfo;
  covered: number;
  /** Of these: neither gone nor set aside. */ open: number;
  ages: number;
  notTrue: boolean;
  followed: boolean;
}

export const newSlot = (info: ReportInfo): ReportSlot => ({ info, covered: 0, open: 0, ages: 0, notTrue: false, followed: false });

const over = linkBits["gone-once"] | linkBits["set-aside"];
const again = linkBits["still-there"] | linkBits["said-removed"];

/** Counts one thing that the report covers. What was gone and came back after the report is a matter for a new one. */
export const cover = (slot: ReportSlot, view: View): void => {
  slot.covered += 1;
  slot.ages |= view.ages;
  if (view.cameBackSeq > slot.info.report.seq) return;
  if ((view.bits & over) === 0) slot.open += 1;
  if (slot.info.answer === "removed" && (view.bits & again) === linkBits["still-there"]) slot.notTrue = true;
};

export const reportView = (slot: ReportSlot, nowMs: number): View => {
  const { info } = slot;
  const { report } = info;
  const bits =
    (info.removal ? reportBits.removal : 0) |
    (info.answer === null ? 0 : reportBits.answered | reportBits[info.answer]) |
    (slot.followed ? reportBits.followed : 0) |
    (slot.covered > 0 && slot.open === 0 ? reportBits.over : 0) |
    (slot.notTrue ? reportBits["not-true"] : 0) |
    (info.topRung ? reportBits["top-rung"] : 0) |
    (report.route === "hotline" ? reportBits.hotline : 0) |
    (info.dueMs <= nowMs ? reportBits.overdue : 0);
  return {
    ...blankView,
    key: `report:${report.id}`,
    id: report.id,
    seq: report.seq,
    platform: report.platform,
    ages: slot.ages,
    bits,
    due: info.askMs,
    answerSeq: info.answerSeq,
  };
};
