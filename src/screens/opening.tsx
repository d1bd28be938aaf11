import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { openingFacts } from "../app/opening.ts";
import { Aside } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Choice } from "./parts/choice.tsx";
import { useApp, useAppState, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { openingQuestions, type Question } from "./parts/questions.ts";
import type { ScreenProps } from "./screen.ts";

/** The three opening questions, one per page. Each can be skipped; the answers stay in memory until there is a vault. */
export const Opening = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const n = Math.min(Math.max(Number(params["n"] ?? 0), 0), openingFacts.length - 1);
  const fact = openingFacts[n] ?? "danger";
  const given = useAppState((s) => s.opening[fact]);
  const [value, setValue] = useState<string | null>(given ?? null);
  const question: Question = openingQuestions[fact];

  const answer = (chosen: string | null): void => {
    app.answerOpening(fact, chosen);
    if (n + 1 < openingFacts.length) return go("opening", { n: String(n + 1) });
    // A phone that may be watched: a safer device is offered before anything is stored.
    return app.state().opening.watched !== "no" ? go("unsafe", { next: "passphrase" }) : go("passphrase");
  };
  return (
    <Page
      heading={t(question.ask)}
      {...(question.hint === undefined ? {} : { lead: t(question.hint) })}
      crumb={t("opening.step", { n: n + 1 })}
    >
      <Choice
        legend={t(question.ask)}
        legendHidden
        options={question.options.map((option) => ({ value: option.value, label: t(option.label) }))}
        value={value}
        onChange={setValue}
      />
      <Aside title={t("common.why-ask")}>
        <p>{t(question.why)}</p>
        <p class="small">{t("opening.kept")}</p>
      </Aside>
      <Button disabled={value === null} onClick={() => answer(value)}>
        {t("common.continue")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => answer(null)}>
          {t("common.skip")}
        </Button>
      </Actions>
      <p class="quiet small">{t("opening.skip-note")}</p>
    </Page>
  );
};
