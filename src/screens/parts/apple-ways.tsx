import type { VNode } from "preact";
import { Aside } from "./box.tsx";
import { useApp, useT } from "./context.tsx";

/** The ways in where no app can share into this one. */
export const AppleWays = ({ of }: { readonly of: "files" | "links" }): VNode | null => {
  const t = useT();
  const app = useApp();
  if (app.device.hasShareSheet()) return null;
  return (
    <Aside title={t("inbox.apple-head")}>
      {of === "links" ? (
        <p>{t("inbox.apple-link")}</p>
      ) : (
        <>
          <p>{t("inbox.apple-lead")}</p>
          <ul class="bullets">
            <li>{t("inbox.apple-photos")}</li>
            <li>{t("inbox.apple-paste")}</li>
          </ul>
        </>
      )}
    </Aside>
  );
};
