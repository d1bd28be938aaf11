import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ageOf, evidenceOf, hasOpenQuestions, pictureSubjects, shouldRetake, showingOf } from "../app/evidence-view.ts";
import { fingerprintsOf } from "../app/fingerprints.ts";
import { kindOf } from "../app/viewing.ts";
import type { Evidence, Picture as NamedPicture } from "../case/state.ts";
import { FileSays } from "./capture/file-says.tsx";
import { BelongsTo, PictureFacts } from "./capture/picture-facts.tsx";
import { SeenForm } from "./capture/seen-form.tsx";
import { CoverPart } from "./cover/on-picture.tsx";
import { StillsPart } from "./cover/stills.tsx";
import { NotThere } from "./link.tsx";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { Aside, Pill, Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Covered } from "./parts/covered.tsx";
import { History } from "./parts/history.tsx";
import { KeptFile } from "./parts/kept-file.tsx";
import { Page } from "./parts/page.tsx";
import { LinkText } from "./parts/text.tsx";
import { PictureAgeForm, PictureShowsForm } from "./question-other.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

/** Where a screenshot like this one is added again. */
const captureParams = (item: Evidence): Readonly<Record<string, string>> => {
  const [kind = "", id = ""] = (item.about[0] ?? "case").split(/:(.*)/su);
  return { role: item.role, ...(id === "" ? {} : { [kind]: id }) };
};

/** The picture behind its cover, or why it is not drawn. */
const Preview = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const { state, caseId } = useCase();
  const showing = showingOf(state, item);
  if (showing === "refused")
    return (
      <Aside tone="amber" title={t("picture.refused")}>
        <p>{t("picture.refused-why")}</p>
        <p>{t("picture.refused-ask")}</p>
        <Button kind="side" onClick={() => go("help")}>
          {t("link.hotline")}
        </Button>
      </Aside>
    );
  if (showing === "forgotten") return <Aside>{t("picture.forgotten")}</Aside>;
  if (showing === "file") return <KeptFile item={item} />;
  const bytes = async (): Promise<ArrayBuffer | null> => {
    const read = await (await app.vault()).readFile(caseId, item.file);
    return app.tell(read) ? read.value : null;
  };
  return <Covered type={item.type} size={item.size} bytes={bytes} label={t(`picture.role-${item.role}`)} />;
};

/** Said once, after a file came in: the file it was made from still lies elsewhere. */
const StillElsewhere = (): VNode => {
  const t = useT();
  return (
    <Aside title={t("picture.elsewhere")}>
      <p>{t("picture.elsewhere-where")}</p>
      <p>{t("picture.elsewhere-when")}</p>
    </Aside>
  );
};

const EvidenceItem = ({ item, isNew }: { readonly item: Evidence; readonly isNew: boolean }): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [again, setAgain] = useState(false);
  const open = [...state.evidence.values()].filter((one) => hasOpenQuestions(one) && one.id !== item.id);
  const asks = (hasOpenQuestions(item) || again) && showingOf(state, item) !== "refused";
  const next = open[0];
  return (
    <Page
      heading={t(
        isNew ? `picture.heading-new-${item.type.startsWith("image/") ? "picture" : kindOf(item.type)}` : `picture.role-${item.role}`,
      )}
      crumb={t("case.evidence")}
    >
      <Preview item={item} />
      {isNew && asks ? null : <CoverPart item={item} />}
      <StillsPart item={item} />
      {asks ? <SeenForm key={item.id} item={item} onSaved={() => setAgain(false)} /> : null}
      {!asks && shouldRetake(item) ? (
        <Aside tone="amber" title={t("picture.retake")}>
          <p>{t("picture.retake-why")}</p>
          <Button kind="side" onClick={() => go("capture", captureParams(item))}>
            {t("picture.retake-do")}
          </Button>
          <p class="quiet">{t("picture.retake-or")}</p>
        </Aside>
      ) : null}
      {isNew ? <StillElsewhere /> : null}
      {!asks && isNew ? (
        <Button
          onClick={() => (next === undefined ? go("now", {}, "replace") : go("picture", { evidence: next.id, new: "yes" }, "replace"))}
        >
          {t(next === undefined ? "common.done" : "picture.next")}
        </Button>
      ) : null}
      <PictureFacts item={item} />
      <FileSays key={item.id} item={item} />
      <History key={`history ${item.id}`} item={item} />
      <BelongsTo item={item} />
      {showingOf(state, item) === "refused" || item.forgotten ? null : (
        <Actions>
          <Button kind="link" onClick={() => go("fingerprint", { evidence: item.id })}>
            {t(item.fingerprint === null ? "fingerprint.make-kept" : "fingerprint.heading")}
          </Button>
        </Actions>
      )}
      {!asks && item.questions !== null ? (
        <Actions>
          <Button kind="link" onClick={() => setAgain(true)}>
            {t("picture.change-answers")}
          </Button>
        </Actions>
      ) : null}
    </Page>
  );
};

