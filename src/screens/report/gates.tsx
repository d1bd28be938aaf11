import type { VNode } from "preact";
import type { UiKey } from "../../content/locales/index.ts";
import { Aside } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";

const words: Readonly<Record<string, UiKey>> = {
  "gate:intimate": "report.gate-intimate",
  "gate:recognisable": "report.gate-recognisable",
  "gate:took-picture": "report.gate-took-picture",
  "gate:adult-then": "report.gate-adult-then",
  "gate:as-depicted": "report.gate-as-depicted",
};

/** What must be true for this way to be open, as far as it was not said; nothing where all of it was. `missing` as `checkEdited` names it. */
export const Gates = ({ missing }: { readonly missing: readonly string[] }): VNode | null => {
  const t = useT();
  const shut = missing.flatMap((id) => words[id] ?? []);
  if (shut.length === 0) return null;
  return (
    <Aside title={t("report.only-if")}>
      <ul class="bullets">
        {shut.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Aside>
  );
};
