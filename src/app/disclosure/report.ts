import { latestAnswer } from "../../case/reports.ts";
import { linkStage } from "../../case/stages.ts";
import type { CaseState } from "../../case/state.ts";
import type { ReportDocument, ReportSection } from "../../export/types.ts";
import type { JsonObject } from "../../lib/json.ts";
import { custodySections } from "../custody/sheet.ts";
import type { TimelineLine } from "../timeline.ts";
import type { PlannedAction } from "./case-json.ts";
import { coverFields, type Choices } from "./choices.ts";
import { copyFor, type Copies } from "./copies.ts";
import type { Going } from "./going.ts";
import { shown } from "./names.ts";
import { planned, rows, section } from "./sections.ts";
import type { Say } from "./say.ts";

interface ReportInput {
  readonly state: CaseState;
  readonly choices: Choices;
  readonly going: Going;
  readonly lines: readonly TimelineLine[];
  readonly plan: readonly PlannedAction[];
  readonly copies: Copies;
  /** Rows of `custody.jsonl`. */ readonly custody: readonly JsonObject[];
  readonly stepTitle: (step: string) => string;
  readonly date: string;
}

/** The report in words: cover sheet first, then only the sections that have something. A view; the evidence is the bag. */
export const reportDocument = (input: ReportInput, say: Say): ReportDocument => {
  const { t } = say;
  const { choices, going, lines, date } = input;
  return {
    title: t("share.report-title"),
    subtitle: [
      t("share.report-subtitle", { label: choices.label, date }),
      ...(say.zone === "" ? [] : [t("share.report-zone", { zone: say.zone })]),
    ].join(" "),
    cover: coverFields.flatMap((field) => {
      const value = choices.cover[field]?.trim() ?? "";
      return value === "" ? [] : [[t(`share.cover-${field}`), value] as const];
    }),
    sections: [
      ...planSection(input, say),
      ...linkSections(input, say),
      ...reportSections(going, say),
      ...messageSections(going, say),
      // The custody sheet says all that the list of files says.
      ...(choices.parts.has("custody") ? custodySections(input.custody, say) : evidenceSection(input, say)),
      ...accountSection(going, say),
      ...peopleSection(going, say),
      ...section(t("share.part-notes"), ...going.texts.map(({ value }) => rows([[t("share.message-text"), value]]))),
      ...(lines.length === 0
        ? []
        : section(t("timeline.heading"), {
            as: "table",
            head: [t("share.col-when"), t("share.col-what")],
            rows: lines.map((line) => [say.date(line.at, line.offset), say.line(line)]),
          })),
    ],
    footer: t("share.report-footer"),
  };
};

const planSection = ({ choices, plan, stepTitle }: ReportInput, say: Say): readonly ReportSection[] =>
  choices.parts.has("plan")
    ? planned(
        plan.map(({ step, status }) => ({ title: stepTitle(step), state: status })),
        say,
      )
    : [];

const linkSections = ({ state, going }: ReportInput, say: Say): readonly ReportSection[] => {
  const { t } = say;
  const links = going.links.map((link) => [
    shown(link.text),
    t(`share.stage-${linkStage(state, link)}`),
    [link.notes.uploader, link.notes.caption, link.notes["posted-at"]].filter((note) => note !== undefined && note !== "").join(" · "),
  ]);
  return [
    ...(links.length === 0
      ? []
      : section(t("share.section-links", { n: links.length }), {
          as: "table",
          head: [t("share.col-link"), t("share.col-state"), t("share.col-noted")],
          rows: links,
        })),
    ...(going.places.length === 0
      ? []
      : section(
          t("share.section-places"),
          ...going.places.map((place) =>
            rows([
              [t("share.place-name"), shown(place.name)],
              [t("share.place-invite"), shown(place.invite)],
              [t("share.place-admins"), place.admins],
              [t("share.place-numbers"), place.numbers],
            ]),
          ),
        )),
    ...(going.profiles.length === 0
      ? []
      : section(
          t("share.section-profiles"),
          ...going.profiles.map((profile) =>
            rows([
              [t("share.profile-handle"), shown(profile.handle)],
              [t("share.profile-address"), shown(profile.text)],
              [t("share.col-noted"), profile.note],
            ]),
          ),
        )),
  ];
};

const reportSections = (going: Going, say: Say): readonly ReportSection[] => {
  const { t } = say;
  return section(
    t("share.section-reports"),
    ...going.reports.flatMap((report): ReportSection["blocks"] => {
      const answer = latestAnswer(report);
      return [
        rows([
          [t("share.report-to"), report.site],
          [t("share.report-way"), t(`report.route-${report.route}`)],
          [t("share.report-sent"), say.date(report.sentAt)],
          [t("share.report-reference"), report.reference],
          [
            t("share.report-deadline"),
            report.deadline === null
              ? ""
              : `${say.date(report.deadline.dueAt)} – ${report.deadline.law} (${report.deadline.source}, ${report.deadline.sourceDate})`,
          ],
          [
            t("share.report-answer"),
            answer === null
              ? t("share.no-answer")
              : `${t(`report.answer-${answer.answer}`)}, ${say.date(answer.answeredAt)}${answer.note === "" ? "" : ` – ${answer.note}`}`,
          ],
        ]),
      ];
    }),
  );
};

const messageSections = (going: Going, say: Say): readonly ReportSection[] =>
  section(
    say.t("share.section-messages"),
    ...going.messages.map(({ message, name }) =>
      rows([
        [say.t("share.message-from"), shown(message.from)],
        [say.t("share.message-added"), say.date(message.at, message.offset)],
        [say.t("share.message-file"), name ?? ""],
        [say.t("share.message-text"), message.text],
      ]),
    ),
  );

const evidenceSection = ({ going, copies }: ReportInput, say: Say): readonly ReportSection[] => {
  const { t } = say;
  return section(
    t("share.section-evidence"),
    ...going.evidence.map(({ item, name }) =>
      rows([
        [t("share.evidence-file"), name],
        [t("share.evidence-kind"), t(`timeline.role-${item.role}`)],
        [t("share.evidence-added"), say.date(item.at, item.offset)],
        [t("share.evidence-captured"), item.capturedAt === null ? t("share.not-stated") : say.date(item.capturedAt)],
        [t("share.evidence-digest"), item.sha256],
        [t("share.evidence-size"), say.bytes(item.size)],
        [t("metadata.report-copy"), copyFor(copies, item.file)?.sha256 ?? ""],
      ]),
    ),
  );
};

const accountSection = (going: Going, { t }: Say): readonly ReportSection[] =>
  section(
    t("share.section-accounts"),
    ...(going.accounts.length === 0
      ? []
      : [rows(going.accounts.map(({ service, login, note }) => [`${service} ${login}`, note === "" ? "–" : note] as const))]),
  );

const peopleSection = (going: Going, { t }: Say): readonly ReportSection[] =>
  section(
    t("share.section-people"),
    ...(going.people.length === 0
      ? []
      : [rows(going.people.map(({ name, relation }) => [name, relation === "" ? "–" : relation] as const))]),
  );
