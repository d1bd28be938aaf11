import type { ReportSection } from "../../export/types.ts";
import type { Say } from "./say.ts";

type Blocks = ReportSection["blocks"];

/** A section, or nothing where there is nothing to say. */
export const section = (heading: string, ...blocks: Blocks): readonly ReportSection[] => (blocks.length === 0 ? [] : [{ heading, blocks }]);

/** Label and value, without what is empty. */
export const rows = (pairs: readonly (readonly [label: string, value: string])[]): Blocks[number] => ({
  as: "rows",
  rows: pairs.filter(([, value]) => value !== ""),
});

/** What can be done and what waits; the same thing to do at many pages is one line with its number. */
export const planned = (actions: readonly { readonly title: string; readonly state: string }[], { t }: Say): readonly ReportSection[] => {
  const lines = new Map<string, { readonly title: string; readonly waits: boolean; n: number }>();
  for (const { title, state } of actions) {
    if (state !== "now" && state !== "due" && state !== "waiting") continue;
    const waits = state === "waiting";
    const key = `${String(waits)} ${title}`;
    lines.set(key, { title, waits, n: (lines.get(key)?.n ?? 0) + 1 });
  }
  return lines.size === 0
    ? []
    : section(
        t("share.section-plan"),
        rows([...lines.values()].map(({ title, waits, n }) => [t(waits ? "share.plan-waiting" : "share.plan-open", { n }), title])),
      );
};
