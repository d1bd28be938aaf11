import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { FactId } from "../case/events.ts";
import { Actions, Button } from "./parts/button.tsx";
import { Choice, Select } from "./parts/choice.tsx";
import { useApp, useCase, useT, useTag } from "./parts/context.tsx";
import { countryOptions } from "./parts/countries.ts";
import { factOptions } from "./parts/questions.ts";

export interface FactFormProps {
  readonly fact: FactId;
  /** The question, for screen readers; it stands above. */
  readonly legend: string;
  readonly onAnswered: () => void;
  /** Further ways, beside "Skip this question". */
  readonly more?: VNode;
}

/** The answers to one question about the case, and the way to skip it. */
export const FactForm = ({ fact, legend, onAnswered, more }: FactFormProps): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const { state } = useCase();
  const [value, setValue] = useState<string>(state.facts[fact] ?? "");
  const answer = async (chosen: string | null): Promise<void> => {
    if (await app.act({ do: "answer-fact", fact, value: chosen })) onAnswered();
  };
  return (
    <div class="stack">
      {fact === "country" ? (
        <Select
          label={t("question.country-label")}
          options={[{ value: "", label: t("question.country-pick") }, ...countryOptions(tag)]}
          value={value}
          onChange={setValue}
        />
      ) : (
        <Choice
          legend={legend}
          legendHidden
          options={factOptions[fact].map((option) => ({ value: option.value, label: t(option.label) }))}
          value={value === "" ? null : value}
          onChange={setValue}
        />
      )}
      <Button disabled={value === ""} onClick={() => void answer(value)}>
        {t("question.save")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => void answer(null)}>
          {t("question.skip")}
        </Button>
        {more}
      </Actions>
      <p class="quiet small">{t("question.skip-note")}</p>
    </div>
  );
};
