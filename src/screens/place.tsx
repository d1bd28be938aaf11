import type { VNode } from "preact";
import { evidenceOf } from "../app/evidence-view.ts";
import { mediaVerdict } from "../app/intake.ts";
import { NotThere } from "./link.tsx";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { GonePill } from "./links/gone-pill.tsx";
import { useServices } from "./links/services.tsx";
import { Aside, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

/** One group or channel: what is known of it, and what can be done without joining. */
export const PlaceScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const known = useServices();
  const place = state.places.get(params["place"] ?? "");
  if (place === undefined) return <NotThere list="places" />;
  const subject = `place:${place.id}`;
  const evidence = evidenceOf(state, place.evidence);
  const service = known.find(({ id }) => id === place.platform);
  const fact = (label: string, value: VNode | null): VNode => (
    <>
      <dt>{label}</dt>
      <dd>{value ?? t("link.note-none")}</dd>
    </>
  );
  return (
    <Page heading={place.name} crumb={t("case.places")}>
      <p>
        <GonePill thing={place} />
      </p>
      <dl class="facts card">
        {fact(t("link.service"), place.platform === null ? null : <span lang="en">{service?.name ?? place.platform}</span>)}
        {fact(t("link.place-invite"), place.invite === "" ? null : <LinkText text={place.invite} />)}
        {fact(t("link.place-admins"), place.admins === "" ? null : <UserText text={place.admins} />)}
        {fact(t("link.place-numbers"), place.numbers === "" ? null : <UserText text={place.numbers} />)}
      </dl>
      <Aside tone="amber">
        <p>{t("link.never-join")}</p>
      </Aside>
      {mediaVerdict(state, [], [subject]) === "under-18" ? null : (
        <Button kind="side" onClick={() => go("capture", { place: place.id })}>
          {t("now.do-capture")}
        </Button>
      )}
      <Button kind="side" onClick={() => go("report", { place: place.id, subject })}>
        {t("now.do-report")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => go("check-link", { place: place.id })}>
          {t("link.say-found")}
        </Button>
      </Actions>
      {evidence.length === 0 ? null : (
        <Section title={t("case.evidence")}>
          <EvidenceRows items={evidence} label={t("case.evidence")} />
        </Section>
      )}
    </Page>
  );
};
