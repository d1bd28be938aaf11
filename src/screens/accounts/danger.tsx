import type { VNode } from "preact";
import { Aside } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useGo, useT } from "../parts/context.tsx";
import { useDraft } from "../parts/field.tsx";

const answers = ["yes", "no", "unsure"] as const;
export type Danger = (typeof answers)[number];

/** The answer, kept for this case with what is typed and not saved: it is nobody's evidence. */
export const useDanger = (): readonly [Danger | null, (answer: Danger | "") => void] => {
  const [kept, keep] = useDraft("accounts-danger");
  return [answers.find((one) => one === kept) ?? null, keep];
};

/** Comes before every change to an account: whoever is signed out will notice. Nothing is blocked by the answer. */
export const DangerFirst = ({
  answer,
  onAnswer,
}: {
  readonly answer: Danger | null;
  readonly onAnswer: (answer: Danger | "") => void;
}): VNode | null => {
  const t = useT();
  const go = useGo();
  if (answer === "no") return null;
  if (answer === null)
    return (
      <Aside tone="amber">
        <Choice
          as="line"
          legend={t("accounts.danger")}
          value={answer}
          onChange={onAnswer}
          options={[
            { value: "yes", label: t("common.yes") },
            { value: "no", label: t("common.no") },
            { value: "unsure", label: t("common.not-sure") },
          ]}
        />
        <p class="small">{t("accounts.danger-hint")}</p>
      </Aside>
    );
  return (
    <Aside tone="amber">
      <p>{t("accounts.danger-yes")}</p>
      <Actions>
        <Button kind="link" onClick={() => go("help")}>
          {t("common.talk")}
        </Button>
        <Button kind="link" onClick={() => onAnswer("")}>
          {t("accounts.danger-change")}
        </Button>
      </Actions>
    </Aside>
  );
};
