import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { keepHashCase, sameWay, type HashServiceId } from "../../app/hash-services.ts";
import { Button } from "../parts/button.tsx";
import { Section } from "../parts/box.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { UserText } from "../parts/text.tsx";

/** The number and the PIN that the service gave, kept at once: neither can be sent again. */
export const KeepForm = ({ service, picture }: { readonly service: HashServiceId; readonly picture: string }): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [caseNumber, setCaseNumber] = useDraft(`hash-number:${picture}`);
  const [pin, setPin] = useDraft(`hash-pin:${picture}`);
  const [also, setAlso] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const others = sameWay(state, picture);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const done = await keepHashCase(app, service, [picture, ...also], { caseNumber, pin });
    setBusy(false);
    if (!done) return;
    setCaseNumber("");
    setPin("");
    setAlso([]);
    app.say({ tone: "done", key: "hash.kept" });
  };
  return (
    <Section title={t("hash.keep-head")}>
      <Field label={t("hash.case-number")} value={caseNumber} onValue={setCaseNumber} />
      {service === "stopncii" ? <Field kind="secret" label={t("hash.pin")} hint={t("hash.pin-hint")} value={pin} onValue={setPin} /> : null}
      {others.length === 0 ? null : (
        <div class="stack">
          <p class="label">{t("hash.also")}</p>
          {others.map((id) => (
            <Tick key={id} checked={also.includes(id)} onChange={(on) => setAlso(on ? [...also, id] : also.filter((one) => one !== id))}>
              <UserText text={state.pictures.get(id)?.label ?? ""} />
            </Tick>
          ))}
        </div>
      )}
      <Button disabled={caseNumber.trim() === ""} busy={busy} onClick={() => void keep()}>
        {t("hash.keep")}
      </Button>
    </Section>
  );
};
