import type { VNode } from "preact";
import { Aside } from "./box.tsx";
import { useCase, useT } from "./context.tsx";

/** Entries that cannot be read, and parts that do not verify: counted and said, never skipped silently. */
export const StoreHealth = (): VNode | null => {
  const t = useT();
  const { state, damage } = useCase();
  const { newer, damaged } = state.unread;
  if (newer + damaged + damage.length === 0) return null;
  return (
    <Aside tone="amber">
      {newer === 0 ? null : <p>{t("common.unread-newer", { n: newer })}</p>}
      {damaged === 0 ? null : <p>{t("common.unread-damaged", { n: damaged })}</p>}
      {damage.length === 0 ? null : <p>{t("common.damage", { n: damage.length })}</p>}
    </Aside>
  );
};
