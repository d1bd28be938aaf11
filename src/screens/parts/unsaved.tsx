import type { VNode } from "preact";
import { useCase, useT } from "./context.tsx";

/** What would be lost today: said quietly, wherever backups are led to, and never by itself. */
export const Unsaved = (): VNode => {
  const t = useT();
  const { state } = useCase();
  if (state.unsaved === 0) return <>{t("backup.saved")}</>;
  const isFirst = state.backups.length === 0 && state.unsaved === state.size;
  return <>{isFirst ? t("backup.none") : t("backup.unsaved", { n: state.unsaved })}</>;
};
