import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "./box.tsx";
import { Actions, Button } from "./button.tsx";
import { useT } from "./context.tsx";
import { Field } from "./field.tsx";
import { Page } from "./page.tsx";

interface BackupHelperProps {
  readonly onUse: (address: string) => void;
  readonly onWords: () => void;
}

/** The address of a helper's key. What that means is said before the file is made: they can open all of it, and the person cannot. */
export const BackupHelper = ({ onUse, onWords }: BackupHelperProps): VNode => {
  const t = useT();
  const [address, setAddress] = useState("");
  const use = (): void => {
    if (address.trim() !== "") onUse(address.trim());
  };
  return (
    <Page heading={t("backup.helper-heading")} lead={t("backup.helper-lead")}>
      <Aside title={t("backup.helper-care-head")} tone="amber">
        <p>{t("backup.helper-care")}</p>
        <p>{t("backup.helper-lost")}</p>
      </Aside>
      <Field
        label={t("backup.helper-address")}
        hint={t("backup.helper-hint")}
        kind="address"
        value={address}
        onValue={setAddress}
        onEnter={use}
      />
      <Button disabled={address.trim() === ""} onClick={use}>
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
