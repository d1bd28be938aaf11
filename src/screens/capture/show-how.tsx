import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { EvidenceRole } from "../../case/events.ts";
import type { Step } from "../../workflow/step.ts";
import { Button } from "../parts/button.tsx";
import { useT } from "../parts/context.tsx";
import { How } from "../parts/how.tsx";

/** How to take a screenshot that says when, where and who. */
export const ShowHow = ({ role, step }: { readonly role: EvidenceRole; readonly step?: Step }): VNode => {
  const t = useT();
  const [shown, setShown] = useState(false);
  const isPage = role === "listing" || role === "content" || role === "profile";
  return (
    <div class="card">
      {step === undefined ? null : <How step={step} />}
      <Button kind="link" expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? "now.hide-how" : "picture.how")}
      </Button>
      {shown ? (
        <ul class="bullets">
          {isPage ? <li>{t("picture.how-address")}</li> : null}
          {isPage ? <li>{t("picture.how-scroll")}</li> : null}
          <li>{t("picture.how-date")}</li>
          <li>{t("picture.how-iphone")}</li>
          <li>{t("picture.how-android")}</li>
          <li>{t("picture.how-computer")}</li>
          {role === "chat" ? <li>{t("picture.how-chat")}</li> : null}
          <li>{t("picture.how-never")}</li>
        </ul>
      ) : null}
    </div>
  );
};
