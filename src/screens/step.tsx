import type { VNode } from "preact";
import { reasonOf, stepById } from "../content/steps/index.ts";
import type { Action } from "../workflow/types.ts";
import { Card, Pill } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { actionKey, actionRoute } from "./parts/action-route.ts";
import { useApp, useBack, useCase, useGo, useT } from "./parts/context.tsx";
import { ContentText, useContentText } from "./parts/content-text.tsx";
import { Page } from "./parts/page.tsx";
import { SourceNote } from "./parts/source.tsx";
import { linksCovered, Subject } from "./parts/subject.tsx";
import { When } from "./parts/when.tsx";
import type { ScreenProps } from "./screen.ts";
import { How } from "./parts/how.tsx";

/** The action meanwhile left the plan, e.g. because what it was about is gone. */
export const StepGone = (): VNode => {
  const t = useT();
  const app = useApp();
  return (
    <Page heading={t("step.heading")} lead={t("step.gone")}>
      <Button kind="side" onClick={() => app.go("now")}>
        {t("common.nav-now")}
      </Button>
    </Page>
  );
};

const Doing = ({ action }: { readonly action: Action }): VNode | null => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const back = useBack();
  const { state } = useCase();
  const step = stepById(action.step);
  if (step === undefined) return null;
  const mark = state.steps.get(actionKey(action));
  const takeUp = (
    <Button kind="side" onClick={() => void app.act({ do: "take-step-up", step: action.step, subject: action.subject })}>
      {t("step.undo-skip")}
    </Button>
  );
  if (action.status === "skipped")
    return (
      <>
        <p>{t("step.was-skipped", { reason: mark?.note ?? "" })}</p>
        {takeUp}
      </>
    );
  if (action.status === "done" || action.status === "later" || action.status === "not-for-you" || action.status === "waiting") return null;
  const isTick = step.screen === "tick";
  const route = actionRoute(action, step.screen);
  const tick = async (): Promise<void> => {
    if (await app.act({ do: "do-step", step: action.step, subject: action.subject, note: "" })) back();
  };
  return (
    <>
      {linksCovered(action) > 1 && isTick ? <p class="quiet">{t("step.for-all", { n: linksCovered(action) })}</p> : null}
      <Button onClick={() => (isTick ? void tick() : go(route.screen, route.params))}>
        {isTick ? <ContentText text={{ key: `step.${step.id}.doneLabel`, english: step.doneLabel }} /> : t(route.label)}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => go("skip-step", { step: action.step, subject: action.subject })}>
          {t("now.not-fit")}
        </Button>
      </Actions>
    </>
  );
};

/** One step on a page of its own: what, about what, why, how, from where; and what can be done with it now. */
export const StepScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const words = useContentText();
  const { plan, state } = useCase();
  const action = plan.actions.find((one) => one.step === params["step"] && one.subject === params["subject"]);
  const step = action === undefined ? undefined : stepById(action.step);
  if (action === undefined || step === undefined) return <StepGone />;
  const mark = state.steps.get(actionKey(action));
  const why = { key: `step.${step.id}.why`, english: step.why };
  const reason = reasonOf(action.step, action.why);
  const blocker = action.status === "later" ? stepById(action.after[0]?.split("|")[0] ?? "") : undefined;
  return (
    <Page heading={words({ key: `step.${step.id}.title`, english: step.title })}>
      <p class="quiet">
        <Pill tone={action.status === "due" ? "amber" : action.status === "done" ? "green" : "teal"}>
          {t(`steps.status-${action.status}`)}
        </Pill>{" "}
        {mark?.mark === "done" ? <When at={mark.at} offset={mark.offset} /> : null}
      </p>
      <Subject action={action} />
      <Card>
        <p>
          <ContentText text={why} />
        </p>
        {reason.key === why.key ? null : (
          <p>
            <ContentText text={reason} />
          </p>
        )}
        {blocker === undefined ? null : (
          <p class="quiet">{t("step.after", { title: words({ key: `step.${blocker.id}.title`, english: blocker.title }) })}</p>
        )}
        <How step={step} />
      </Card>
      <Doing action={action} />
      <SourceNote source={step.source} />
    </Page>
  );
};
