import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { Tick } from "./parts/checklist.tsx";
import { Prove } from "./settings-prove.tsx";

/** A passkey as a convenience: who else could use it is said first, and that it is known is ticked before one can be made. */
export const AddPasskey = (): VNode => {
  const t = useT();
  const app = useApp();
  const [isKnown, setIsKnown] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [name, setName] = useState("");
  // Kept while the passphrase is typed again after a slip: else every try would leave one more passkey on the phone.
  const [made, setMade] = useState<Uint8Array<ArrayBuffer> | null>(null);

  const obtain = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
    if (made !== null) return made;
    const answer = await app.device.makePasskey();
    if (answer.is === "ready") {
      setMade(answer.output);
      return answer.output;
    }
    app.say({ tone: "problem", key: `ways.passkey-${answer.is}` });
    return null;
  };
  // The phone's question must follow the tap at once, so it comes before the passphrase is tried.
  const add = async (current: string): Promise<boolean> => {
    app.say(null);
    const output = await obtain();
    if (output === null || !app.tell(await (await app.vault()).addPasskey(current, output.slice(), name.trim()))) return false;
    output.fill(0);
    app.back();
    app.say({ tone: "done", key: "ways.passkey-added" });
    return true;
  };
  if (isMaking)
    return (
      <Page heading={t("ways.prove-heading")}>
        <Field label={t("ways.passkey-name")} hint={t("ways.name-hint")} value={name} onValue={setName} />
        <Prove action={t("ways.passkey-make")} onProve={add} />
      </Page>
    );
  return (
    <Page heading={t("ways.passkey-heading")} lead={t("ways.passkey-lead")}>
      <Aside tone="amber" title={t("ways.passkey-who")}>
        <ul class="bullets">
          <li>{t("ways.passkey-account")}</li>
          <li>{t("ways.passkey-phone")}</li>
          <li>{t("ways.passkey-list")}</li>
        </ul>
        <p>{t("ways.passkey-fear")}</p>
      </Aside>
      <Tick checked={isKnown} onChange={setIsKnown}>
        {t("ways.passkey-go")}
      </Tick>
      <Button disabled={!isKnown} onClick={() => setIsMaking(true)}>
        {t("common.continue")}
      </Button>
    </Page>
  );
};
