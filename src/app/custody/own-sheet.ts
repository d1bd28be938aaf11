import type { Id } from "../../case/events.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { checkRows, itemRow, messageRow } from "../disclosure/custody.ts";
import { createSay, type Say } from "../disclosure/say.ts";
import { localDate } from "../local-date.ts";
import { readLog } from "../read-log.ts";
import type { App, AppError, ReportDocument } from "../types.ts";
import { createTranslate } from "../words.ts";
import { historiesOf, type HistoryLine } from "./history.ts";
import { custodySections } from "./sheet.ts";

const sayOf = (app: App): Say => {
  const { words } = app.state();
  return createSay(createTranslate(words), words.tag, app.now());
};

/** What happened to one file or message since it came in, oldest first; undefined when the log could not be read (that has been said). */
export const historyOf = async (app: App, id: Id): Promise<readonly HistoryLine[] | undefined> => {
  const reads = await readLog(app);
  return reads === undefined ? undefined : (historiesOf(reads).get(id) ?? []);
};

/**
 * The person's own custody sheet, which leaves nothing out: of one file or message (`only`), or of all of them, in the order in which they came in.
 * undefined when the log could not be read (that has been said).
 */
export const ownSheet = async (app: App, only?: Id): Promise<ReportDocument | undefined> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return undefined;
  const reads = await readLog(app);
  if (reads === undefined) return undefined;
  const { state } = view;
  const histories = historiesOf(reads);
  // Checks have lines of their own below.
  const tells = ({ what }: HistoryLine): boolean => what !== "checked";
  const wanted = <T extends { readonly id: Id }>(one: T): boolean => only === undefined || one.id === only;
  const rows = [
    ...[...state.evidence.values()].filter(wanted).map((item) => itemRow(item, "", histories.get(item.id) ?? [], tells)),
    ...[...state.messages.values()]
      .filter(({ sha256 }) => sha256 !== null)
      .filter(wanted)
      .map((message) => messageRow(message, "", histories.get(message.id) ?? [], tells)),
    ...checkRows(state),
  ];
  const say = sayOf(app);
  const { t, zone } = say;
  return {
    title: t("custody.sheet"),
    subtitle: [t("custody.subtitle", { date: say.date(app.now()) }), ...(zone === "" ? [] : [t("custody.zone", { zone })])].join(" "),
    cover: [],
    sections: custodySections(rows, say),
    footer: t("custody.footer"),
  };
};

/** The sheet as a PDF, which says on every page that it is not locked. Its name says nothing. */
export const sheetPdf = async (
  app: App,
  report: ReportDocument,
): Promise<Result<{ readonly file: Blob; readonly name: string }, AppError>> => {
  const date = localDate(Date.parse(app.now()));
  const made = await (await app.exporter()).plainReport({ report, date }, sayOf(app).t("custody.banner"));
  return made.ok ? ok({ file: made.value, name: `${date}-documents.pdf` }) : err(made.error);
};
