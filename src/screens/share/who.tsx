import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { caseVerdict, type Choices } from "../../app/sharing.ts";
import type { RecipientKind } from "../../case/events.ts";
import { Aside } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Field } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";

export interface WhoProps {
  readonly crumb: string;
  readonly choices: Choices | null;
  readonly onChoose: (recipient: RecipientKind, label: string) => void;
}

const kinds = ["friend", "helpline", "lawyer", "police"] as const;

export const Who = ({ crumb, choices, onChoose }: WhoProps): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [recipient, setRecipient] = useState<RecipientKind | null>(choices?.recipient ?? null);
  const [label, setLabel] = useState(choices?.label ?? "");
  const named = label.trim() === "" && recipient !== null ? t(`share.label-${recipient}`) : label.trim();
  return (
    <Page heading={t("share.who")} lead={t("share.who-lead")} crumb={crumb}>
      {state.pictures.size > 0 && caseVerdict(state) !== "adult" ? <Aside tone="amber">{t("share.under-18")}</Aside> : null}
      <Choice
        legend={t("share.who")}
        legendHidden
        value={recipient}
        onChange={setRecipient}
        options={kinds.map((value) => ({ value, label: t(`share.${value}`), hint: t(`share.${value}-hint`) }))}
      />
      <Field label={t("share.label")} hint={t("share.label-hint")} value={label} onValue={setLabel} />
      <p class="quiet small">{t("share.law-duty")}</p>
      <Button disabled={recipient === null} onClick={() => (recipient === null ? undefined : onChoose(recipient, named))}>
        {t("common.continue")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => app.go("open")}>
          {t("welcome.open-file")}
        </Button>
      </Actions>
    </Page>
  );
};
