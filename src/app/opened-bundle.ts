import { decodeEntry, type Read } from "../case/decode.ts";
import { emptyCase, fold } from "../case/fold.ts";
import type { OpenedBundle, ReportDocument, ReportSection } from "../export/types.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { parseInstant } from "../lib/time.ts";
import { timesGone } from "../case/stages.ts";
import { custodySections } from "./custody/sheet.ts";
import { createSay, type Say } from "./disclosure/say.ts";
import { planned, rows, section } from "./disclosure/sections.ts";
import { shown } from "./disclosure/names.ts";
import { timelineLines } from "./timeline.ts";
import { timelineTexts } from "./timeline-texts.ts";
import type { Translate } from "./words.ts";

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
const rowsOf = (json: JsonObject | null, name: string): readonly JsonObject[] => {
  const value = json?.[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
};
const textOf = (row: JsonObject, name: string): string => {
  const value = row[name];
  return typeof value === "string" ? value : "";
};

/** The bundle's entries as reads; numbers are their places in the bundle, since an extract does not tell their own. */
const readsOf = ({ timeline }: OpenedBundle): readonly Read[] =>
  timeline.flatMap(({ n, entry }) => {
    const at = parseInstant(textOf(entry, "at"));
    const offset = entry["offset"];
    if (at === undefined) return [];
    return decodeEntry({
      seq: n,
      at,
      offset: typeof offset === "number" ? offset : 0,
      kind: textOf(entry, "kind"),
      body: entry["body"] ?? null,
    });
  });

/**
 * The report of a bundle, made from its data and drawn as text: nothing from a bundle is ever rendered as HTML or opened. Values were checked
 * against the schema when the bundle was verified; what does not fit is left out here, never guessed.
 */
export const openedReport = (bundle: OpenedBundle, t: Translate, tag: string): ReportDocument => {
  const say = createSay(t, tag, parseInstant(bundle.sealedAt));
  const { caseJson } = bundle;
  const reads = readsOf(bundle);
  const lines = timelineLines(reads, fold(emptyCase, reads), timelineTexts);
  return {
    title: t("open.report"),
    subtitle: say.zone === "" ? "" : t("share.report-zone", { zone: say.zone }),
    cover: rowsOf(caseJson, "cover").map((row) => [textOf(row, "label"), textOf(row, "value")] as const),
    sections: [
      ...planned(
        rowsOf(caseJson, "plan").map((row) => ({ title: textOf(row, "title"), state: textOf(row, "state") })),
        say,
      ),
      ...links(caseJson, say),
      ...things(caseJson, say),
      ...reports(caseJson, say),
      ...messages(caseJson, say),
      ...people(caseJson, say),
      ...custodySections(bundle.custody, say),
      ...table(
        t("open.timeline"),
        [t("share.col-when"), t("share.col-what")],
        lines.map((line) => [say.date(line.at, line.offset), say.line(line)]),
      ),
    ],
    footer: "",
  };
};

const table = (heading: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly ReportSection[] =>
  rows.length === 0 ? [] : [{ heading, blocks: [{ as: "table", head, rows }] }];

const links = (json: JsonObject | null, { t }: Say): readonly ReportSection[] => {
  const rows = rowsOf(json, "links").map((row) => {
    const checks = rowsOf(row, "checks").flatMap((check) => {
      const at = parseInstant(textOf(check, "at"));
      const found = textOf(check, "found");
      return at !== undefined && (found === "gone" || found === "still-there" || found === "cant-tell") ? [{ at, found } as const] : [];
    });
    const times = timesGone(checks);
    const sent = row["reports"];
    const stage =
      textOf(row, "setAside") !== ""
        ? "set-aside"
        : times > 1
          ? "gone"
          : times === 1
            ? "gone-once"
            : Array.isArray(sent) && sent.length > 0
              ? "reported"
              : "new";
    const notes = isObject(row["notes"]) ? row["notes"] : {};
    return [
      shown(textOf(row, "text")),
      t(`share.stage-${stage}`),
      ["uploader", "caption", "posted-at"]
        .map((name) => textOf(notes, name))
        .filter((note) => note !== "")
        .join(" · "),
    ];
  });
  return table(t("share.section-links", { n: rows.length }), [t("share.col-link"), t("share.col-state"), t("share.col-noted")], rows);
};

/** One block a thing: every member that is named, with its label. */
const blocks = (
  heading: string,
  things: readonly JsonObject[],
  pairs: (thing: JsonObject) => readonly (readonly [label: string, value: string])[],
): readonly ReportSection[] => section(heading, ...things.map((thing) => rows(pairs(thing))));

const dateOf = (thing: JsonObject, name: string, say: Say): string => {
  const at = parseInstant(textOf(thing, name));
  return at === undefined ? "" : say.date(at);
};

const things = (json: JsonObject | null, { t }: Say): readonly ReportSection[] => [
  ...blocks(t("share.section-places"), rowsOf(json, "places"), (place) => [
    [t("share.place-name"), shown(textOf(place, "name"))],
    [t("share.place-invite"), shown(textOf(place, "invite"))],
    [t("share.place-admins"), textOf(place, "admins")],
    [t("share.place-numbers"), textOf(place, "numbers")],
  ]),
  ...blocks(t("share.section-profiles"), rowsOf(json, "profiles"), (profile) => [
    [t("share.profile-handle"), shown(textOf(profile, "handle"))],
    [t("share.profile-address"), shown(textOf(profile, "text"))],
    [t("share.col-noted"), textOf(profile, "note")],
  ]),
];

const reports = (json: JsonObject | null, say: Say): readonly ReportSection[] =>
  blocks(say.t("share.section-reports"), rowsOf(json, "reports"), (report) => {
    const [answer] = rowsOf(report, "answers").slice(-1);
    const deadline = report["deadline"];
    const kind = answer === undefined ? undefined : answerKinds.find((one) => one === textOf(answer, "answer"));
    return [
      [say.t("share.report-to"), textOf(report, "site")],
      [say.t("share.report-sent"), dateOf(report, "sentAt", say)],
      [say.t("share.report-reference"), textOf(report, "reference")],
      [say.t("share.report-deadline"), isObject(deadline) ? `${dateOf(deadline, "dueAt", say)} – ${textOf(deadline, "law")}` : ""],
      [say.t("share.report-answer"), kind === undefined ? say.t("share.no-answer") : say.t(`report.answer-${kind}`)],
      [say.t("share.message-text"), textOf(report, "text")],
    ];
  });
const answerKinds = ["received", "needs-more", "removed", "refused", "partly", "silent"] as const;

const messages = (json: JsonObject | null, say: Say): readonly ReportSection[] =>
  blocks(say.t("share.section-messages"), rowsOf(json, "messages"), (message) => [
    [say.t("share.message-from"), shown(textOf(message, "from"))],
    [say.t("share.message-added"), dateOf(message, "at", say)],
    [say.t("share.message-text"), textOf(message, "text")],
  ]);

const people = (json: JsonObject | null, { t }: Say): readonly ReportSection[] => [
  ...blocks(t("share.section-accounts"), rowsOf(json, "accounts"), (account) => [
    [textOf(account, "service"), [textOf(account, "login"), textOf(account, "note")].filter((part) => part !== "").join(" · ") || "–"],
  ]),
  ...blocks(t("share.section-people"), rowsOf(json, "people"), (person) => [[textOf(person, "name"), textOf(person, "relation") || "–"]]),
  ...blocks(t("share.part-notes"), rowsOf(json, "texts"), (text) => [[t("share.message-text"), textOf(text, "value")]]),
];
