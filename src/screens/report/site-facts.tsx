import type { VNode } from "preact";
import type { SiteFact } from "../../case/events.ts";
import { useBack, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";
import { SiteForm } from "../question-other.tsx";

/** What the site said or did about more than one page, e.g. about new uploads. */
export const SiteFacts = ({ site, facts }: { readonly site: string; readonly facts: readonly SiteFact[] }): VNode => {
  const t = useT();
  const back = useBack();
  return (
    <Page heading={t("report.site-facts")} lead={<LinkText text={site} />}>
      <SiteForm site={site} facts={facts} onAnswered={back} />
    </Page>
  );
};
