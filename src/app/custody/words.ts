import type { Evidence, Message } from "../../case/state.ts";
import type { UiKey } from "../../content/locales/index.ts";
import { shown } from "../disclosure/names.ts";
import type { Translate } from "../words.ts";
import type { HistoryLine } from "./history.ts";

/** How a file came in, in a sentence. */
export const cameWords = ({ came, source }: Pick<Evidence, "came" | "source">, t: Translate): string =>
  came === "made" ? t(`custody.made-${source?.how ?? "covered"}`) : t(`custody.came-${came}`);

export const isMessage = (item: Evidence | Message): item is Message => "channel" in item;

const copyKeys = {
  covered: "custody.copy-covered",
  stripped: "custody.copy-stripped",
  page: "custody.copy-page",
  still: "custody.copy-still",
  exact: "custody.copy-covered",
} as const satisfies Readonly<Record<string, UiKey>>;

/** One line of a history, in a sentence of its own. */
export const historyWords = ({ what, how, to, label, outcome, some }: HistoryLine, t: Translate): string => {
  if (what === "copy-made") return t(copyKeys[how ?? "covered"]);
  if (what === "handed-over") {
    const key = how === "exact" ? "custody.handed-exact" : how === "stripped" ? "custody.handed-stripped" : "custody.handed";
    return t(key, { label: shown(label ?? "") });
  }
  if (what === "backed-up" && to !== undefined)
    return t(some === true ? "custody.backed-up-for-some" : "custody.backed-up-for", { reader: t(`custody.reader-${to}`) });
  if (what === "backed-up") return t(some === true ? "custody.backed-up-some" : "custody.backed-up");
  if (what === "checked") return t(`custody.checked-${outcome ?? "as-saved"}`);
  return t(`custody.${what}`);
};

/** The same as cells of the sheet: what was done, to whom it went, and what for. */
export const historyCells = (line: HistoryLine, t: Translate): readonly [what: string, to: string, why: string] => {
  const { what, how, to, label = "" } = line;
  if (what === "handed-over") {
    const key = how === "exact" ? "custody.row-exact" : how === "stripped" ? "custody.row-stripped" : "custody.row-handed";
    return [
      t(key),
      to === undefined ? shown(label) : t(`custody.to-${to}`, { label: shown(label) }).trim(),
      to === undefined ? "" : t(`custody.why-${to}`),
    ];
  }
  // Whoever has that key can open all of it: a handing over like any other.
  if (what === "backed-up" && to !== undefined) return [historyWords(line, t), t(`custody.reader-${to}`), t(`custody.why-${to}`)];
  const why =
    what === "backed-up"
      ? "custody.why-backup"
      : what === "checked"
        ? "custody.why-check"
        : what === "words-covered" || (what === "copy-made" && how !== "page" && how !== "still")
          ? "custody.why-copy"
          : undefined;
  return [historyWords(line, t), "", why === undefined ? "" : t(why)];
};
