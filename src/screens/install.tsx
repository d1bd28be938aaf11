import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Card, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useAppState, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";

const useOffline = (): "wait" | "ready" | "failed" => {
  const app = useApp();
  const [at, setAt] = useState<"wait" | "ready" | "failed">("wait");
  useEffect(() => {
    let left = false;
    void app.device.offlineReady().then((ready) => {
      if (!left) setAt(ready ? "ready" : "failed");
    });
    return () => {
      left = true;
    };
  }, [app]);
  return at;
};

/** Install before anything is stored: on iPhone the tab's data and the installed app's data are separate. */
export const Install = (): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const offline = useOffline();
  const unlocked = useAppState((s) => s.view.at === "unlocked");
  const [way, setWay] = useState(app.device.installWay);
  const install = async (): Promise<void> => {
    await app.device.install();
    setWay(app.device.installWay());
  };
  return (
    <Page heading={t("install.heading")} lead={t("install.lead")}>
      {way === "by-hand" ? (
        <Section title={t("install.ios-head")}>
          <p>{t("install.ios-first")}</p>
          <Card>
            <ol class="numbered">
              <li>{t("install.ios-1")}</li>
              <li>{t("install.ios-2")}</li>
              <li>{t("install.ios-3")}</li>
            </ol>
          </Card>
        </Section>
      ) : null}
      {way === "unknown" ? <p>{t("install.other")}</p> : null}
      {way === "installed" ? <p role="status">{t("install.installed")}</p> : null}
      <p class="quiet" role="status">
        {t(offline === "ready" ? "install.offline-ready" : offline === "wait" ? "install.offline-wait" : "install.offline-failed")}
      </p>
      {way === "ask" ? (
        <>
          <p class="quiet small">{t("install.google")}</p>
          <Button onClick={() => void install()}>{t("install.action")}</Button>
        </>
      ) : null}
      {unlocked ? null : (
        <Button kind={way === "ask" ? "link" : "main"} onClick={() => go("opening", { n: "0" })}>
          {t(way === "installed" ? "common.continue" : "install.skip")}
        </Button>
      )}
    </Page>
  );
};
