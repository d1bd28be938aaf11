import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { checkReader } from "../../app/backup.ts";
import type { BackupReader, PlannedBackup } from "../../app/backup-plan.ts";
import type { RecipientKind } from "../../case/events.ts";
import { Aside } from "./box.tsx";
import { Actions, Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { useApp, useT } from "./context.tsx";
import { Field } from "./field.tsx";
import { Page } from "./page.tsx";

interface BackupHelperProps {
  readonly plan: PlannedBackup;
  readonly onUse: (reader: BackupReader) => void;
  readonly onWords: () => void;
}

const kinds = ["friend", "helpline", "lawyer", "police"] as const satisfies readonly RecipientKind[];

/**
 * Whose key it is, and its address. What that means is said before the file is made: they can open all of it, and the person cannot. The rule on who
 * may have links and the address are looked at here, so that nothing typed is lost and no empty file is made.
 */
export const BackupHelper = ({ plan, onUse, onWords }: BackupHelperProps): VNode => {
  const t = useT();
  const app = useApp();
  const [recipient, setRecipient] = useState<RecipientKind | null>(null);
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = useRef(false);
  const mayGo = recipient !== null && plan.readers.includes(recipient);
  const use = async (): Promise<void> => {
    if (recipient === null || !mayGo || address.trim() === "" || isBusy.current) return;
    isBusy.current = true;
    const reader = { address: address.trim(), recipient };
    const checked = await checkReader(app, plan, reader).finally(() => {
      isBusy.current = false;
    });
    if (checked.ok) onUse(reader);
    else setProblem(t(`error.${checked.error.code}`));
  };
  return (
    <Page heading={t("backup.helper-heading")} lead={t("backup.helper-lead")}>
      <Aside title={t("backup.helper-care-head")} tone="amber">
        <p>{t("backup.helper-care")}</p>
        <p>{t("backup.helper-without")}</p>
        <p>{t("backup.helper-lost")}</p>
      </Aside>
      <Choice
        legend={t("share.who")}
        value={recipient}
        onChange={setRecipient}
        options={kinds.map((value) => ({ value, label: t(`share.${value}`) }))}
      />
      {recipient === null || mayGo ? null : (
        <Aside tone="amber">
          <p role="status">{t("backup.helper-links")}</p>
        </Aside>
      )}
      <Field
        label={t("backup.helper-address")}
        hint={t("backup.helper-hint")}
        kind="address"
        value={address}
        problem={problem}
        onValue={(text) => {
          setAddress(text);
          setProblem(null);
        }}
        onEnter={() => void use()}
      />
      <p class="quiet small">{t("share.law-duty")}</p>
      <Button disabled={!mayGo || address.trim() === ""} onClick={() => void use()}>
        {t("backup.words-use")}
      </Button>
      <Actions>
        <Button kind="link" onClick={onWords}>
          {t("backup.helper-words")}
        </Button>
      </Actions>
    </Page>
  );
};
