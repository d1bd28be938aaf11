import type { ReportSection } from "../../export/types.ts";
import type { JsonObject } from "../../lib/json.ts";
import { rows, section } from "../disclosure/sections.ts";
import { shown } from "../disclosure/names.ts";
import type { Say } from "../disclosure/say.ts";
import { kindWord } from "../file-words.ts";
import { readCheck, readCopy, readRow, type CustodyRow } from "./read-row.ts";
import { historyCells } from "./words.ts";

type Blocks = ReportSection["blocks"];

const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const described = ({ role, channel }: CustodyRow, { t }: Say): string =>
  channel !== undefined
    ? t("custody.description-message", { channel: t(`messages.channel-${channel}`) })
    : role === undefined
      ? ""
      : t(`timeline.role-${role}`);

const takenWords = ({ capturedAt, capturedFrom }: CustodyRow, { t, date }: Say): string =>
  capturedAt === undefined ? t("share.not-stated") : t(`custody.taken-${capturedFrom ?? "other"}`, { date: date(capturedAt) });

const kindWords = ({ type, channel, misnamed, size }: CustodyRow, { t, bytes }: Say): string => {
  const kind = [channel === undefined && type !== "" ? t(kindWord(type)) : "", bytes(size)].filter((word) => word !== "").join(", ");
  return misnamed ? t("custody.kind-misnamed", { kind }) : kind;
};

const fromWords = ({ from, channel, capturedBy }: CustodyRow, { t }: Say): string =>
  channel !== undefined ? shown(from) : capturedBy === undefined ? "" : t(`custody.from-${capturedBy}`);

const itemOf = (row: CustodyRow, number: number): string => (row.path === "" ? String(number) : fileName(row.path));

/** What stands about one item in the head of an evidence log. */
const itemBlock = (row: CustodyRow, number: number, copies: ReadonlyMap<string, string>, say: Say): Blocks[number] => {
  const { t, date } = say;
  return rows([
    [t("custody.item"), itemOf(row, number)],
    [t("custody.description"), described(row, say)],
    [t("custody.name"), shown(row.name)],
    [t("custody.in"), row.cameIn === undefined ? "" : date(row.cameIn, row.offset)],
    [t("custody.from"), fromWords(row, say)],
    [t("custody.by"), t("custody.by-person")],
    [t("custody.how"), row.came === undefined ? "" : t(`custody.how-${row.came}`)],
    [t("custody.taken"), row.channel === undefined ? takenWords(row, say) : ""],
    [t("custody.file-time"), row.fileTime === undefined ? "" : date(row.fileTime)],
    [t("custody.kind"), kindWords(row, say)],
    [t("custody.digest"), row.sha256],
    [t("metadata.report-copy"), copies.get(row.path) ?? ""],
    [t("custody.made-from"), row.source?.sha256 ?? ""],
    [t("custody.exports"), row.earlierExports === 0 ? "" : String(row.earlierExports)],
  ]);
};

/** One table for all items, since a screen draws only the part of a table that is in sight. */
const chain = (items: readonly CustodyRow[], say: Say): readonly ReportSection[] => {
  const { t, date } = say;
  const lines = items.flatMap((row, i) =>
    row.history.map((line) => [itemOf(row, i + 1), date(line.at, line.offset), ...historyCells(line, t), line.sha256 ?? ""]),
  );
  if (lines.length === 0) return [];
  const head = ["custody.item", "custody.col-when", "custody.col-what", "custody.col-to", "custody.col-why", "custody.col-digest"] as const;
  // A column that says nothing takes room from the others.
  const filled = head.map((_, c) => lines.some((line) => (line[c] ?? "") !== ""));
  const pick = <T>(row: readonly T[]): readonly T[] => row.filter((_, c) => filled[c] === true);
  return section(t("custody.chain"), { as: "table", head: pick(head.map((key) => t(key))), rows: lines.map(pick) });
};

/**
 * The custody sheet, out of the rows of `custody.jsonl`: the same for the person, for the report that is printed, and for whoever opens the bundle.
 * Columns as in an evidence log: item, description, date and time in, from whom, by whom, how, digest; then each copy, handing over and check
 * with its date, to whom and what for.
 */
export const custodySections = (custody: readonly JsonObject[], say: Say): readonly ReportSection[] => {
  const items = custody.flatMap((row) => readRow(row) ?? []);
  const checks = custody.flatMap((row) => readCheck(row) ?? []);
  const copies = new Map(custody.flatMap((row) => readCopy(row) ?? []).map(({ path, sha256 }) => [path, sha256]));
  if (items.length === 0) return [];
  return [
    ...section(say.t("custody.sheet"), ...items.map((row, i) => itemBlock(row, i + 1, copies, say))),
    ...chain(items, say),
    ...(checks.length === 0
      ? []
      : section(say.t("custody.checks"), {
          as: "table",
          head: [say.t("custody.col-when"), say.t("custody.col-what")],
          rows: checks.map(({ at, outcome }) => [say.date(at), say.t(`custody.checked-${outcome}`)]),
        })),
  ];
};
