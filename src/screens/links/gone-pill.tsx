import type { VNode } from "preact";
import { timesGone } from "../../app/links-view.ts";
import type { LinkCheck } from "../../case/state.ts";
import { Pill } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";

interface Removable {
  readonly checks: readonly Pick<LinkCheck, "found" | "at">[];
  readonly reports: readonly string[];
}

/** Where a group or a fake profile stands. */
export const GonePill = ({ thing }: { readonly thing: Removable }): VNode => {
  const t = useT();
  const times = timesGone(thing.checks);
  if (times > 1) return <Pill tone="green">{t("link.gone-twice")}</Pill>;
  if (times === 1) return <Pill tone="amber">{t("link.gone-once")}</Pill>;
  return thing.reports.length > 0 ? <Pill tone="teal">{t("link.reported")}</Pill> : <Pill tone="amber">{t("link.to-report")}</Pill>;
};
