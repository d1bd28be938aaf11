import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Card } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useT, useTag } from "./parts/context.tsx";
import { sizeWords } from "./parts/dates.ts";
import { RecordChecks } from "./parts/record-checks.tsx";

type Kept = "kept" | "not-kept" | "unknown";

/** What the browser says about keeping the data, how much there is and how much room is left, and a check of all of it. */
export const StorageSettings = (): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const [kept, setKept] = useState<Kept | null>(null);
  const [room, setRoom] = useState<{ readonly used: number; readonly free: number } | null>(null);
  useEffect(() => {
    void app.device.isKept().then(setKept);
    void app.device.storage().then(setRoom);
  }, [app]);
  return (
    <Card>
      {kept === null ? null : <p>{t(`settings.storage-${kept}`)}</p>}
      {room === null ? null : (
        <p class="quiet">{t("settings.storage-used", { used: sizeWords(tag, room.used), free: sizeWords(tag, room.free) })}</p>
      )}
      {kept === "not-kept" ? (
        <Button kind="side" onClick={() => void app.device.askToKeep().then(setKept)}>
          {t("settings.storage-ask")}
        </Button>
      ) : null}
      <RecordChecks />
    </Card>
  );
};
