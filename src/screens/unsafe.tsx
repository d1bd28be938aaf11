import type { VNode } from "preact";
import { Aside, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";

/** For those whose phone may be watched: other ways, and what to leave as it is. Nothing has been stored. */
export const Unsafe = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Page heading={t("unsafe.heading")} lead={t("unsafe.lead")}>
      <Section title={t("unsafe.other-head")}>
        <ul class="bullets">
          <li>{t("unsafe.other-1")}</li>
          <li>{t("unsafe.other-2")}</li>
          <li>{t("unsafe.other-3")}</li>
        </ul>
      </Section>
      <Aside title={t("unsafe.keep-head")}>
        <p>{t("unsafe.keep")}</p>
      </Aside>
      <Button onClick={() => go("help")}>{t("common.talk")}</Button>
      <Actions>
        <Button
          kind="link"
          onClick={() => (params["next"] === "passphrase" ? go("passphrase", {}, "replace") : go("opening", {}, "replace"))}
        >
          {t("unsafe.anyway")}
        </Button>
      </Actions>
    </Page>
  );
};
