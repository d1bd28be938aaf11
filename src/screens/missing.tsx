import type { VNode } from "preact";
import { Section } from "./parts/box.tsx";
import { useAppState, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";

/** What this browser lacks, and what to do about it. Nothing else works, so nothing else is offered but help and Leave. */
export const Missing = (): VNode => {
  const t = useT();
  const view = useAppState((s) => s.view);
  const missing = view.at === "missing-parts" ? view.missing : [];
  return (
    <Page heading={t("missing.heading")} lead={t("missing.lead")}>
      <ul class="bullets">
        {missing.map((part) => (
          <li key={part}>{t(`missing.${part}`)}</li>
        ))}
      </ul>
      <Section title={t("missing.what-head")}>
        <ul class="bullets">
          {missing.includes("webassembly") ? <li>{t("missing.lockdown")}</li> : null}
          {missing.includes("indexeddb") || missing.includes("service-worker") ? <li>{t("missing.private")}</li> : null}
          <li>{t("missing.old")}</li>
        </ul>
      </Section>
    </Page>
  );
};
