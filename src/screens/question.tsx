import type { VNode } from "preact";
import type { FactId } from "../case/events.ts";
import { stepById, steps } from "../content/steps/index.ts";
import { Aside } from "./parts/box.tsx";
import { useBack, useT } from "./parts/context.tsx";
import { ContentText, useContentText } from "./parts/content-text.tsx";
import { Page } from "./parts/page.tsx";
import { factOptions } from "./parts/questions.ts";
import { FactForm } from "./question-form.tsx";
import type { ScreenProps } from "./screen.ts";
import { StepGone } from "./step.tsx";
import { StepQuestion } from "./step-question.tsx";

const isFact = (name: string): name is FactId => Object.hasOwn(factOptions, name);

/** One question on a page of its own: `{step, subject}` as the plan asks it, or `{fact}` to change an answer. */
export const QuestionScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const back = useBack();
  const words = useContentText();
  const fact = params["fact"] ?? "";
  const step = stepById(params["step"] ?? "") ?? steps.find(({ asks }) => asks !== undefined && "fact" in asks && asks.fact === fact);
  if (step === undefined && !isFact(fact)) return <StepGone />;
  const why =
    step === undefined ? null : (
      <Aside title={t("common.why-ask")}>
        <p>
          <ContentText text={{ key: `step.${step.id}.why`, english: step.why }} />
        </p>
      </Aside>
    );
  if (isFact(fact))
    return (
      <Page heading={t(`question.${fact}`)}>
        <FactForm fact={fact} legend={t(`question.${fact}`)} onAnswered={back} />
        {why}
      </Page>
    );
  if (step === undefined) return <StepGone />;
  return (
    <Page heading={words({ key: `step.${step.id}.title`, english: step.title })}>
      <StepQuestion step={step} subject={params["subject"] ?? "case"} onAnswered={back} />
      {why}
    </Page>
  );
};
