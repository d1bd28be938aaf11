import type { VNode } from "preact";
import { reportLines, type ReportLine } from "../app/reports-view.ts";
import { EmptyState, Pill, Row, Rows, type Tone } from "./parts/box.tsx";
import { useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { timeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { LinkText } from "./parts/text.tsx";

const tones: Readonly<Record<ReportLine["state"], Tone>> = {
  waiting: "teal",
  "needs-more": "amber",
  removed: "green",
  refused: "amber",
  partly: "amber",
  silent: "amber",
  escalated: "plain",
};

/** Every report: to whom, what it waits for, since when. */
export const Reports = (): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state, now } = useCase();
  const lines = reportLines(state, now);
  return (
    <Page heading={t("report.reports")}>
      {lines.length === 0 ? (
        <EmptyState>{t("report.empty")}</EmptyState>
      ) : (
        <Rows label={t("report.reports")}>
          {lines.map(({ report, state: is, lookAt, isOverdue }) => (
            <Row
              key={report.id}
              title={<LinkText text={report.site} />}
              detail={`${t(`report.route-${report.route}`)} · ${t("report.sent-on", { date: timeWords(tag, report.sentAt, now) })}`}
              pills={
                <Pill tone={isOverdue ? "amber" : tones[is]}>
                  {isOverdue
                    ? t("report.overdue")
                    : lookAt === null
                      ? t(`report.state-${is}`)
                      : t("report.check-at", { date: timeWords(tag, lookAt, now) })}
                </Pill>
              }
              onClick={() => go("follow-report", { report: report.id })}
            />
          ))}
        </Rows>
      )}
    </Page>
  );
};
