import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { UiKey } from "../content/locales/index.ts";
import { stepById } from "../content/steps/index.ts";
import { Button } from "./parts/button.tsx";
import { Choice } from "./parts/choice.tsx";
import { useContentText } from "./parts/content-text.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";
import { StepGone } from "./step.tsx";

const reasons = [
  { value: "did-it", label: "skip.did-it" },
  { value: "helper", label: "skip.helper" },
  { value: "not-mine", label: "skip.not-mine" },
  { value: "not-safe", label: "skip.not-safe" },
  { value: "cannot", label: "skip.cannot" },
  { value: "other", label: "skip.other" },
] as const satisfies readonly { readonly value: string; readonly label: UiKey }[];

/** "Doesn't fit": sets a step aside with the reason, in the person's words if they like. It can be taken up again. */
export const SkipStep = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const words = useContentText();
  const { step = "", subject = "case" } = params;
  const [reason, setReason] = useState<string | null>(null);
  const [own, setOwn] = useDraft(`skip:${step}|${subject}`);
  const about = stepById(step);
  if (about === undefined) return <StepGone />;
  const label = reasons.find(({ value }) => value === reason)?.label;
  const save = async (): Promise<void> => {
    if (label === undefined) return;
    const text = [reason === "other" ? "" : t(label), own.trim()].filter((part) => part !== "").join(". ");
    if (!(await app.act({ do: "skip-step", step, subject, reason: text }))) return;
    setOwn("");
    go("now");
  };
  return (
    <Page heading={t("skip.heading")} lead={t("skip.lead")} crumb={words({ key: `step.${step}.title`, english: about.title })}>
      <Choice
        legend={t("skip.heading")}
        legendHidden
        options={reasons.map((one) => ({ value: one.value, label: t(one.label) }))}
        value={reason}
        onChange={setReason}
      />
      {reason === null ? null : (
        <Field kind="lines" rows={2} label={t("skip.words")} hint={t("common.optional")} value={own} onValue={setOwn} />
      )}
      <Button disabled={label === undefined || (reason === "other" && own.trim() === "")} onClick={() => void save()}>
        {t("skip.save")}
      </Button>
    </Page>
  );
};
