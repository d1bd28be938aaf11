import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { shutGates, type Claims, type NoticeFacts, type Offer } from "../../app/notices.ts";
import { Actions, Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { Choice } from "../parts/choice.tsx";
import { useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { Gates } from "./gates.tsx";

export interface AboutProps {
  readonly crumb: string;
  readonly offer: Offer;
  readonly facts: NoticeFacts;
  readonly claims: Claims;
  readonly onClaims: (claims: Claims) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const writers = ["depicted", "guardian", "representative"] as const;
const media = ["picture", "video", "both"] as const;

/** What the text may say. Every statement is ticked by the person; none is made for them. */
export const About = ({ crumb, offer, facts, claims, onClaims, onBack, onNext }: AboutProps): VNode => {
  const t = useT();
  // Kept for the next report, encrypted: nobody should have to type them again.
  const [signature, setSignature] = useDraft("report-signature");
  const [contact, setContact] = useDraft("report-contact");
  useEffect(() => {
    if (claims.signature !== signature || claims.contact !== contact) onClaims({ ...claims, signature, contact });
  }, [signature, contact, claims, onClaims]);
  const says = (change: Partial<Claims["says"]>): void => onClaims({ ...claims, says: { ...claims.says, ...change } });
  const tick = (name: keyof Claims["says"], words: string): VNode => (
    <Tick checked={claims.says[name]} onChange={(on) => says({ [name]: on })}>
      {words}
    </Tick>
  );
  return (
    <Page heading={t("report.about")} lead={t("report.about-lead")} crumb={crumb}>
      <Field label={t("report.name")} hint={t("report.name-hint")} value={signature} onValue={setSignature} />
      <Field kind="address" label={t("report.contact")} hint={t("report.contact-hint")} value={contact} onValue={setContact} />
      <Choice
        legend={t("report.as")}
        value={claims.as}
        onChange={(as) => onClaims({ ...claims, as })}
        options={writers.map((value) => ({ value, label: t(`report.as-${value}`) }))}
      />
      <Choice
        as="line"
        legend={t("report.media")}
        value={claims.media}
        onChange={(value) => onClaims({ ...claims, media: value })}
        options={media.map((value) => ({ value, label: t(`report.media-${value}`) }))}
      />
      <fieldset class="choice-options">
        <legend class="label">{t("report.says")}</legend>
        <Tick checked={claims.intimate} onChange={(intimate) => onClaims({ ...claims, intimate })}>
          {t("report.intimate")}
        </Tick>
        <Tick checked={claims.recognisable} onChange={(recognisable) => onClaims({ ...claims, recognisable })}>
          {t("report.recognisable")}
        </Tick>
        {tick("noConsent", t("report.no-consent"))}
        {tick("goodFaith", t("report.good-faith"))}
        {tick("accurate", t("report.accurate"))}
        {offer.route === "us-dmca-512" ? tick("perjury", t("report.perjury")) : null}
      </fieldset>
      <Gates missing={shutGates(offer, facts)} />
      <Button onClick={onNext}>{t("common.continue")}</Button>
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("common.back")}
        </Button>
      </Actions>
    </Page>
  );
};
