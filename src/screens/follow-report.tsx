import type { VNode } from "preact";
import { asksOf, missingWords, subjectsVerdict } from "../app/notices.ts";
import { latestAnswer, reportState } from "../app/reports-view.ts";
import type { Report } from "../case/state.ts";
import { Aside, Card, Rows, Row, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { exactWords, timeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import { Gates } from "./report/gates.tsx";
import { AddAnswer } from "./report/add-answer.tsx";
import { StepGone } from "./step.tsx";
import type { ScreenProps } from "./screen.ts";

/** What the law asks for, and when to look; never that an answer is due. */
const Clock = ({ report }: { readonly report: Report }): VNode => {
  const t = useT();
  const tag = useTag();
  const { now } = useCase();
  const { deadline, missing } = report;
  if (deadline === null) {
    const lacks = missingWords(report.notice, missing);
    return (
      <Aside>
        <p>{t(missing.length === 0 ? "report.no-clock" : "report.no-clock-missing")}</p>
        {lacks.length === 0 ? null : (
          <ul class="bullets" lang="en">
            {lacks.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        )}
        <Gates missing={missing} />
      </Aside>
    );
  }
  return (
    <Aside title={t("report.check-at", { date: timeWords(tag, deadline.dueAt, now) })}>
      <p lang="en">{asksOf(report.notice) ?? deadline.law}</p>
      <p class="quiet">{exactWords(tag, deadline.dueAt)}</p>
      <details class="source quiet small">
        <summary>{t("common.source-date", { date: deadline.sourceDate })}</summary>
        <p lang="en">{deadline.law}</p>
        <UserText text={deadline.source} />
      </details>
    </Aside>
  );
};

/** One report: what was sent, its clock, the answers, and what can be said now. */
export const FollowReport = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state, now } = useCase();
  const report = state.reports.get(params["report"] ?? "");
  if (report === undefined) return <StepGone />;
  const is = reportState(state, report);
  const answer = latestAnswer(report);
  return (
    <Page heading={t("report.one", { site: report.site })} crumb={t("report.reports")}>
      <p class="quiet">
        {t(`report.route-${report.route}`)} · {t("report.sent-on", { date: timeWords(tag, report.sentAt, now) })}
        {report.reference === "" ? null : <> · {t("report.reference-is", { reference: report.reference })}</>}
      </p>
      {is === "waiting" ? <Clock report={report} /> : null}
      {answer === null ? null : (
        <Section title={t("report.answers")}>
          <Rows>
            {report.answers.map((one) => (
              <Row
                key={one.seq}
                title={t(`report.answer-${one.answer}`)}
                detail={
                  <>
                    {timeWords(tag, one.answeredAt, now)} {one.note === "" ? null : <UserText text={one.note} />}
                  </>
                }
                {...(one.message === null ? {} : { onClick: () => go("message", { message: one.message ?? "" }) })}
              />
            ))}
          </Rows>
        </Section>
      )}
      {is === "refused" || is === "partly" ? <p>{t("report.refused-hint")}</p> : null}
      <AddAnswer report={report} />
      <Section title={t("report.covers", { n: report.covers.length })}>
        <Rows>
          {report.covers.slice(0, 20).map((key) => {
            const link = state.links.get(key.slice(key.indexOf(":") + 1));
            return link === undefined ? null : (
              <Row key={key} title={<LinkText text={link.text} short />} onClick={() => go("check-link", { link: link.id })} />
            );
          })}
        </Rows>
      </Section>
      <Actions>
        {subjectsVerdict(state, report.covers) !== "adult" ? null : is === "refused" ||
          is === "silent" ||
          is === "partly" ||
          is === "needs-more" ||
          is === "removed" ? (
          <Button kind="link" onClick={() => go("report", { report: report.id })}>
            {t("report.next-rung")}
          </Button>
        ) : null}
        <Button kind="link" onClick={() => go("now")}>
          {t("report.to-now")}
        </Button>
      </Actions>
      {report.text === "" ? null : (
        <details>
          <summary>{t("report.text-sent")}</summary>
          <Card>
            <UserText text={report.text} />
          </Card>
        </details>
      )}
    </Page>
  );
};
