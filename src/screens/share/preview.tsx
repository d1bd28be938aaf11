import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { prepare, sealPrepared, type Choices, type Prepared } from "../../app/sharing.ts";
import type { Sealed } from "../../app/types.ts";
import { Aside, EmptyState } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useAppState, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { ProgressBar } from "../parts/progress.tsx";
import { GoingFiles } from "./files.tsx";
import { ReportView } from "./report-view.tsx";

export interface PreviewProps {
  readonly crumb: string;
  readonly choices: Choices;
  readonly onBack: () => void;
  readonly onSealed: (prepared: Prepared, sealed: Sealed) => void;
}

/** The value that will be sealed, drawn. Sealing starts from the very same value. */
export const Preview = ({ crumb, choices, onBack, onSealed }: PreviewProps): VNode => {
  const t = useT();
  const app = useApp();
  // The exporter seals out of the vault; the made-up case is in none.
  const sample = useAppState((s) => s.sample);
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);

  useEffect(() => {
    let left = false;
    void prepare(app, choices).then((value) => {
      if (!left && value !== undefined) setPrepared(value);
    });
    return () => {
      left = true;
    };
  }, [app, choices]);

  if (prepared === null) return <Page heading={t("share.preview")} crumb={crumb} lead={t("common.working")} />;
  const { disclosure } = prepared;
  const seal = async (): Promise<void> => {
    setProgress({ done: 0, total: 1 });
    try {
      const sealed = await sealPrepared(app, prepared, setProgress);
      if (sealed !== undefined) onSealed(prepared, sealed);
    } catch {
      // A bug. What it says could hold something of the case.
      app.say({ tone: "problem", key: "error.unexpected" });
    } finally {
      setProgress(null);
    }
  };
  const isEmpty = disclosure.entries.length === 0 && disclosure.report.cover.length === 0 && disclosure.report.sections.length === 0;
  return (
    <Page heading={t("share.preview")} lead={t("share.preview-lead")} crumb={crumb}>
      {isEmpty ? <EmptyState>{t("share.preview-nothing")}</EmptyState> : <ReportView report={disclosure.report} />}
      {prepared.files.length === 0 ? null : <GoingFiles files={prepared.files} exact={choices.exact} />}
      <p class="quiet">{t("share.preview-entries", { n: disclosure.entries.length })}</p>
      {sample ? (
        <>
          <Aside title={t("share.sample")}>
            <p>{t("share.sample-text")}</p>
          </Aside>
          <Actions>
            <Button kind="link" onClick={onBack}>
              {t("common.back")}
            </Button>
          </Actions>
        </>
      ) : progress === null ? (
        <>
          <Button disabled={isEmpty} onClick={() => void seal()}>
            {t("share.seal")}
          </Button>
          <Actions>
            <Button kind="link" onClick={onBack}>
              {t("common.back")}
            </Button>
          </Actions>
        </>
      ) : (
        <ProgressBar
          label={t("share.sealing")}
          done={progress.done}
          total={progress.total}
          onStop={() => void app.exporter().then((exporter) => exporter.stop())}
        />
      )}
    </Page>
  );
};
