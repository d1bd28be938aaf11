import type { VNode } from "preact";
import { fingerprintsOf } from "../app/fingerprints.ts";
import { hashCasesOf, hashWay, type HashWay } from "../app/hash-services.ts";
import { hashServices } from "../content/hash-services/index.ts";
import { KeepForm } from "./hash/keep-form.tsx";
import { KeptCases } from "./hash/kept.tsx";
import { ServiceFacts } from "./hash/service-facts.tsx";
import { Aside, EmptyState, Row, Rows } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";

/** Several pictures may be of different ages, so one is chosen first. */
const WhichPicture = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  if (state.pictures.size === 0)
    return (
      <Page heading={t("hash.heading")}>
        <EmptyState action={<Button onClick={() => go("pictures")}>{t("case.pictures")}</Button>}>{t("hash.none")}</EmptyState>
      </Page>
    );
  return (
    <Page heading={t("hash.heading")} lead={t("hash.which")}>
      <Rows>
        {[...state.pictures.values()].map(({ id, label }) => (
          <Row key={id} title={<UserText text={label} />} onClick={() => go("hash-service", { picture: id }, "replace")} />
        ))}
      </Rows>
    </Page>
  );
};

/** No service of this kind is right now: who to ask instead, and what to answer if that was wrong. */
const NotNow = ({ way, picture }: { readonly way: Exclude<HashWay, { as: "service" }>; readonly picture: string }): VNode => {
  const t = useT();
  const go = useGo();
  const isHotline = way.as === "hotline";
  return (
    <>
      <Aside tone="amber" title={t(isHotline ? "hash.unknown-age" : "hash.no-file")}>
        <p>{t(isHotline ? "hash.unknown-age-text" : way.under18 ? "hash.no-file-under-18" : "hash.no-file-text")}</p>
      </Aside>
      <Button onClick={() => go("help")}>{t("common.talk")}</Button>
      <Button
        kind="side"
        onClick={() =>
          isHotline ? go("question", { step: "picture-age", subject: `picture:${picture}`, picture }) : go("question", { fact: "fileHere" })
        }
      >
        {t(isHotline ? "hash.age-question" : "hash.file-question")}
      </Button>
    </>
  );
};

/** Which service fits a picture, how it works, what it cannot do; then its number and PIN are kept here. Nothing is sent from here. */
export const HashServiceScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const only = state.pictures.size === 1 ? [...state.pictures.keys()][0] : undefined;
  const picture = state.pictures.get(params["picture"] ?? only ?? "");
  if (picture === undefined) return <WhichPicture />;
  const way = hashWay(state, picture.id);
  const service = way.as === "service" ? hashServices.find(({ id }) => id === way.service) : undefined;
  return (
    <Page heading={t("hash.heading")} lead={<UserText text={picture.label} />}>
      {way.as === "service" ? null : <NotNow way={way} picture={picture.id} />}
      <KeptCases cases={hashCasesOf(state, picture.id)} />
      {way.as !== "service" || service === undefined ? null : (
        <>
          <ServiceFacts service={service} />
          {way.service === "stopncii" ? (
            <>
              <p class="quiet">{t("hash.device")}</p>
              <p class="quiet">{t("hash.fingerprint")}</p>
              <Button kind="link" onClick={() => go("fingerprint", { picture: picture.id })}>
                {t(fingerprintsOf(state, picture.id).length === 0 ? "fingerprint.open" : "fingerprint.heading")}
              </Button>
            </>
          ) : null}
          {way.service === "take-it-down-ncmec" && (state.facts.country ?? null) === null ? (
            <Aside>
              <p>{t("hash.uk-too")}</p>
              <Button kind="link" onClick={() => go("answers")}>
                {t("hash.change-answers")}
              </Button>
            </Aside>
          ) : null}
          <KeepForm key={picture.id} service={way.service} picture={picture.id} />
        </>
      )}
    </Page>
  );
};
