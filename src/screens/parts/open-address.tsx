import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Actions, Button } from "./button.tsx";
import { useApp, useT } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { LinkText } from "./text.tsx";

/** Opens an address of the directory in a new tab, after asking, and saying what that reveals. */
export const OpenAddress = ({ address, label }: { readonly address: string; readonly label: string }): VNode => {
  const t = useT();
  const app = useApp();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="link" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking ? (
        <Dialog title={t("report.open-title")} onClose={() => setAsking(false)}>
          <LinkText text={address} />
          <p>{t("report.open-reveals")}</p>
          <Button
            kind="side"
            onClick={() => {
              setAsking(false);
              app.device.openAddress(address);
            }}
          >
            {t("report.open-yes")}
          </Button>
          <Actions>
            <Button kind="link" onClick={() => setAsking(false)}>
              {t("common.cancel")}
            </Button>
          </Actions>
        </Dialog>
      ) : null}
    </>
  );
};
