import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { Prove } from "./settings-prove.tsx";

type Stage = { readonly at: "about" | "choose" | "made" } | { readonly at: "prove"; readonly passphrase: string };

/** A second place behind a passphrase of its own. What that hides and what not is said before it is made, and nothing is promised. */
export const Beside = (): VNode => {
  const t = useT();
  const app = useApp();
  const [stage, setStage] = useState<Stage>({ at: "about" });

  const make = async (current: string, passphrase: string): Promise<boolean> => {
    const made = await (await app.vault()).createBeside(current, passphrase);
    if (app.tell(made)) setStage({ at: "made" });
    else if (made.error.code === "vault-passphrase-used") setStage({ at: "choose" });
    return made.ok;
  };
  if (stage.at === "made")
    return (
      <Page heading={t("beside.made-heading")} lead={t("beside.made")}>
        <Button onClick={() => void app.lock()}>{t("erase.lock")}</Button>
        <Actions>
          <Button kind="link" onClick={app.back}>
            {t("beside.stay")}
          </Button>
        </Actions>
      </Page>
    );
  if (stage.at === "prove")
    return (
      <Page heading={t("ways.prove-heading")}>
        <Prove action={t("beside.make")} onProve={(current) => make(current, stage.passphrase)} />
      </Page>
    );
  if (stage.at === "choose")
    return (
      <ChoosePassphrase
        heading={t("beside.choose-heading")}
        lead={t("beside.choose-lead")}
        action={t("common.continue")}
        ownAction={t("ways.use-own")}
        busy={false}
        onChosen={(passphrase) => setStage({ at: "prove", passphrase })}
      >
        <Aside title={t("pass.lose-head")} tone="amber">
          <p>{t("pass.lose")}</p>
        </Aside>
      </ChoosePassphrase>
    );
  return (
    <Page heading={t("beside.heading")} lead={t("beside.lead")}>
      <Section title={t("beside.hides-head")}>
        <p>{t("beside.hides")}</p>
      </Section>
      <Aside title={t("beside.not-head")} tone="amber">
        <p>{t("beside.not-files")}</p>
        <p>{t("beside.not-force")}</p>
      </Aside>
      <Section title={t("beside.share-head")}>
        <p>{t("beside.share")}</p>
      </Section>
      <Button onClick={() => setStage({ at: "choose" })}>{t("beside.go-on")}</Button>
    </Page>
  );
};
