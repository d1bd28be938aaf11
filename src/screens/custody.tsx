import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ownSheet, sheetPdf } from "../app/custody/own-sheet.ts";
import type { ReportDocument } from "../app/types.ts";
import { EmptyState } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useCase, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";
import { ReportView } from "./share/report-view.tsx";
import "./style/share.css";

/** The custody sheet of one file or message (`item`), or of all: drawn as it will be printed, and saved as a PDF when the person says so. */
export const Custody = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const app = useApp();
  const { size } = useCase();
  const { item } = params;
  const [sheet, setSheet] = useState<ReportDocument | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    void ownSheet(app, item).then((made) => {
      if (!left && made !== undefined) setSheet(made);
    });
    return () => {
      left = true;
    };
  }, [app, item, size]);
  if (sheet === null) return <Page heading={t("custody.sheet")} crumb={t("case.evidence")} lead={t("common.working")} />;
  if (sheet.sections.length === 0)
    return (
      <Page heading={t("custody.sheet")} crumb={t("case.evidence")}>
        <EmptyState>{t("custody.sheet-none")}</EmptyState>
      </Page>
    );
  const save = async (): Promise<void> => {
    setBusy(true);
    const made = await sheetPdf(app, sheet);
    setBusy(false);
    if (!app.tell(made)) return;
    const done = await app.device.saveFile(made.value.file, made.value.name);
    if (done === "saved") app.say({ tone: "info", key: "custody.saved" });
    if (done === "failed") app.say({ tone: "problem", key: "share.not-shared" });
  };
  return (
    <Page heading={t("custody.sheet")} crumb={t("case.evidence")} lead={t("custody.sheet-lead")}>
      <ReportView report={{ ...sheet, title: "" }} />
      <p class="quiet small">{t("custody.save-hint")}</p>
      <Actions>
        <Button kind="side" busy={busy} onClick={() => void save()}>
          {t("custody.save")}
        </Button>
      </Actions>
    </Page>
  );
};
