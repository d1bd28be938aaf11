import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { stepById } from "../content/steps/index.ts";
import type { ActionStatus } from "../workflow/types.ts";
import { actionKey } from "./parts/action-route.ts";
import { Pill, Row, Rows, Section, type Tone } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ContentText } from "./parts/content-text.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { Subject } from "./parts/subject.tsx";

const groups: readonly ActionStatus[] = ["due", "now", "waiting", "later", "skipped", "done", "not-for-you"];
const tones: Readonly<Partial<Record<ActionStatus, Tone>>> = { due: "amber", now: "teal", done: "green" };

/** Rows of a group until "more" is tapped: a large case has thousands. */
const FIRST = 12;
const MORE = 100;

const Group = ({ status }: { readonly status: ActionStatus }): VNode | null => {
  const t = useT();
  const go = useGo();
  const { plan } = useCase();
  const [shown, setShown] = useState(FIRST);
  const actions = plan.actions.filter((action) => action.status === status);
  if (actions.length === 0) return null;
  return (
    <Section title={<Pill tone={tones[status] ?? "plain"}>{t(`steps.status-${status}`)}</Pill>}>
      <Rows>
        {actions.slice(0, shown).map((action) => (
          <Row
            key={actionKey(action)}
            mark={status === "done" ? "done" : "open"}
            title={<ContentText text={{ key: `step.${action.step}.title`, english: stepById(action.step)?.title ?? action.step }} />}
            {...(action.subject === "case" ? {} : { detail: <Subject action={action} short /> })}
            onClick={() => go("step", { step: action.step, subject: action.subject })}
          />
        ))}
      </Rows>
      {actions.length <= shown ? null : (
        <Actions>
          <Button kind="link" onClick={() => setShown(shown + MORE)}>
            {t("common.more", { n: actions.length - shown })}
          </Button>
        </Actions>
      )}
    </Section>
  );
};

/** The whole order, by what can be done with each step. */
export const Steps = (): VNode => {
  const t = useT();
  return (
    <Page heading={t("steps.heading")} lead={t("now.order")}>
      {groups.map((status) => (
        <Group key={status} status={status} />
      ))}
    </Page>
  );
};
