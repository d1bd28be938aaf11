import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { evidenceOf } from "../app/evidence-view.ts";
import { linkVerdict } from "../app/intake.ts";
import { captureOf, linkStage } from "../app/links-view.ts";
import type { Link } from "../case/state.ts";
import type { UiKey } from "../content/locales/index.ts";
import { Address } from "./links/address.tsx";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { LinkHistory } from "./links/link-history.tsx";
import { LinkNotes, LinkPictures } from "./links/link-notes.tsx";
import { Aside, Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Checklist, type CheckItem } from "./parts/checklist.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { timeWords } from "./parts/dates.ts";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { LinkText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

/** Something that a route names and that is not there (any more). */
export const NotThere = ({ list }: { readonly list: "links" | "places" | "profiles" | "evidence" | "pictures" }): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Page heading={t(`case.${list}`)} lead={t("link.not-there")}>
      <Button kind="side" onClick={() => go(list)}>
        {t("link.see-all")}
      </Button>
    </Page>
  );
};

/** Captured, reported, gone, out of search: each in words. */
const LinkState = ({ link }: { readonly link: Link }): VNode => {
  const t = useT();
  const { state } = useCase();
  const capture = captureOf(state, link);
  const stage = linkStage(state, link);
  const isGone = stage === "gone" || stage === "gone-once";
  const wasReported = stage === "reported" || link.reports.length > 0;
  const search = Object.values(link.search);
  const searchState =
    search.length === 0
      ? "none"
      : search.every((one) => one.state === "out")
        ? "out"
        : search.some((one) => one.state === "asked")
          ? "asked"
          : "shown";
  const item = (id: string, title: UiKey, at: CheckItem["state"]): CheckItem => ({
    id,
    title: t(title),
    state: at,
    said: t(at === "ok" ? "common.done" : "link.open-still"),
  });
  const items: readonly CheckItem[] = [
    item(
      "capture",
      capture === "needed" && link.evidence.length > 0 ? "link.state-capture-listing" : `link.state-capture-${capture}`,
      capture === "needed" || capture === "age-first" ? "missing" : "ok",
    ),
    item("report", wasReported ? "link.state-reported" : "link.state-not-reported", wasReported ? "ok" : "open"),
    item(
      "gone",
      stage === "gone" ? "link.gone-twice" : isGone ? "link.gone-once" : "link.state-not-gone",
      stage === "gone" ? "ok" : isGone ? "missing" : "open",
    ),
    item("search", `link.state-search-${searchState}`, searchState === "out" ? "ok" : searchState === "shown" ? "missing" : "open"),
  ];
  return <Checklist items={items} label={t("link.state")} />;
};

/** Set aside with a reason, or taken up again. */
const SetAside = ({ link }: { readonly link: Link }): VNode => {
  const t = useT();
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useDraft(`link-aside:${link.id}`);
  if (link.setAside !== null)
    return (
      <Aside>
        <p>{t("link.aside-because", { reason: link.setAside })}</p>
        <Button kind="side" onClick={() => void app.act({ do: "take-link-up", link: link.id })}>
          {t("link.take-up")}
        </Button>
      </Aside>
    );
  if (!asking)
    return (
      <Actions>
        <Button kind="link" onClick={() => setAsking(true)}>
          {t("link.set-this-aside")}
        </Button>
      </Actions>
    );
  const save = async (): Promise<void> => {
    if (!(await app.act({ do: "set-link-aside", link: link.id, reason }))) return;
    setReason("");
    setAsking(false);
  };
  return (
    <div class="card">
      <Field kind="lines" rows={2} label={t("link.aside-reason")} hint={t("link.aside-hint")} value={reason} onValue={setReason} />
      <Button kind="side" disabled={reason.trim() === ""} onClick={() => void save()}>
        {t("link.set-this-aside")}
      </Button>
    </div>
  );
};

const Reports = ({ link }: { readonly link: Link }): VNode | null => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state, now } = useCase();
  const reports = link.reports.flatMap((id) => state.reports.get(id) ?? []);
  if (reports.length === 0) return null;
  return (
    <Section title={t("case.reports")}>
      <Rows label={t("case.reports")}>
        {reports.map((report) => (
          <Row
            key={report.id}
            title={t(`report.route-${report.route}`)}
            detail={`${timeWords(tag, report.sentAt, now)}${report.reference === "" ? "" : ` · ${report.reference}`}`}
            onClick={() => go("follow-report", { report: report.id })}
          />
        ))}
      </Rows>
    </Section>
  );
};

/** The link that a step about a whole site starts with: the first one without an uploader. */
const linkFor = (links: ReadonlyMap<string, Link>, params: Readonly<Record<string, string>>): Link | undefined =>
  links.get(params["link"] ?? "") ??
  [...links.values()].find(({ site, notes }) => site === params["site"] && notes.uploader === undefined) ??
  [...links.values()].find(({ site }) => site === params["site"]);

/** One link: its address, where it stands, what can be done, and all that is known about it. */
export const LinkScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const link = linkFor(state.links, params);
  if (link === undefined) return <NotThere list="links" />;
  const verdict = linkVerdict(state, link.id);
  const careful = verdict !== "adult";
  const evidence = evidenceOf(state, link.evidence);
  const listings = evidenceOf(state, state.sites.get(link.site)?.evidence ?? []).filter(
    ({ role, id }) => role === "listing" && !link.evidence.includes(id),
  );
  return (
    <Page heading={link.site === "" ? t("link.heading") : link.site} crumb={t("case.links")}>
      <Address text={link.text} host={link.host} careful={careful} />
      <LinkState link={link} />
      <div class="stack">
        {verdict === "under-18" ? null : (
          <Button kind="side" onClick={() => go("capture", { link: link.id })}>
            {t("now.do-capture")}
          </Button>
        )}
        <Button kind="side" onClick={() => go("report", { link: link.id, subject: `link:${link.id}` })}>
          {t("now.do-report")}
        </Button>
        <Actions>
          <Button kind="link" onClick={() => go("check-link", { link: link.id })}>
            {t("link.say-found")}
          </Button>
          {careful ? null : (
            <Button kind="link" onClick={() => go("search", { link: link.id })}>
              {t("link.search-results")}
            </Button>
          )}
          {careful ? null : (
            <Button kind="link" onClick={() => go("same-picture", { link: link.id })}>
              {t("fingerprint.same-heading")}
            </Button>
          )}
        </Actions>
      </div>
      <LinkNotes link={link} first={params["step"] === "note-uploader"} />
      <LinkPictures link={link} />
      {evidence.length + listings.length === 0 ? null : (
        <Section title={t("case.evidence")}>
          <EvidenceRows items={[...evidence, ...listings]} label={t("case.evidence")} />
        </Section>
      )}
      <Reports link={link} />
      {link.repeats.length === 0 ? null : (
        <Section title={t("link.repeats")}>
          <ul class="stack">
            {link.repeats.map((text, i) => (
              <li key={i}>
                <LinkText text={text} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <LinkHistory link={link} />
      <SetAside link={link} />
    </Page>
  );
};
