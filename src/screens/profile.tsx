import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { evidenceOf } from "../app/evidence-view.ts";
import { mediaVerdict } from "../app/intake.ts";
import type { Profile } from "../case/state.ts";
import { NotThere } from "./link.tsx";
import { Address } from "./links/address.tsx";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { GonePill } from "./links/gone-pill.tsx";
import { useServices } from "./links/services.tsx";
import { Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { Choice } from "./parts/choice.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { SourceNote } from "./parts/source.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

const founds = ["gone", "still-there", "cant-tell"] as const;

/** Is it gone? Twice, since profiles come back. */
const Check = ({ profile }: { readonly profile: Profile }): VNode => {
  const t = useT();
  const app = useApp();
  const [found, setFound] = useState<(typeof founds)[number] | null>(null);
  const save = async (): Promise<void> => {
    if (found !== null && (await app.act({ do: "check-profile", profile: profile.id, found }))) setFound(null);
  };
  return (
    <Section title={t("link.say-found")}>
      <p class="quiet">{t("link.twice")}</p>
      <Choice
        legend={t("link.what-found")}
        options={founds.map((value) => ({ value, label: t(`link.found-${value}`) }))}
        value={found}
        onChange={setFound}
      />
      <Button kind="side" disabled={found === null} onClick={() => void save()}>
        {t("common.save")}
      </Button>
    </Section>
  );
};

/** One fake profile: its name and address, evidence, the form for it, and whether it is gone. */
export const ProfileScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const known = useServices();
  const profile = state.profiles.get(params["profile"] ?? "");
  if (profile === undefined) return <NotThere list="profiles" />;
  const subject = `profile:${profile.id}`;
  const verdict = mediaVerdict(state, [], [subject]);
  const evidence = evidenceOf(state, profile.evidence);
  const service = known.find(({ id }) => id === profile.platform);
  return (
    <Page heading={profile.handle} crumb={t("case.profiles")}>
      <p>
        <GonePill thing={profile} />
      </p>
      {profile.text === "" ? null : <Address text={profile.text} host={profile.site} careful={verdict !== "adult"} />}
      {profile.note === "" ? null : (
        <p>
          <UserText text={profile.note} />
        </p>
      )}
      {verdict === "under-18" ? null : (
        <Button kind="side" onClick={() => go("capture", { profile: profile.id, step: "capture-profile", subject })}>
          {t("now.do-capture")}
        </Button>
      )}
      <Button kind="side" onClick={() => go("report", { profile: profile.id, step: "report-impersonation", subject })}>
        {t("now.do-report")}
      </Button>
      {verdict !== "adult" || service === undefined || service.impersonationUrl === null ? null : (
        <Section title={t("link.profile-form")}>
          <LinkText text={service.impersonationUrl} />
          <SourceNote source={service.source} />
        </Section>
      )}
      {evidence.length === 0 ? null : (
        <Section title={t("case.evidence")}>
          <EvidenceRows items={evidence} label={t("case.evidence")} />
        </Section>
      )}
      <Check profile={profile} />
    </Page>
  );
};
