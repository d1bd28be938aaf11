import type { VNode } from "preact";
import { Aside, Card, Pill } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import { When } from "./parts/when.tsx";
import type { ScreenProps } from "./screen.ts";

/** Somebody who was noted: told or not yet. */
export const PersonScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const { state } = useCase();
  const person = state.people.get(params["person"] ?? "");
  if (person === undefined)
    return (
      <Page heading={t("people.one")} lead={t("people.not-here")}>
        <Button kind="side" onClick={() => go("people")}>
          {t("people.heading")}
        </Button>
      </Page>
    );
  return (
    <Page heading={t("people.one")} crumb={t("people.heading")}>
      <Card>
        <p class="large-head">
          <UserText text={person.name} />
        </p>
        {person.relation === "" ? null : (
          <p>
            <UserText text={person.relation} />
          </p>
        )}
        <p>
          <Pill tone={person.told ? "green" : "plain"}>{t(person.told ? "people.is-told" : "people.not-told")}</Pill>
        </p>
        <p class="quiet small">
          {t("people.since")}: <When at={person.at} offset={person.offset} />
        </p>
      </Card>
      {person.told ? (
        <Button kind="side" onClick={() => go("share")}>
          {t("people.share")}
        </Button>
      ) : (
        <>
          <Aside>
            <p>{t("people.mandated")}</p>
          </Aside>
          <Button onClick={() => void app.act({ do: "tell-person", person: person.id })}>{t("people.mark-told")}</Button>
        </>
      )}
    </Page>
  );
};
