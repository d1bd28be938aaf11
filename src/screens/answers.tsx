import type { VNode } from "preact";
import type { FactId } from "../case/events.ts";
import { Row, Rows } from "./parts/box.tsx";
import { useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { factOptions } from "./parts/questions.ts";

const isFact = (name: string): name is FactId => Object.hasOwn(factOptions, name);

/** The answers given so far; each can be changed, which is a new entry and not an edit. */
export const Answers = (): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state } = useCase();
  const names = new Intl.DisplayNames(tag, { type: "region" });
  const words = (fact: FactId): string => {
    const value = state.facts[fact] ?? null;
    if (value === null) return t("question.skipped");
    if (fact === "country") return names.of(value) ?? value;
    const label = factOptions[fact].find((option) => option.value === value)?.label;
    return label === undefined ? value : t(label);
  };
  return (
    <Page heading={t("case.answers")} lead={t("case.answers-lead")}>
      <Rows>
        {Object.keys(state.facts)
          .filter(isFact)
          .map((fact) => (
            <Row key={fact} title={t(`question.${fact}`)} detail={words(fact)} onClick={() => go("question", { fact })} />
          ))}
      </Rows>
    </Page>
  );
};
