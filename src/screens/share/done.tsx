import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Prepared } from "../../app/sharing.ts";
import type { Sealed } from "../../app/types.ts";
import { Card, Row, Rows } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { WordsGrid } from "../parts/words-grid.tsx";

export interface DoneProps {
  readonly crumb: string;
  readonly prepared: Prepared;
  readonly sealed: Sealed;
}

/** The file, the six words, the seal code; handed over by the person, by the browser's own ways. */
export const Done = ({ crumb, prepared, sealed }: DoneProps): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const [code, setCode] = useState(false);
  const { disclosure } = prepared;
  const canShare = app.device.canShareFile(sealed.file, sealed.name);

  const save = async (): Promise<void> => {
    const done = await app.device.saveFile(sealed.file, sealed.name);
    if (done === "saved") app.say({ tone: "done", key: "share.saved" });
    if (done === "failed") app.say({ tone: "problem", key: "share.not-shared" });
  };
  const share = async (): Promise<void> => {
    const done = await app.device.shareFile(sealed.file, sealed.name);
    if (done === "shared") app.say({ tone: "done", key: "share.handed" });
    if (done === "failed") app.say({ tone: "problem", key: "share.not-shared" });
  };
  const plain = async (): Promise<void> => {
    const made = await (await app.exporter()).plainReport(disclosure, t("share.plain-banner"));
    if (app.tell(made)) await app.device.saveFile(made.value, sealed.name.replace(/\.age$/u, ".pdf"));
  };

  return (
    <Page heading={t("share.sealed", { label: disclosure.label })} lead={t("share.checked")} crumb={crumb}>
      <Card>
        <h2 class="small-head">{t("share.words")}</h2>
        <WordsGrid words={sealed.words} label={t("share.words")} />
        <p class="quiet small">{t("share.words-hint")}</p>
      </Card>
      <Rows>
        <Row title={t("share.preview-entries", { n: disclosure.entries.length })} detail={t("share.left-out")} />
        <Row title={t("share.files-count", { n: disclosure.evidence.length })} detail={t("share.files-chosen")} />
        <Row title={<bdi dir="ltr">{sealed.name}</bdi>} detail={t("share.opens-with", { size: sizeWords(tag, sealed.file.size) })} />
      </Rows>
      {canShare ? <Button onClick={() => void share()}>{t("share.hand-over")}</Button> : null}
      <Button kind={canShare ? "side" : "main"} onClick={() => void save()}>
        {t("share.save")}
      </Button>
      <Actions>
        <Button kind="link" expanded={code} onClick={() => setCode(!code)}>
          {t("share.code")}
        </Button>
        <Button kind="link" onClick={() => void plain()}>
          {t("share.plain")}
        </Button>
      </Actions>
      {code ? (
        <Card>
          <p>{t("share.code-hint")}</p>
          <WordsGrid words={sealed.sealCode} label={t("share.code")} />
          <QrCode text={sealed.sealCode.join(" ")} label={t("share.code-qr")} />
        </Card>
      ) : null}
      <p class="quiet small">{t("share.plain-hint")}</p>
    </Page>
  );
};
