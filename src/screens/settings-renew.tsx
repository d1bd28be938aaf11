import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Aside, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { ProgressBar } from "./parts/progress.tsx";
import { Prove } from "./settings-prove.tsx";

/** `next` null: the present one stays. */
type Stage =
  | { readonly at: "why" | "choose" }
  | { readonly at: "prove"; readonly next: string | null }
  | { readonly at: "running"; readonly done: number | null; readonly total: number };

/** After a suspected compromise: everything sealed anew under a new key, the old store deleted. */
export const ChangeEverything = (): VNode => {
  const t = useT();
  const app = useApp();
  const [stage, setStage] = useState<Stage>({ at: "why" });
  const isLeft = useRef(false);
  const stop = async (): Promise<void> => (await app.vault()).stopChanging();
  // Whoever goes elsewhere wants to go on there, and every change would wait.
  useEffect(
    () => () => {
      isLeft.current = true;
      void stop().catch(() => undefined);
    },
    [],
  );

  const run = async (current: string, next: string | null): Promise<boolean> => {
    await app.flushDrafts();
    setStage({ at: "running", done: null, total: 1 });
    const vault = await app.vault();
    const changed = await vault.changeEverything(current, next, ({ done, total }) => setStage({ at: "running", done, total }));
    if (app.tell(changed)) {
      if (!isLeft.current) app.back();
      app.say({ tone: "done", key: `renew.done-${changed.value.old}` });
      return true;
    }
    setStage({ at: "prove", next });
    if (changed.error.code === "vault-damaged") app.say({ tone: "problem", key: "renew.damaged" });
    // Where nobody knows which of the two stores counts, the vault has locked itself; opening it again finds out.
    const ways = await vault.waysIn();
    if (!ways.ok && ways.error.code === "vault-locked") await app.lock();
    return false;
  };

  if (stage.at === "choose")
    return (
      <ChoosePassphrase
        heading={t("renew.choose")}
        lead={t("renew.choose-lead")}
        action={t("common.continue")}
        ownAction={t("ways.use-own")}
        busy={false}
        onChosen={(next) => setStage({ at: "prove", next })}
      >
        <Actions>
          <Button kind="link" onClick={() => setStage({ at: "prove", next: null })}>
            {t("renew.keep")}
          </Button>
        </Actions>
      </ChoosePassphrase>
    );
  if (stage.at === "prove")
    return (
      <Page heading={t("ways.prove-heading")}>
        <Prove
          action={t("renew.now")}
          {...(stage.next === null ? { field: { label: t("renew.keep-label"), hint: t("renew.keep-hint") } } : {})}
          onProve={(current) => run(current, stage.next)}
        />
      </Page>
    );
  if (stage.at === "running")
    return (
      <Page heading={t("renew.running-head")} lead={t("renew.running-lead")}>
        <ProgressBar label={t("renew.running")} done={stage.done} total={stage.total} onStop={() => void stop()} />
      </Page>
    );
  return (
    <Page heading={t("renew.heading")} lead={t("renew.lead")}>
      <Section title={t("renew.what-head")}>
        <ul class="bullets">
          <li>{t("renew.what-new")}</li>
          <li>{t("renew.what-ways")}</li>
          <li>{t("renew.what-time")}</li>
          <li>{t("renew.what-half")}</li>
        </ul>
      </Section>
      <Aside title={t("ways.change-after-head")}>
        <p>{t("renew.not-copies")}</p>
        <p>{t("renew.not-others")}</p>
        <p>{t("renew.not-phone")}</p>
      </Aside>
      <Button onClick={() => setStage({ at: "choose" })}>{t("common.continue")}</Button>
    </Page>
  );
};
