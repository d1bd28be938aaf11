import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { Choice } from "../parts/choice.tsx";
import { useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";

/** What goes with the original, said before it does. */
export const WhatIsLost = (): VNode => {
  const t = useT();
  return (
    <Aside tone="amber" title={t("cover.lost")}>
      <p>{t("cover.lost-what")}</p>
      <p>{t("cover.lost-stays")}</p>
      <p>{t("cover.lost-else")}</p>
    </Aside>
  );
};

export interface KeepProps {
  readonly onSave: (keep: "both" | "copy") => Promise<void>;
  readonly onBack: () => void;
}

/** Both, unless the person says otherwise: what is deleted cannot be brought to a court. */
export const Keep = ({ onSave, onBack }: KeepProps): VNode => {
  const t = useT();
  const [keep, setKeep] = useState<"both" | "copy">("both");
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    await onSave(keep);
    setBusy(false);
  };
  return (
    <Page heading={t("cover.keep")} lead={t("cover.keep-lead")} crumb={t("cover.heading")}>
      <Choice
        legend={t("cover.keep")}
        legendHidden
        options={[
          { value: "both", label: t("cover.keep-both"), hint: t("cover.keep-both-hint") },
          { value: "copy", label: t("cover.keep-one"), hint: t("cover.keep-one-hint") },
        ]}
        value={keep}
        onChange={setKeep}
      />
      {keep === "both" ? (
        <Button busy={busy} onClick={() => void save()}>
          {t(busy ? "cover.saving" : "cover.save")}
        </Button>
      ) : (
        <>
          <WhatIsLost />
          <Tick checked={sure} onChange={setSure}>
            {t("cover.sure")}
          </Tick>
          <Button kind="danger" busy={busy} disabled={!sure} onClick={() => void save()}>
            {t(busy ? "cover.saving" : "cover.save-only")}
          </Button>
        </>
      )}
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("cover.change")}
        </Button>
      </Actions>
    </Page>
  );
};
