import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { accountChecks, accountViews } from "../app/accounts-view.ts";
import type { AccountCheck } from "../case/events.ts";
import { Check } from "./accounts/check.tsx";
import { DangerFirst, useDanger } from "./accounts/danger.tsx";
import { Card, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/accounts.css";

/** One account and its checks. What is there is written down first; nothing is blocked, the order is said. */
export const AccountScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [danger, setDanger] = useDanger();
  const view = accountViews(state).find(({ account }) => account.id === params["account"]);
  const [chosen, setChosen] = useState<AccountCheck | "none" | null>(null);
  if (view === undefined)
    return (
      <Page heading={t("accounts.one")} lead={t("accounts.not-here")}>
        <Button kind="side" onClick={() => go("accounts")}>
          {t("accounts.heading")}
        </Button>
      </Page>
    );
  const { account, resets, resetBy } = view;
  const open = chosen ?? accountChecks.find((check) => account.checks[check] === undefined) ?? "none";
  return (
    <Page heading={t("accounts.one")} crumb={t("accounts.heading")}>
      <Card>
        <p class="large-head">
          <UserText text={account.service} />
        </p>
        {account.login === "" ? null : (
          <p>
            <UserText text={account.login} />
          </p>
        )}
        {account.note === "" ? null : (
          <p class="quiet">
            <UserText text={account.note} />
          </p>
        )}
        {resets.length === 0 ? null : (
          <p>
            {t("accounts.resets")} <UserText text={resets.join(", ")} />
          </p>
        )}
        {resetBy.length === 0 ? null : (
          <p>
            {t("accounts.reset-by")} <UserText text={resetBy.join(", ")} />
          </p>
        )}
      </Card>
      <DangerFirst answer={danger} onAnswer={setDanger} />
      <Section title={t("accounts.checks")}>
        {accountChecks.map((check) => (
          <Check
            key={`${account.id} ${check}`}
            account={account}
            check={check}
            open={open === check}
            onToggle={() => setChosen(open === check ? "none" : check)}
          />
        ))}
      </Section>
    </Page>
  );
};
