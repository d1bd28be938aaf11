import type { VNode } from "preact";
import { Button } from "../parts/button.tsx";
import { useGo, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";

/** No file of this picture is read: no chooser, and who can help instead. */
export const Refused = ({ why, crumb }: { readonly why: "under-18" | "unknown"; readonly crumb: string }): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Page heading={t("fingerprint.refused")} lead={t(`fingerprint.refused-${why}`)} crumb={crumb}>
      <p>{t("fingerprint.refused-do")}</p>
      <Button onClick={() => go("help")}>{t("link.hotline")}</Button>
      {why === "unknown" ? (
        <Button kind="side" onClick={() => go("pictures")}>
          {t("picture.answer-again")}
        </Button>
      ) : null}
    </Page>
  );
};
