import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { concernedPictures } from "../../app/notices.ts";
import type { SubjectKey } from "../../case/events.ts";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { PictureShowsForm } from "../question-other.tsx";

type YesNo = "yes" | "no";

export interface TakenProps {
  readonly crumb: string;
  readonly covers: readonly SubjectKey[];
  readonly onBack: () => void;
  /** `own`: copyright is open to them now. */
  readonly onAnswered: (own: boolean) => void;
}

/** Who took each picture: asked only of those who choose copyright (security.md, "DMCA only if they took the picture"). */
export const Taken = ({ crumb, covers, onBack, onAnswered }: TakenProps): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const pictures = concernedPictures(state, covers);
  const [answers, setAnswers] = useState<ReadonlyMap<string, YesNo>>(
    new Map(pictures.flatMap(({ id, takenByPerson }) => (takenByPerson === null ? [] : [[id, takenByPerson] as const]))),
  );
  const undescribed = pictures.find(({ described }) => !described);
  const save = async (): Promise<void> => {
    const changed = pictures.flatMap(({ id, shows, takenByPerson }) => {
      const answer = answers.get(id);
      return answer === undefined || answer === takenByPerson
        ? []
        : [{ do: "describe-picture" as const, picture: id, shows, takenByPerson: answer }];
    });
    const own = pictures.every(
      ({ id, shows }) => answers.get(id) === "yes" && !shows.includes("fake") && !shows.includes("filmed-secretly"),
    );
    if (changed.length === 0 || (await app.actAll(changed))) onAnswered(own);
  };
  const back = (
    <Actions>
      <Button kind="link" onClick={onBack}>
        {t("report.which")}
      </Button>
    </Actions>
  );
  if (undescribed !== undefined)
    return (
      <Page heading={t("report.taken-shows", { label: undescribed.label })} crumb={crumb}>
        <PictureShowsForm key={undescribed.id} picture={undescribed.id} onAnswered={() => undefined} />
        {back}
      </Page>
    );
  return (
    <Page heading={t("report.taken")} lead={t("report.taken-lead")} crumb={crumb}>
      {pictures.map(({ id, label }) => (
        <Choice
          key={id}
          legend={t("report.taken-which", { label })}
          as="line"
          options={[
            { value: "yes", label: t("report.taken-yes") },
            { value: "no", label: t("report.taken-no") },
          ]}
          value={answers.get(id) ?? null}
          onChange={(answer: YesNo) => setAnswers(new Map(answers).set(id, answer))}
        />
      ))}
      <Button disabled={pictures.some(({ id }) => !answers.has(id))} onClick={() => void save()}>
        {t("common.continue")}
      </Button>
      {back}
    </Page>
  );
};
