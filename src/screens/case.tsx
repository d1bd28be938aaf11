import type { VNode } from "preact";
import type { UiKey } from "../content/locales/index.ts";
import type { ScreenName } from "./names.ts";
import { Row, Rows } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { dayWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { Unsaved } from "./parts/unsaved.tsx";

/** What the case holds, counted; each row leads to its list. */
export const CaseOverview = (): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const app = useApp();
  const { state } = useCase();
  const number = new Intl.NumberFormat(tag);
  const rows: readonly { readonly to: ScreenName; readonly label: UiKey; readonly count: number; readonly always: boolean }[] = [
    { to: "links", label: "case.links", count: state.links.size, always: true },
    { to: "places", label: "case.places", count: state.places.size, always: false },
    { to: "pictures", label: "case.pictures", count: state.pictures.size, always: true },
    { to: "evidence", label: "case.evidence", count: state.evidence.size, always: true },
    { to: "reports", label: "case.reports", count: state.reports.size, always: true },
    { to: "accounts", label: "case.accounts", count: state.accounts.size, always: true },
    { to: "messages", label: "case.messages", count: state.messages.size, always: true },
    { to: "profiles", label: "case.profiles", count: state.profiles.size, always: true },
    { to: "people", label: "case.people", count: state.people.size, always: true },
  ];
  return (
    <Page
      heading={t("case.heading")}
      lead={state.openedAt === null ? t("case.empty") : t("case.opened-on", { date: dayWords(tag, state.openedAt) })}
    >
      {state.closed ? (
        <div class="card">
          <p>{t("case.closed")}</p>
          <Button kind="side" onClick={() => void app.act({ do: "reopen-case" })}>
            {t("case.reopen")}
          </Button>
        </div>
      ) : (
        <Button kind="side" onClick={() => go("add-links")}>
          {t("case.add-links")}
        </Button>
      )}
      <Waiting />
      <Rows label={t("case.heading")}>
        {rows
          .filter(({ count, always }) => always || count > 0)
          .map(({ to, label, count }) => (
            <Row key={to} title={t(label)} end={number.format(count)} onClick={() => go(to)} />
          ))}
      </Rows>
      <Rows label={t("settings.more")}>
        <Row title={t("case.answers")} end={number.format(Object.keys(state.facts).length)} onClick={() => go("answers")} />
        <Row title={t("steps.heading")} onClick={() => go("steps")} />
        <Row title={t("backup.heading")} detail={<Unsaved />} onClick={() => go("backup")} />
        <Row title={t("case.settings")} onClick={() => go("settings")} />
        {state.closed ? null : <Row title={t("close.heading")} onClick={() => go("close-case")} />}
      </Rows>
    </Page>
  );
};
