import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { UpdateOffer } from "./parts/update-offer.tsx";

/** The locked page. Says nothing about what is kept. */
export const Unlock = (): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [forgot, setForgot] = useState(false);
  const [isSlowed, setIsSlowed] = useState(false);
  const look = async (): Promise<void> => setIsSlowed((await (await app.vault()).status()).isSlowed);
  useEffect(() => void look().catch(() => undefined), []);

  const unlock = async (): Promise<void> => {
    if (busy || passphrase === "") return;
    app.say(null);
    setBusy(true);
    const opened = await app.unlock(passphrase);
    if (opened) return;
    setBusy(false);
    await look();
  };
  const withPasskey = async (): Promise<void> => {
    if (busy) return;
    app.say(null);
    setBusy(true);
    const answer = await app.device.usePasskey();
    if (answer.is === "ready" && (await app.unlockWithPasskey(answer.output))) return;
    if (answer.is !== "ready") app.say({ tone: "problem", key: `passkey.${answer.is}` });
    setBusy(false);
  };
  return (
    <Page heading={t("unlock.heading")}>
      <Field
        kind="secret"
        label={t("unlock.label")}
        hint={t("unlock.hint")}
        value={passphrase}
        onValue={setPassphrase}
        onEnter={() => void unlock()}
      />
      <Button busy={busy} disabled={passphrase === ""} onClick={() => void unlock()}>
        {t(busy ? "unlock.working" : "unlock.action")}
      </Button>
      <Actions>
        {app.device.hasPasskeys() ? (
          <Button kind="link" onClick={() => void withPasskey()}>
            {t("passkey.use")}
          </Button>
        ) : null}
        <Button kind="link" expanded={forgot} onClick={() => setForgot(!forgot)}>
          {t("unlock.forgot")}
        </Button>
      </Actions>
      <p class="quiet" role="status">
        {isSlowed ? t("unlock.slowed") : ""}
      </p>
      {forgot ? (
        <>
          <p>{t("unlock.forgot-text")}</p>
          <Actions>
            <Button kind="link" onClick={() => go("restore")}>
              {t("welcome.backup")}
            </Button>
          </Actions>
        </>
      ) : null}
      <UpdateOffer />
    </Page>
  );
};
