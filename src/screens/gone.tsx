import type { VNode } from "preact";
import { Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";

/** A vault was made here and is not here any more: said, never replaced silently by an empty one. */
export const Gone = (): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  return (
    <Page heading={t("gone.heading")} lead={t("gone.lead")}>
      <Section title={t("gone.why-head")}>
        <p>{t("gone.why")}</p>
      </Section>
      <Section title={t("gone.what-head")}>
        <p>{t("gone.what")}</p>
      </Section>
      <Button onClick={() => go("restore")}>{t("welcome.backup")}</Button>
      <Actions>
        <Button kind="link" onClick={() => go("open")}>
          {t("welcome.open-file")}
        </Button>
        <Button kind="link" onClick={() => app.startAgain()}>
          {t("gone.start")}
        </Button>
      </Actions>
    </Page>
  );
};
