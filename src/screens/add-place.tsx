import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ServiceSelect } from "./links/services.tsx";
import { Aside } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";

/** A group or channel without links: what can already be seen of it. */
export const AddPlace = (): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [name, setName] = useDraft("place-name");
  const [invite, setInvite] = useDraft("place-invite");
  const [admins, setAdmins] = useDraft("place-admins");
  const [numbers, setNumbers] = useDraft("place-numbers");
  const [platform, setPlatform] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const place = app.newId();
    if (!(await app.act({ do: "add-place", place, name, platform, invite, admins, numbers }))) return;
    for (const clear of [setName, setInvite, setAdmins, setNumbers]) clear("");
    go("place", { place }, "replace");
  };
  return (
    <Page heading={t("link.place-add")} lead={t("link.place-lead")} crumb={t("case.places")}>
      <Aside tone="amber">
        <p>{t("link.never-join")}</p>
      </Aside>
      <Field label={t("link.place-name")} value={name} onValue={setName} />
      <ServiceSelect value={platform} onChange={setPlatform} />
      <Field kind="address" label={t("link.place-invite")} hint={t("link.place-invite-hint")} value={invite} onValue={setInvite} />
      <Field kind="lines" rows={3} label={t("link.place-admins")} hint={t("link.place-admins-hint")} value={admins} onValue={setAdmins} />
      <Field
        kind="lines"
        rows={3}
        label={t("link.place-numbers")}
        hint={t("link.place-numbers-hint")}
        value={numbers}
        onValue={setNumbers}
      />
      <Button disabled={name.trim() === ""} onClick={() => void save()}>
        {t("common.save")}
      </Button>
    </Page>
  );
};
