import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { stepById } from "../content/steps/index.ts";
import type { Action } from "../workflow/types.ts";
import { NextCard } from "./now-next.tsx";
import { WaitingRow } from "./now-waiting.tsx";
import { actionKey } from "./parts/action-route.ts";
import { Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ContentText } from "./parts/content-text.tsx";
import { useAppState, useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { StoreHealth } from "./parts/store-health.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { Subject } from "./parts/subject.tsx";

/** How many of the next steps are shown; the rest is a tap away. */
const SHOWN = 4;

const isOffered = ({ status }: Action): boolean => status === "now" || status === "due";

const ActionRow = ({ action }: { readonly action: Action }): VNode => {
  const go = useGo();
  const step = stepById(action.step);
  return (
    <Row
      mark="open"
      title={<ContentText text={{ key: `step.${action.step}.title`, english: step?.title ?? action.step }} />}
      {...(action.subject === "case" ? {} : { detail: <Subject action={action} short /> })}
      onClick={() => go("step", { step: action.step, subject: action.subject })}
    />
  );
};

/** The one next thing, large; what waits for somebody else; what comes then. */
export const Now = (): VNode => {
  const t = useT();
  const go = useGo();
  const { plan, state } = useCase();
  const postponed = useAppState((s) => s.postponed);
  const isPostponed = (action: Action): boolean => postponed.includes(actionKey(action));

  const offered = plan.actions.filter(isOffered);
  const ready = offered.filter((action) => !isPostponed(action));
  const next = plan.next !== null && !isPostponed(plan.next) ? plan.next : (ready.find(({ optional }) => !optional) ?? ready[0]);
  const then = ready.filter((action) => action !== next);
  const off = offered.filter(isPostponed);
  const waiting = plan.actions.filter(({ status }) => status === "waiting");
  const firstShown = useRef(next === undefined ? "" : actionKey(next));

  return (
    <Page heading={t(next === undefined ? "now.heading-none" : "now.heading")}>
      <StoreHealth />
      <Waiting />
      {next === undefined ? (
        <p>{t(waiting.length + off.length + plan.counts.later > 0 ? "now.none" : "now.none-all")}</p>
      ) : (
        <NextCard key={actionKey(next)} action={next} isNew={firstShown.current !== actionKey(next)} />
      )}
      {waiting.length === 0 ? null : (
        <Section title={t("now.waiting")}>
          <Rows>
            {waiting.slice(0, SHOWN).map((action) => (
              <WaitingRow key={actionKey(action)} action={action} />
            ))}
          </Rows>
        </Section>
      )}
      {then.length === 0 ? null : (
        <Section title={t("now.then")}>
          <Rows>
            {then.slice(0, SHOWN).map((action) => (
              <ActionRow key={actionKey(action)} action={action} />
            ))}
          </Rows>
        </Section>
      )}
      {off.length === 0 ? null : (
        <Section title={t("now.postponed")}>
          <Rows>
            {off.slice(0, SHOWN).map((action) => (
              <ActionRow key={actionKey(action)} action={action} />
            ))}
          </Rows>
        </Section>
      )}
      {state.closed ? null : (
        <>
          <p class="quiet">
            {plan.counts.later === 0 ? "" : `${t("now.then-more", { n: plan.counts.later })} `}
            {t("now.done", { n: plan.counts.done })}
          </p>
          <Actions>
            <Button kind="link" onClick={() => go("steps")}>
              {t("steps.see-all")}
            </Button>
          </Actions>
        </>
      )}
    </Page>
  );
};