/** A picture by its name: how old everyone was, what it shows, where it is. The picture itself is not needed for that. */
const Named = ({ picture }: { readonly picture: NamedPicture }): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [asking, setAsking] = useState<"age" | "shows" | null>(null);
  const subjects = pictureSubjects(state, picture.id);
  const links = subjects.links.flatMap((key) => state.links.get(key.slice("link:".length)) ?? []);
  const age = ageOf(state, picture.id);
  const ageAsk = t("picture.age", { label: picture.label });
  return (
    <Page heading={picture.label} crumb={t("case.pictures")}>
      {asking === "age" ? (
        <div class="card">
          <h2 class="small-head">{ageAsk}</h2>
          <PictureAgeForm picture={picture.id} legend={ageAsk} onAnswered={() => setAsking(null)} />
        </div>
      ) : null}
      {asking === "shows" ? (
        <div class="card">
          <h2 class="small-head">{t("question.shows")}</h2>
          <PictureShowsForm picture={picture.id} onAnswered={() => setAsking(null)} />
        </div>
      ) : null}
      <Rows label={picture.label}>
        <Row title={t("picture.age-row")} detail={t(`picture.age-${age}`)} onClick={() => setAsking("age")} />
        {age === "adult" ? (
          <Row
            title={t("question.shows")}
            detail={picture.described ? picture.shows.map((one) => t(`question.shows-${one}`)).join(", ") : t("link.note-none")}
            onClick={() => setAsking("shows")}
          />
        ) : null}
      </Rows>
      {age === "adult" ? (
        <Button kind="side" onClick={() => go("fingerprint", { picture: picture.id })}>
          {t(fingerprintsOf(state, picture.id).length === 0 ? "fingerprint.open" : "fingerprint.heading")}
        </Button>
      ) : null}
      {links.length === 0 ? null : (
        <Section title={t("case.links")}>
          <Rows label={t("case.links")}>
            {links.slice(0, 50).map((link) => (
              <Row key={link.id} title={<LinkText text={link.text} short />} onClick={() => go("link", { link: link.id })} />
            ))}
          </Rows>
        </Section>
      )}
      {subjects.evidence.length === 0 ? null : (
        <Section title={t("case.evidence")}>
          <EvidenceRows items={evidenceOf(state, subjects.evidence)} label={t("case.evidence")} />
        </Section>
      )}
      {age === "adult" ? null : (
        <p>
          <Pill tone="amber">{t("picture.no-media")}</Pill>
        </p>
      )}
    </Page>
  );
};

/** A kept file (`evidence`), or one of the named pictures (`picture`). */
export const Picture = ({ params }: ScreenProps): VNode => {
  const { state } = useCase();
  const item = state.evidence.get(params["evidence"] ?? "");
  if (item !== undefined) return <EvidenceItem item={item} isNew={params["new"] === "yes"} />;
  const picture = state.pictures.get(params["picture"] ?? "");
  return picture === undefined ? <NotThere list="evidence" /> : <Named picture={picture} />;
};
