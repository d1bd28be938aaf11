import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf } from "../app/evidence-view.ts";
import { Pill, Row, Rows } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import { PictureNameForm } from "./question-other.tsx";

/** The pictures and videos that this is about, by the names the person gave them. None is shown. */
export const Pictures = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [naming, setNaming] = useState(state.pictures.size === 0);
  return (
    <Page heading={t("case.pictures")} lead={t("picture.list-lead")}>
      {state.pictures.size === 0 ? null : (
        <Rows label={t("case.pictures")}>
          {[...state.pictures.values()].map(({ id, label }) => {
            const age = ageOf(state, id);
            return (
              <Row
                key={id}
                title={<UserText text={label} />}
                pills={<Pill tone={age === "adult" ? "plain" : "amber"}>{t(`picture.age-${age}`)}</Pill>}
                onClick={() => go("picture", { picture: id })}
              />
            );
          })}
        </Rows>
      )}
      {naming ? (
        <div class="card">
          <PictureNameForm onAnswered={() => setNaming(false)} />
        </div>
      ) : (
        <Button kind="side" onClick={() => setNaming(true)}>
          {t("picture.which-another")}
        </Button>
      )}
    </Page>
  );
};
