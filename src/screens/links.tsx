import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { countsOf, findLinks, linksRows, siteViews, type LinkFilter, type LinksRow, type SiteView } from "../app/links-view.ts";
import type { UiKey } from "../content/locales/index.ts";
import { stepById } from "../content/steps/index.ts";
import type { Action } from "../workflow/types.ts";
import { LinkPills } from "./links/link-pills.tsx";
import { VirtualRows } from "./links/virtual-rows.tsx";
import { actionRoute } from "./parts/action-route.ts";
import { EmptyState, Row } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Select } from "./parts/choice.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Icon } from "./parts/icon.tsx";
import { Page } from "./parts/page.tsx";
import { linksCovered } from "./parts/subject.tsx";
import { LinkText, UserText } from "./parts/text.tsx";
import "./style/links.css";

const filters = [
  { value: "all", label: "link.filter-all" },
  { value: "to-capture", label: "link.filter-to-capture" },
  { value: "to-report", label: "link.filter-to-report" },
  { value: "reported", label: "link.filter-reported" },
  { value: "gone", label: "link.filter-gone" },
  { value: "set-aside", label: "link.filter-set-aside" },
] as const satisfies readonly { readonly value: LinkFilter; readonly label: UiKey }[];

/** Site → the report that can be prepared now for several of its links at once. */
const reportsNow = (actions: readonly Action[]): ReadonlyMap<string, Action> =>
  new Map(
    actions
      .filter(
        ({ step, status, subject }) =>
          (status === "now" || status === "due") && subject.startsWith("site:") && stepById(step)?.screen === "report",
      )
      .toReversed()
      .map((action) => [action.subject.slice("site:".length), action]),
  );

/** Address without what stands in the group's heading. */
const shortAddress = (text: string, host: string): string => {
  const at = text.toLowerCase().indexOf(host);
  const rest = at < 0 ? "" : text.slice(at + host.length);
  return rest.length > 1 ? rest : text;
};

/** What a site still needs, in a line. */
const useSiteWords = (): ((site: SiteView) => string) => {
  const t = useT();
  return ({ counts }) =>
    [
      t("link.count", { n: counts.links }),
      ...(counts.reported > 0 ? [t("link.n-reported", { n: counts.reported })] : []),
      ...(counts.gone > 0 ? [t("link.n-gone", { n: counts.gone })] : []),
      ...(counts.toCapture > 0 ? [t("link.n-to-capture", { n: counts.toCapture })] : []),
      ...(counts.toReport > 0 ? [t("link.n-to-report", { n: counts.toReport })] : []),
    ].join(" · ");
};

/** Every link, by site, each with what it still needs; only the rows in sight are drawn. */
export const Links = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state, plan } = useCase();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<LinkFilter>("all");
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const siteWords = useSiteWords();
  const sites = siteViews(state);
  const total = useMemo(() => countsOf(sites.flatMap(({ links }) => links)), [sites]);
  const isSearching = typed.trim() !== "" || filter !== "all";
  const rows = useMemo(
    () => linksRows(findLinks(sites, typed, filter), isSearching || sites.length === 1 ? null : opened),
    [sites, typed, filter, opened],
  );
  const reports = useMemo(() => reportsNow(plan.actions), [plan]);

  const draw = (row: LinksRow): VNode => {
    if (row.as === "more")
      return (
        <Button kind="link" onClick={() => setOpened(new Set([...opened, row.site]))}>
          {t("common.more", { n: row.hidden })}
        </Button>
      );
    if (row.as === "link") {
      const { link } = row.view;
      const { uploader } = link.notes;
      return (
        <button type="button" class="row-inside" onClick={() => go("link", { link: link.id })}>
          <span class="row-text">
            <span class="row-title">
              <LinkText text={shortAddress(link.text, link.host)} short />
            </span>
            {uploader === undefined ? null : (
              <span class="row-detail">
                <UserText text={uploader} />
              </span>
            )}
            <span class="row-pills">
              <LinkPills view={row.view} />
            </span>
          </span>
          <Icon name="chevron" flip />
        </button>
      );
    }
    const report = reports.get(row.site.site);
    const n = report === undefined ? 0 : linksCovered(report);
    return (
      <>
        <h2 class="section-head">
          <LinkText text={row.site.site} />
        </h2>
        <p class="quiet small">{siteWords(row.site)}</p>
        {report === undefined || n === 0 ? null : (
          <Button
            kind="side"
            onClick={() => {
              const route = actionRoute(report, "report");
              go(route.screen, route.params);
            }}
          >
            {t("link.report-together", { n })}
          </Button>
        )}
      </>
    );
  };
  const classOf = (row: LinksRow): string =>
    row.as === "site"
      ? "group-head"
      : row.as === "more"
        ? "group-row last"
        : `group-row${row.first ? " first" : ""}${row.last ? " last" : ""}`;

  const lead = t("link.lead", { n: total.links, sites: t("link.sites", { n: sites.length }), reported: total.reported, gone: total.gone });
  return (
    <Page heading={t("case.links")} {...(total.links === 0 ? {} : { lead })}>
      {total.links === 0 ? (
        <EmptyState action={<Button onClick={() => go("add-links")}>{t("case.add-links")}</Button>}>{t("link.empty")}</EmptyState>
      ) : (
        <>
          <Field kind="search" label={t("link.find")} labelHidden value={typed} onValue={setTyped} />
          <Select
            label={t("link.filter")}
            options={filters.map(({ value, label }) => ({ value, label: t(label) }))}
            value={filter}
            onChange={(value) => setFilter(filters.find((one) => one.value === value)?.value ?? "all")}
          />
          <Actions>
            <Button kind="link" onClick={() => go("add-links")}>
              {t("case.add-links")}
            </Button>
            <Button kind="link" onClick={() => go("search")}>
              {t("link.search-results")}
            </Button>
          </Actions>
          {rows.length === 0 ? <p role="status">{t("common.nothing-found")}</p> : null}
          <VirtualRows
            rows={rows}
            keyOf={(row) => row.key}
            guess={(row) => (row.as === "site" ? 110 : row.as === "link" ? 92 : 60)}
            draw={draw}
            classOf={classOf}
            label={t("case.links")}
          />
        </>
      )}
      <KeptTexts />
    </Page>
  );
};

/** Lines of a paste that are no links: kept, and shown, so that nothing seems lost. */
const KeptTexts = (): VNode | null => {
  const t = useT();
  const { state } = useCase();
  const [shown, setShown] = useState(false);
  const texts = [...state.texts.values()].filter(({ why }) => why !== "note");
  if (texts.length === 0) return null;
  return (
    <section class="section">
      <Actions>
        <Button kind="link" expanded={shown} onClick={() => setShown(!shown)}>
          {t("link.kept-texts", { n: texts.length })}
        </Button>
      </Actions>
      {shown ? (
        <ul class="rows">
          {texts.slice(0, 50).map((text) => (
            <Row key={text.id} title={<LinkText text={text.value.slice(0, 400)} />} detail={t(`link.why-${text.why}`)} />
          ))}
        </ul>
      ) : null}
    </section>
  );
};
