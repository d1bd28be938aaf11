import type { VNode } from "preact";
import { Card } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";

/** What to keep and what may go, in words; then it is closed. Nothing is erased by that. */
export const CloseCase = (): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const { state, plan } = useCase();
  const [kept, setKept] = useDraft("close-kept");
  if (state.closed)
    return (
      <Page heading={t("close.heading")} lead={t("close.is-closed")}>
        <Button kind="side" onClick={() => void app.act({ do: "reopen-case" })}>
          {t("case.reopen")}
        </Button>
      </Page>
    );
  const open = plan.actions.filter(
    ({ step, status, optional }) => step !== "close-case" && !optional && (status === "now" || status === "due" || status === "waiting"),
  );
  const close = async (): Promise<void> => {
    if (!(await app.act({ do: "close-case", kept: kept.trim() }))) return;
    setKept("");
    go("case", {}, "replace");
    app.say({ tone: "done", key: "close.done" });
  };
  return (
    <Page heading={t("close.heading")} lead={t("close.lead")}>
      {open.length === 0 ? null : <p>{t("close.open", { n: open.length })}</p>}
      <Card>
        <h2 class="small-head">{t("close.keep")}</h2>
        <ul class="bullets">
          <li>{t("close.keep-record")}</li>
          <li>{t("close.keep-numbers")}</li>
          <li>{t("close.keep-court")}</li>
        </ul>
        <Button kind="link" onClick={() => go("share")}>
          {t("close.seal")}
        </Button>
      </Card>
      <Card>
        <h2 class="small-head">{t("close.erase")}</h2>
        <ul class="bullets">
          <li>
            <strong>{t("close.erase-under-18")}</strong>
          </li>
          <li>{t("close.erase-device")}</li>
          <li>{t("close.erase-here")}</li>
        </ul>
      </Card>
      <Field kind="lines" rows={3} label={t("close.note")} hint={t("close.note-hint")} value={kept} onValue={setKept} />
      <Button onClick={() => void close()}>{t("close.close")}</Button>
    </Page>
  );
};
