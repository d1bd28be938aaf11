import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Age, Shows, SiteFact } from "../case/events.ts";
import type { UiKey } from "../content/locales/index.ts";
import { Aside } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { Tick } from "./parts/checklist.tsx";
import { Choice } from "./parts/choice.tsx";
import { useApp, useCase, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { yesNo } from "./parts/questions.ts";

interface Answered {
  readonly onAnswered: () => void;
}

/** What is true of one site. Every part is answered before it is saved. */
export const SiteForm = ({ site, facts, onAnswered }: Answered & { readonly site: string; readonly facts: readonly SiteFact[] }): VNode => {
  const t = useT();
  const app = useApp();
  const [values, setValues] = useState<Readonly<Record<string, "yes" | "no">>>({});
  const save = async (): Promise<void> => {
    const commands = facts.map((fact) => ({ do: "note-site", site, fact, value: values[fact] ?? "no", note: "" }) as const);
    if (await app.actAll(commands)) onAnswered();
  };
  return (
    <div class="stack">
      {facts.map((fact) => (
        <Choice
          key={fact}
          as="line"
          legend={t(`question.site-${fact}`, { site })}
          options={yesNo.map((option) => ({ value: option.value, label: t(option.label) }))}
          value={values[fact] ?? null}
          onChange={(value) => setValues({ ...values, [fact]: value })}
        />
      ))}
      <Button disabled={facts.some((fact) => values[fact] === undefined)} onClick={() => void save()}>
        {t("question.save")}
      </Button>
    </div>
  );
};

/** A name for the picture or video that this is about, before any of it comes in. */
export const PictureNameForm = ({ onAnswered }: Answered): VNode => {
  const t = useT();
  const app = useApp();
  const [label, setLabel] = useDraft("picture-name");
  const save = async (): Promise<void> => {
    if (!(await app.act({ do: "add-picture", picture: app.newId(), label }))) return;
    setLabel("");
    onAnswered();
  };
  return (
    <div class="stack">
      <Field label={t("question.picture-name")} hint={t("question.picture-name-hint")} value={label} onValue={setLabel} />
      <Button disabled={label.trim() === ""} onClick={() => void save()}>
        {t("question.save")}
      </Button>
    </div>
  );
};

const ages: readonly { readonly value: Age; readonly label: UiKey }[] = [
  { value: "adult", label: "question.age-adult" },
  { value: "under18", label: "question.age-under18" },
  { value: "unknown", label: "question.age-unknown" },
];

/** Asked of each picture before any media. "I don't know" counts as yes, someone was under 18. */
export const PictureAgeForm = ({
  picture,
  legend,
  onAnswered,
}: Answered & { readonly picture: string; readonly legend: string }): VNode => {
  const t = useT();
  const app = useApp();
  const [age, setAge] = useState<Age | null>(null);
  const save = async (): Promise<void> => {
    if (age !== null && (await app.act({ do: "answer-age", picture, age }))) onAnswered();
  };
  return (
    <div class="stack">
      <Choice
        legend={legend}
        legendHidden
        options={ages.map(({ value, label }) => ({ value, label: t(label) }))}
        value={age}
        onChange={setAge}
      />
      <Aside>
        <p>{t("question.age-careful")}</p>
      </Aside>
      <Button disabled={age === null} onClick={() => void save()}>
        {t("question.save")}
      </Button>
    </div>
  );
};

const shown = [
  "intimate",
  "underwear",
  "no-religious-dress",
  "outs-me",
  "fake",
  "sold",
  "filmed-secretly",
] as const satisfies readonly Shows[];

/** What the picture shows: which notice fits depends on it. */
export const PictureShowsForm = ({ picture, onAnswered }: Answered & { readonly picture: string }): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const known = state.pictures.get(picture);
  const [shows, setShows] = useState<readonly Shows[]>(known?.shows ?? []);
  const save = async (): Promise<void> => {
    const takenByPerson = known?.takenByPerson ?? null;
    if (await app.act({ do: "describe-picture", picture, shows, takenByPerson })) onAnswered();
  };
  return (
    <div class="stack">
      <p class="quiet">{t("question.shows-note")}</p>
      {shown.map((one) => (
        <Tick key={one} checked={shows.includes(one)} onChange={(on) => setShows(on ? [...shows, one] : shows.filter((s) => s !== one))}>
          {t(`question.shows-${one}`)}
        </Tick>
      ))}
      <Button disabled={shows.length === 0} onClick={() => void save()}>
        {t("question.save")}
      </Button>
    </div>
  );
};
