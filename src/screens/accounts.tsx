import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { accountChecks, accountViews, startsThere, type AccountView } from "../app/accounts-view.ts";
import { AddAccounts } from "./accounts/add.tsx";
import { DangerFirst, useDanger } from "./accounts/danger.tsx";
import { ResetDrawing } from "./accounts/drawing.tsx";
import { Pill, Row, Rows, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import "./style/accounts.css";

const Names = ({ label, names }: { readonly label: string; readonly names: readonly string[] }): VNode => (
  <>
    {label} {names.length === 0 ? null : <UserText text={names.join(", ")} />}
  </>
);

const AccountRow = ({ view, first }: { readonly view: AccountView; readonly first: boolean }): VNode => {
  const t = useT();
  const go = useGo();
  const { account, resets, resetBy, checked } = view;
  const all = accountChecks.length;
  return (
    <Row
      mark={checked === all ? "done" : "open"}
      title={<UserText text={account.login === "" ? account.service : `${account.service} · ${account.login}`} />}
      detail={
        <>
          <Names label={t(resets.length === 0 ? "accounts.resets-none" : "accounts.resets")} names={resets} />
          {resetBy.length === 0 ? null : (
            <span class="account-by">
              <Names label={t("accounts.reset-by")} names={resetBy} />
            </span>
          )}
        </>
      }
      pills={
        <>
          {first ? <Pill tone="teal">{t("accounts.first")}</Pill> : null}
          <Pill tone={checked === all ? "green" : "plain"}>
            {checked === all ? t("accounts.all-checked") : t("accounts.checked", { done: checked, all })}
          </Pill>
        </>
      }
      onClick={() => go("account", { account: account.id })}
    />
  );
};

/** Which account can open which, and in which order they are made safe. */
export const Accounts = (): VNode => {
  const t = useT();
  const { state } = useCase();
  const [danger, setDanger] = useDanger();
  const [adding, setAdding] = useState(false);
  const views = accountViews(state);
  const hasFirst = startsThere(views);
  if (views.length === 0)
    return (
      <Page heading={t("accounts.heading")} lead={t("accounts.empty")}>
        <DangerFirst answer={danger} onAnswer={setDanger} />
        <AddAccounts />
      </Page>
    );
  return (
    <Page heading={t("accounts.heading")} lead={t("accounts.lead")}>
      <DangerFirst answer={danger} onAnswer={setDanger} />
      <ResetDrawing views={views} />
      <Section title={t("accounts.order")}>
        <Rows label={t("accounts.order")}>
          {views.map((view, i) => (
            <AccountRow key={view.account.id} view={view} first={i === 0 && hasFirst} />
          ))}
        </Rows>
      </Section>
      <Button kind="side" expanded={adding} onClick={() => setAdding(!adding)}>
        {t("accounts.add")}
      </Button>
      {adding ? <AddAccounts /> : null}
    </Page>
  );
};
