import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "./parts/box.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { useApp, useT } from "./parts/context.tsx";

/** Six generated words first; one's own passphrase for those who want it. What losing it means stands on every page of it. */
export const Passphrase = (): VNode => {
  const t = useT();
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const create = async (passphrase: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (!(await app.create(passphrase))) setBusy(false);
  };
  return (
    <ChoosePassphrase
      heading={t("pass.heading")}
      lead={t("pass.lead")}
      action={t("pass.create")}
      mayTick
      busy={busy}
      onChosen={(passphrase) => void create(passphrase)}
      always={
        <Aside title={t("pass.lose-head")} tone="amber">
          <p>{t("pass.lose")}</p>
        </Aside>
      }
    />
  );
};
