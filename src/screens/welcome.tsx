import type { VNode } from "preact";
import { Button } from "./parts/button.tsx";
import { Row, Rows } from "./parts/box.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UpdateOffer } from "./parts/update-offer.tsx";

/** The first screen: whose fault it is not, what this is, where it stays; and the four ways on. */
export const Welcome = (): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  return (
    <Page heading={t("welcome.heading")}>
      <p>{t("welcome.what")}</p>
      <p>{t("welcome.where")}</p>
      <Rows>
        <Row title={t("welcome.is-safe")} detail={t("welcome.is-safe-hint")} onClick={() => go("safe")} />
      </Rows>
      <Button onClick={() => go("safe", { next: "install" })}>{t("welcome.start")}</Button>
      <Rows>
        <Row title={t("welcome.backup")} onClick={() => go("restore")} />
        <Row title={t("welcome.open-file")} onClick={() => go("open")} />
        <Row title={t("common.talk")} onClick={() => go("help")} />
        <Row title={t("welcome.sample")} onClick={() => void app.openSample()} />
      </Rows>
      <UpdateOffer />
    </Page>
  );
};
