import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf } from "../app/evidence-view.ts";
import { comparablePictures, comparisonsOf, holdAgainst, type Held, type OnBytes } from "../app/fingerprints.ts";
import { mediaVerdict } from "../app/intake.ts";
import type { Link, Picture } from "../case/state.ts";
import { AgeFirst } from "./capture/which.tsx";
import { ReadFile } from "./fingerprint/read-file.tsx";
import { Refused } from "./fingerprint/refused.tsx";
import { Verdict } from "./fingerprint/verdict.tsx";
import { EmptyState, Row, Rows, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { timeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";

interface About {
  readonly picture: Picture;
  readonly link: Link | undefined;
}

/** What to do about a copy. */
const Next = ({ link }: { readonly link: Link | undefined }): VNode => {
  const t = useT();
  const go = useGo();
  return link === undefined ? (
    <Button onClick={() => go("add-links")}>{t("fingerprint.add-link")}</Button>
  ) : (
    <Button onClick={() => go("report", { link: link.id, subject: `link:${link.id}` })}>{t("fingerprint.report")}</Button>
  );
};

const Hold = ({ picture, link }: About): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const { state, now } = useCase();
  const [held, setHeld] = useState<Held | null>(null);
  const earlier = comparisonsOf(state, picture.id, link === undefined ? null : `link:${link.id}`).slice(held === null ? 0 : 1, 20);
  const isSame = held?.verdict === "same-file" || held?.verdict === "same-picture";
  const read = async (file: Blob, onBytes: OnBytes): Promise<void> => {
    setHeld(null);
    const about = link === undefined ? `picture:${picture.id}` : `link:${link.id}`;
    const done = await holdAgainst(app, picture.id, about, file, onBytes);
    if (app.tell(done)) setHeld(done.value);
  };
  return (
    <Page heading={t("fingerprint.same-heading")} lead={t("fingerprint.same-lead")} crumb={t("fingerprint.heading")}>
      <p>
        <UserText text={picture.label} />
      </p>
      {link === undefined ? null : (
        <p>
          <LinkText text={link.text} />
        </p>
      )}
      {held === null ? null : <Verdict held={held} />}
      {isSame ? <Next link={link} /> : null}
      {held === null ? <p>{t("fingerprint.same-hint")}</p> : null}
      <ReadFile label={t(held === null ? "fingerprint.choose" : "fingerprint.same-again")} kind={isSame ? "side" : "main"} onRead={read} />
      <p class="quiet small">{t("fingerprint.same-no-need")}</p>
      {earlier.length === 0 ? null : (
        <Section title={t("fingerprint.earlier")}>
          <Rows label={t("fingerprint.earlier")}>
            {earlier.map(({ seq, verdict, at }) => (
              <Row key={seq} title={t(`fingerprint.${verdict}`)} detail={timeWords(tag, at, now)} />
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
};

/** Several pictures have a fingerprint, or none has. */
const Which = ({ pictures, link }: { readonly pictures: readonly Picture[]; readonly link: Link | undefined }): VNode => {
  const t = useT();
  const go = useGo();
  if (pictures.length === 0) {
    const [only, ...others] = link?.pictures ?? [];
    const make = (): void => (only !== undefined && others.length === 0 ? go("fingerprint", { picture: only }) : go("pictures"));
    return (
      <Page heading={t("fingerprint.same-heading")}>
        <EmptyState action={<Button onClick={make}>{t(only === undefined ? "fingerprint.same-pictures" : "fingerprint.open")}</Button>}>
          {t("fingerprint.same-none")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page heading={t("fingerprint.same-heading")} lead={t("fingerprint.same-which")}>
      <Rows label={t("fingerprint.same-which")}>
        {pictures.map(({ id, label }) => (
          <Row
            key={id}
            title={<UserText text={label} />}
            onClick={() => go("same-picture", { picture: id, ...(link === undefined ? {} : { link: link.id }) }, "replace")}
          />
        ))}
      </Rows>
    </Page>
  );
};

/** Is a copy that turned up, at a `link` perhaps, the same as a `picture` whose fingerprint was made? */
export const SamePicture = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const { state } = useCase();
  const link = state.links.get(params["link"] ?? "");
  const pictures = comparablePictures(state, link?.id).flatMap((id) => state.pictures.get(id) ?? []);
  const picture = pictures.find(({ id }) => id === params["picture"]) ?? (pictures.length === 1 ? pictures[0] : undefined);
  if (picture === undefined) return <Which pictures={pictures} link={link} />;
  const open = [picture.id, ...(link?.pictures ?? [])].find((id) => ageOf(state, id) === "unanswered");
  if (open !== undefined) return <AgeFirst picture={open} crumb={t("fingerprint.heading")} />;
  const verdict = mediaVerdict(state, [picture.id], [link === undefined ? `picture:${picture.id}` : `link:${link.id}`]);
  if (verdict !== "adult") return <Refused why={verdict} crumb={t("fingerprint.heading")} />;
  return <Hold key={`${picture.id} ${link?.id ?? ""}`} picture={picture} link={link} />;
};
