import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "./parts/box.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { Prove } from "./settings-prove.tsx";

/** Another passphrase: chosen first, then the one that holds now is asked for. What is kept is not written anew, so it takes seconds at any size. */
export const ChangePassphrase = (): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [next, setNext] = useState<string | null>(null);

  const change = async (current: string, chosen: string): Promise<boolean> => {
    if (!app.tell(await (await app.vault()).changePassphrase(current, chosen))) return false;
    app.back();
    app.say({ tone: "done", key: "ways.changed" });
    return true;
  };
  if (next === null)
    return (
      <ChoosePassphrase
        heading={t("ways.change-heading")}
        lead={t("ways.change-lead")}
        action={t("common.continue")}
        ownAction={t("ways.use-own")}
        busy={false}
        onChosen={setNext}
      />
    );
  return (
    <Page heading={t("ways.prove-heading")}>
      <Prove action={t("ways.change")} onProve={(current) => change(current, next)} />
      <Aside title={t("ways.change-after-head")}>
        <p>{t("ways.change-after")}</p>
        <Actions>
          <Button kind="link" onClick={() => go("change-everything", {}, "replace")}>
            {t("renew.heading")}
          </Button>
        </Actions>
      </Aside>
    </Page>
  );
};
