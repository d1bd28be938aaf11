import type { VNode } from "preact";
import type { Evidence } from "../../case/state.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { useCase, useGo, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { LinkText, UserText } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

/** What is known about a kept file; its fingerprint only for those who ask. */
export const PictureFacts = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const tag = useTag();
  const { state } = useCase();
  const labels = item.pictures.flatMap((id) => state.pictures.get(id)?.label ?? []);
  return (
    <Section title={t("picture.facts")}>
      <dl class="facts">
        <dt>{t("picture.fact-name")}</dt>
        <dd>
          <LinkText text={item.name} />
        </dd>
        <dt>{t("picture.fact-type")}</dt>
        <dd>
          <bdi>{item.type}</bdi>, {sizeWords(tag, item.size)}
          {item.misnamed ? <p class="quiet small">{t("picture.misnamed")}</p> : null}
        </dd>
        <dt>{t("picture.fact-taken")}</dt>
        <dd>{item.capturedAt === null ? t("picture.not-said") : <When at={item.capturedAt} />}</dd>
        <dt>{t("picture.fact-by")}</dt>
        <dd>{t(`picture.by-${item.capturedBy}`)}</dd>
        <dt>{t("picture.fact-added")}</dt>
        <dd>
          <When at={item.at} offset={item.offset} />
        </dd>
        <dt>{t("picture.fact-shows")}</dt>
        <dd>{labels.length === 0 ? t("picture.which-none") : <UserText text={labels.join(", ")} />}</dd>
        {item.questions === null ? null : (
          <>
            <dt>{t("picture.fact-seen")}</dt>
            <dd>
              {t("picture.seen", {
                address: t(`picture.seen-${item.questions.address}`),
                date: t(`picture.seen-${item.questions.date}`),
                uploader: t(`picture.seen-${item.questions.uploader}`),
              })}
            </dd>
          </>
        )}
      </dl>
      <details class="small">
        <summary>{t("picture.fingerprint")}</summary>
        <p class="quiet">{t("picture.fingerprint-means")}</p>
        <LinkText text={item.sha256} />
      </details>
    </Section>
  );
};

/** What it belongs to; each leads there. */
export const BelongsTo = ({ item }: { readonly item: Evidence }): VNode | null => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const rows = item.about.flatMap((key) => {
    const id = key.slice(key.indexOf(":") + 1);
    const link = key.startsWith("link:") ? state.links.get(id) : undefined;
    if (link !== undefined) return <Row key={key} title={<LinkText text={link.text} short />} onClick={() => go("link", { link: id })} />;
    if (key.startsWith("site:"))
      return <Row key={key} title={<LinkText text={id} />} detail={t("picture.whole-site")} onClick={() => go("links")} />;
    const place = key.startsWith("place:") ? state.places.get(id) : undefined;
    if (place !== undefined) return <Row key={key} title={<UserText text={place.name} />} onClick={() => go("place", { place: id })} />;
    const profile = key.startsWith("profile:") ? state.profiles.get(id) : undefined;
    if (profile !== undefined)
      return <Row key={key} title={<UserText text={profile.handle} />} onClick={() => go("profile", { profile: id })} />;
    return [];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={t("picture.belongs-to")}>
      <Rows label={t("picture.belongs-to")}>{rows}</Rows>
    </Section>
  );
};
