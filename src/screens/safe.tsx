import type { VNode } from "preact";
import { Aside, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";

/** Said before the first question and before anything is stored. */
export const Safe = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Page heading={t("safe.heading")} lead={t("safe.lead")}>
      <Aside title={t("safe.watched-head")} tone="amber">
        <p>{t("safe.watched")}</p>
        <p>{t("safe.keep-settings")}</p>
      </Aside>
      <Section title={t("safe.use-other-head")}>
        <p>{t("safe.use-other")}</p>
      </Section>
      <Section title={t("safe.hides-head")}>
        <p>{t("safe.hides")}</p>
      </Section>
      <Section title={t("safe.left-head")}>
        <p>{t("safe.left")}</p>
      </Section>
      <Button onClick={() => go(params["next"] === "install" ? "install" : "welcome", {}, "replace")}>{t("safe.go-on")}</Button>
      <Actions>
        <Button kind="link" onClick={() => go("unsafe")}>
          {t("safe.not-safe")}
        </Button>
      </Actions>
    </Page>
  );
};
