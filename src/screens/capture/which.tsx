import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { UserText } from "../parts/text.tsx";
import { PictureAgeForm, PictureNameForm } from "../question-other.tsx";

export interface WhichProps {
  /** What the person has said before about this page. */
  readonly chosen: readonly string[];
  readonly crumb: string;
  readonly onChosen: (pictures: readonly string[]) => void;
}

/** Before any file: which of the named pictures is in it. Naming a new one is part of it. */
export const WhichPicture = ({ chosen, crumb, onChosen }: WhichProps): VNode => {
  const t = useT();
  const { state } = useCase();
  const [ticked, setTicked] = useState<readonly string[]>(chosen);
  const [none, setNone] = useState(false);
  const [naming, setNaming] = useState(state.pictures.size === 0);
  const pictures = [...state.pictures.values()];
  return (
    <Page heading={t("picture.which")} lead={t("picture.which-lead")} crumb={crumb}>
      {pictures.map(({ id, label }) => (
        <Tick
          key={id}
          checked={ticked.includes(id)}
          onChange={(on) => {
            setNone(false);
            setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id));
          }}
        >
          <UserText text={label} />
        </Tick>
      ))}
      {pictures.length === 0 ? null : (
        <Tick
          checked={none}
          onChange={(on) => {
            setNone(on);
            if (on) setTicked([]);
          }}
          detail={t("picture.which-none-hint")}
        >
          {t("picture.which-none")}
        </Tick>
      )}
      {naming ? (
        <div class="card">
          <PictureNameForm onAnswered={() => setNaming(false)} />
        </div>
      ) : (
        <Button kind="link" onClick={() => setNaming(true)}>
          {t("picture.which-another")}
        </Button>
      )}
      {pictures.length === 0 ? null : (
        <Button disabled={ticked.length === 0 && !none} onClick={() => onChosen(ticked)}>
          {t("common.continue")}
        </Button>
      )}
    </Page>
  );
};

/** The age question for one picture, with why it is asked. */
export const AgeFirst = ({ picture, crumb }: { readonly picture: string; readonly crumb: string }): VNode => {
  const t = useT();
  const { state } = useCase();
  const label = state.pictures.get(picture)?.label ?? "";
  return (
    <Page heading={t("picture.age", { label })} lead={t("picture.age-lead")} crumb={crumb}>
      <PictureAgeForm key={picture} picture={picture} legend={t("picture.age", { label })} onAnswered={() => undefined} />
      <Aside title={t("common.why-ask")}>
        <p>{t("picture.age-why")}</p>
      </Aside>
    </Page>
  );
};

/** No picture may come in here; what counts instead, and who can help. */
export const NoMedia = ({
  why,
  crumb,
  onBack,
}: {
  readonly why: "under-18" | "unknown";
  readonly crumb: string;
  readonly onBack?: () => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  return (
    <Page
      heading={t("picture.no-media")}
      lead={t(why === "under-18" ? "picture.no-media-under-18" : "picture.no-media-unknown")}
      crumb={crumb}
    >
      <ul class="bullets">
        <li>{t("picture.no-media-written")}</li>
        <li>{t("picture.no-media-leave")}</li>
        <li>{t("picture.no-media-hotline")}</li>
      </ul>
      <Button onClick={() => app.go("help")}>{t("link.hotline")}</Button>
      {why === "unknown" ? (
        <Button kind="side" onClick={() => app.go("pictures")}>
          {t("picture.answer-again")}
        </Button>
      ) : null}
      <Button kind="link" onClick={onBack ?? app.back}>
        {t("common.back")}
      </Button>
    </Page>
  );
};
