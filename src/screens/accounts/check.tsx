import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { pagesFor } from "../../app/accounts-hardening.ts";
import type { AccountCheck } from "../../case/events.ts";
import type { Account } from "../../case/state.ts";
import type { Hardening } from "../../content/types.ts";
import { Aside, Card, Pill } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { KnownAddress } from "../parts/known-address.tsx";
import { SourceNote } from "../parts/source.tsx";
import { UserText } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

/** Where the setting is, as the directory knows it; with its date and how far it is trusted. */
const Pages = ({ account, check }: { readonly account: Account; readonly check: AccountCheck }): VNode | null => {
  const t = useT();
  const app = useApp();
  const [pages, setPages] = useState<readonly Hardening[]>([]);
  useEffect(() => {
    let left = false;
    void pagesFor(account, check).then(
      (found) => {
        if (!left) setPages(found);
      },
      () => app.say({ tone: "problem", key: "error.unexpected" }),
    );
    return () => {
      left = true;
    };
  }, [account.service, check, app]);
  if (pages.length === 0) return null;
  return (
    <>
      <h4 class="small-head">{t("accounts.where")}</h4>
      <ul class="account-pages">
        {pages.map((page) => (
          <li key={page.id} class="stack">
            <p lang="en">
              {page.provider === "any" ? "" : `${page.provider}: `}
              {page.plain ?? page.setting}
            </p>
            {page.url === null ? null : <KnownAddress address={page.url} label={t("accounts.open-page")} />}
            <SourceNote source={page.source} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Doing = ({ account, check }: { readonly account: Account; readonly check: AccountCheck }): VNode => {
  const t = useT();
  const app = useApp();
  const [note, setNote] = useDraft(`account-check:${account.id}:${check}`);
  const known = account.checks[check];
  const mark = async (result: "done" | "not-possible" | "undone"): Promise<void> => {
    if (await app.act({ do: "check-account", account: account.id, check, result, note: note.trim() })) setNote("");
  };
  const isRecord = check === "recorded";
  return (
    <>
      <p>{t(`accounts.check-${check}-how`)}</p>
      {isRecord || account.checks.recorded !== undefined ? null : (
        <Aside tone="amber">
          <p>{t("accounts.record-first")}</p>
        </Aside>
      )}
      <Pages account={account} check={check} />
      {known === undefined ? (
        <>
          <Field
            kind="lines"
            rows={isRecord ? 4 : 2}
            label={t(isRecord ? "accounts.what-seen" : "accounts.note")}
            hint={t("accounts.note-hint")}
            value={note}
            onValue={setNote}
          />
          <Button onClick={() => void mark("done")}>{t(isRecord ? "accounts.mark-recorded" : "accounts.mark-done")}</Button>
          <Actions>
            <Button kind="link" onClick={() => void mark("not-possible")}>
              {t("accounts.mark-not-possible")}
            </Button>
          </Actions>
        </>
      ) : (
        <>
          {known.note === "" ? null : (
            <p>
              <UserText text={known.note} />
            </p>
          )}
          <p class="quiet small">
            <When at={known.at} offset={known.offset} />
          </p>
          <Actions>
            <Button kind="link" onClick={() => void mark("undone")}>
              {t("accounts.undo")}
            </Button>
          </Actions>
        </>
      )}
    </>
  );
};

export interface CheckProps {
  readonly account: Account;
  readonly check: AccountCheck;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One check of an account: its state always, how and where once it is opened. */
export const Check = ({ account, check, open, onToggle }: CheckProps): VNode => {
  const t = useT();
  const result = account.checks[check]?.result ?? "open";
  const title = t(`accounts.check-${check}`);
  return (
    <Card>
      <div class="account-check">
        <h3 class="small-head">{title}</h3>
        <Pill tone={result === "done" ? "green" : "plain"}>{t(`accounts.state-${result}`)}</Pill>
      </div>
      {open ? <Doing account={account} check={check} /> : null}
      <Actions>
        <Button
          kind="link"
          expanded={open}
          label={`${t(open ? "accounts.hide-check" : "accounts.open-check")}: ${title}`}
          onClick={onToggle}
        >
          {t(open ? "accounts.hide-check" : "accounts.open-check")}
        </Button>
      </Actions>
    </Card>
  );
};
