import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { reasonOf, stepById } from "../content/steps/index.ts";
import type { Action } from "../workflow/types.ts";
import { actionKey, actionRoute } from "./parts/action-route.ts";
import { Card, Pill } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ContentText } from "./parts/content-text.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { How } from "./parts/how.tsx";
import { Subject } from "./parts/subject.tsx";
import { StepQuestion } from "./step-question.tsx";

export interface NextCardProps {
  readonly action: Action;
  /** It took the place of another: its heading takes focus, so that the change is noticed. */
  readonly isNew: boolean;
}

/** The one next thing: what, about what, why now, and the ways to do it or not. A question is asked right here. */
export const NextCard = ({ action, isNew }: NextCardProps): VNode | null => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const [how, setHow] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isNew) return;
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, []);
  const step = stepById(action.step);
  if (step === undefined) return null;
  // Reading is all there is to a step that is only ticked, so it is never hidden behind a tap.
  const isTick = step.screen === "tick";
  const isQuestion = step.screen === "question";
  const route = actionRoute(action, step.screen);
  const doIt = (): void => {
    if (isTick) void app.act({ do: "do-step", step: action.step, subject: action.subject, note: "" });
    else go(route.screen, route.params);
  };
  // The question about the case has a line of its own for "Skip this question".
  const isFact = isQuestion && step.asks !== undefined && "fact" in step.asks;
  const notNow = (
    <Button kind="link" onClick={() => app.postpone(actionKey(action))}>
      {t("now.not-now")}
    </Button>
  );
  return (
    <Card>
      <div>
        <h2 class="large-head" tabIndex={-1} ref={head}>
          <ContentText text={{ key: `step.${step.id}.title`, english: step.title }} />
        </h2>
        <p class="quiet">
          <Subject action={action} />
        </p>
      </div>
      <hr class="rule" />
      {action.status === "due" ? (
        <p>
          <Pill tone="amber">{t("now.due")}</Pill>
        </p>
      ) : null}
      <p>
        <strong>{t(isQuestion ? "common.why-ask-inline" : "common.why-now")}</strong>{" "}
        <ContentText text={reasonOf(action.step, action.why)} />
      </p>
      {isTick || how ? <How step={step} /> : null}
      {isQuestion ? (
        <StepQuestion step={step} subject={action.subject} onAnswered={() => undefined} more={notNow} />
      ) : (
        <Button onClick={doIt}>
          {isTick ? <ContentText text={{ key: `step.${step.id}.doneLabel`, english: step.doneLabel }} /> : t(route.label)}
        </Button>
      )}
      <Actions>
        {isTick || isQuestion ? null : (
          <Button kind="link" expanded={how} onClick={() => setHow(!how)}>
            {t(how ? "now.hide-how" : "now.show-how")}
          </Button>
        )}
        {isFact ? null : notNow}
        {isQuestion ? null : (
          <Button kind="link" onClick={() => go("skip-step", { step: action.step, subject: action.subject })}>
            {t("now.not-fit")}
          </Button>
        )}
      </Actions>
    </Card>
  );
};
