import type { VNode } from "preact";
import { Card } from "./box.tsx";
import { Button } from "./button.tsx";
import { useApp, useAppState, useT } from "./context.tsx";

/** Characters of a build's hash that are shown here; Settings shows all of them. */
const SHOWN = 12;

/** A newer version waits: named, and taken only at the person's word, never while a vault is open. */
export const UpdateOffer = (): VNode | null => {
  const t = useT();
  const app = useApp();
  const update = useAppState((s) => s.update);
  const isOpen = useAppState((s) => s.view.at === "unlocked");
  if (update === null) return null;
  return (
    <Card>
      <p>{t("common.update-offer", { version: update.version, hash: update.hash.slice(0, SHOWN) })}</p>
      {isOpen ? null : (
        <Button kind="side" onClick={() => void app.acceptUpdate()}>
          {t("common.update")}
        </Button>
      )}
    </Card>
  );
};
