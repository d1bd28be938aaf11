import type { VNode } from "preact";
import { stepById } from "../content/steps/index.ts";
import { msOf } from "../lib/time.ts";
import type { Action } from "../workflow/types.ts";
import { Pill, Row } from "./parts/box.tsx";
import { ContentText } from "./parts/content-text.tsx";
import { useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { daysBetween, timeWords } from "./parts/dates.ts";
import { splitSubject, Subject } from "./parts/subject.tsx";

/** Somebody else's turn: about what, until when, and by which law. */
export const WaitingRow = ({ action }: { readonly action: Action }): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state, now } = useCase();
  const step = stepById(action.step);
  const { kind, id } = splitSubject(action.subject);
  const report = kind === "report" ? state.reports.get(id) : undefined;
  const law = report?.deadline?.law;
  const due = action.dueAt;
  const days = due === null ? null : daysBetween(now, due);
  const isOver = due !== null && msOf(due) <= msOf(now);
  return (
    <Row
      title={
        action.subject === "case" ? (
          <ContentText text={{ key: `step.${action.step}.title`, english: step?.title ?? action.step }} />
        ) : (
          <Subject action={action} short />
        )
      }
      detail={
        <>
          {due === null
            ? null
            : t(isOver ? "now.since" : "now.check-at", { date: timeWords(tag, isOver && report ? report.sentAt : due, now) })}
          {law === undefined ? null : <span lang="en"> · {law}</span>}
        </>
      }
      {...(days === null
        ? {}
        : {
            end: (
              <Pill tone={isOver ? "amber" : "teal"}>
                {isOver ? t("now.overdue") : days === 0 ? t("now.due-today") : t("now.due-days", { n: days })}
              </Pill>
            ),
          })}
      onClick={() =>
        report === undefined ? go("step", { step: action.step, subject: action.subject }) : go("follow-report", { report: id })
      }
    />
  );
};
