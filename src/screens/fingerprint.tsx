import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf } from "../app/evidence-view.ts";
import { fingerprintKept, fingerprintsOf, makeFingerprint, pictureVerdict, type NoPdq, type OnBytes } from "../app/fingerprints.ts";
import { mediaVerdict } from "../app/intake.ts";
import type { Evidence, Picture } from "../case/state.ts";
import { AgeFirst } from "./capture/which.tsx";
import { ReadFile, useReading } from "./fingerprint/read-file.tsx";
import { Refused } from "./fingerprint/refused.tsx";
import { Values } from "./fingerprint/values.tsx";
import { NotThere } from "./link.tsx";
import { Aside, Card, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { sizeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import { When } from "./parts/when.tsx";
import type { ScreenProps } from "./screen.ts";

/** What it is for, and what services do on their own. */
const WhatFor = (): VNode => {
  const t = useT();
  return (
    <Aside title={t("fingerprint.what-for")}>
      <ul class="bullets">
        <li>{t("fingerprint.for-later")}</li>
        <li>{t("fingerprint.own")}</li>
        <li>{t("fingerprint.careful")}</li>
      </ul>
    </Aside>
  );
};

/** Of the original of a picture, which is read once and not kept. */
const OfPicture = ({ picture }: { readonly picture: Picture }): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const go = useGo();
  const { state } = useCase();
  const [why, setWhy] = useState<NoPdq>(null);
  const made = fingerprintsOf(state, picture.id).toReversed();
  const read = async (file: Blob, onBytes: OnBytes): Promise<void> => {
    const done = await makeFingerprint(app, picture.id, file, onBytes);
    if (!app.tell(done)) return;
    setWhy(done.value);
    app.say({ tone: "done", key: "fingerprint.made" });
  };
  return (
    <Page heading={t("fingerprint.heading")} lead={t("fingerprint.lead")} crumb={t("case.pictures")}>
      <p>
        <UserText text={picture.label} />
      </p>
      {made.length === 0 ? null : (
        <>
          <Section title={t("fingerprint.list")}>
            {made.map((one, i) => (
              <Card key={one.id}>
                <p class="quiet small">
                  {t("fingerprint.of-file", { type: one.type, size: sizeWords(tag, one.size) })} · <When at={one.at} />
                </p>
                <Values {...one} why={i === 0 ? why : null} />
              </Card>
            ))}
          </Section>
          <Button onClick={() => go("same-picture", { picture: picture.id })}>{t("fingerprint.same-open")}</Button>
        </>
      )}
      <WhatFor />
      <Section title={t("fingerprint.choose-head")}>
        <p>{t("fingerprint.choose-hint")}</p>
        <ReadFile label={t("fingerprint.choose")} kind={made.length === 0 ? "main" : "side"} onRead={read} />
        <p class="quiet small">{t("fingerprint.choose-none")}</p>
      </Section>
    </Page>
  );
};

/** Of a file that is kept here. */
const OfKept = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const app = useApp();
  const reading = useReading();
  const [why, setWhy] = useState<NoPdq>(null);
  const make = (): Promise<void> =>
    reading.read(item.size, async (onBytes) => {
      const done = await fingerprintKept(app, item.id, onBytes);
      if (!app.tell(done)) return;
      setWhy(done.value);
      app.say({ tone: "done", key: "fingerprint.made-kept" });
    });
  return (
    <Page heading={t("fingerprint.heading")} lead={t("fingerprint.lead")} crumb={t("case.evidence")}>
      <p>
        <LinkText text={item.name} short />
      </p>
      {item.fingerprint === null ? null : (
        <Card>
          <Values {...item.fingerprint} sha256={item.sha256} type={item.type} why={why} />
        </Card>
      )}
      {item.fingerprint === null ? (reading.bar ?? <Button onClick={() => void make()}>{t("fingerprint.make-kept")}</Button>) : null}
      <WhatFor />
    </Page>
  );
};

/** The fingerprint of a kept file (`evidence`), or of the original of a named picture (`picture`). */
export const FingerprintScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const { state } = useCase();
  const item = state.evidence.get(params["evidence"] ?? "");
  if (item !== undefined && !item.forgotten) {
    const ages = mediaVerdict(state, item.pictures, item.about);
    return ages === "adult" ? <OfKept key={item.id} item={item} /> : <Refused why={ages} crumb={t("case.evidence")} />;
  }
  const picture = state.pictures.get(params["picture"] ?? "");
  if (picture === undefined) return <NotThere list="pictures" />;
  if (ageOf(state, picture.id) === "unanswered") return <AgeFirst picture={picture.id} crumb={t("fingerprint.heading")} />;
  const verdict = pictureVerdict(state, picture.id);
  return verdict === "adult" ? <OfPicture key={picture.id} picture={picture} /> : <Refused why={verdict} crumb={t("case.pictures")} />;
};
