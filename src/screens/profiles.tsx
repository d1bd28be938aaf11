import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readAddress } from "../app/paste.ts";
import { GonePill } from "./links/gone-pill.tsx";
import { ServiceSelect } from "./links/services.tsx";
import { EmptyState, Row, Rows } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";

const AddProfile = ({ onDone }: { readonly onDone: () => void }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [handle, setHandle] = useDraft("profile-handle");
  const [text, setText] = useDraft("profile-address");
  const [note, setNote] = useDraft("profile-note");
  const [service, setService] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const known = text.trim() === "" ? undefined : await readAddress(text);
    const profile = app.newId();
    // The address says which site it is; a choice counts only where there is none.
    const site = known?.site ?? "";
    const platform = known === undefined ? service : known.platform;
    if (!(await app.act({ do: "add-profile", profile, handle, text, site, platform, note }))) return;
    for (const clear of [setHandle, setText, setNote]) clear("");
    onDone();
    go("profile", { profile });
  };
  return (
    <div class="stack">
      <Field label={t("link.profile-handle")} hint={t("link.profile-handle-hint")} value={handle} onValue={setHandle} />
      <Field kind="address" label={t("link.profile-address")} hint={t("link.profile-address-hint")} value={text} onValue={setText} />
      {text.trim() === "" ? <ServiceSelect value={service} onChange={setService} /> : null}
      <Field kind="lines" rows={3} label={t("link.profile-note")} hint={t("link.profile-note-hint")} value={note} onValue={setNote} />
      <Button disabled={handle.trim() === ""} onClick={() => void save()}>
        {t("common.save")}
      </Button>
    </div>
  );
};

/** Profiles that pretend to be the person, or that only link to the pictures. */
export const Profiles = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [adding, setAdding] = useState(false);
  const add = (kind: "main" | "side"): VNode => (
    <Button kind={kind} onClick={() => setAdding(true)}>
      {t("link.profile-add")}
    </Button>
  );
  if (adding)
    return (
      <Page heading={t("link.profile-add")} lead={t("link.profile-lead")} crumb={t("case.profiles")}>
        <AddProfile onDone={() => setAdding(false)} />
        <Button kind="link" onClick={() => setAdding(false)}>
          {t("common.cancel")}
        </Button>
      </Page>
    );
  return (
    <Page heading={t("case.profiles")}>
      {state.profiles.size === 0 ? (
        <EmptyState action={add("main")}>{t("link.profile-empty")}</EmptyState>
      ) : (
        <>
          <Rows label={t("case.profiles")}>
            {[...state.profiles.values()].map((profile) => (
              <Row
                key={profile.id}
                title={<UserText text={profile.handle} />}
                pills={<GonePill thing={profile} />}
                onClick={() => go("profile", { profile: profile.id })}
              />
            ))}
          </Rows>
          {add("side")}
        </>
      )}
    </Page>
  );
};
