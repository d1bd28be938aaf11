import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { isKnownAccount, keepAccounts, readAccounts, readAccountsFile } from "../../app/accounts-view.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { Field, useDraft } from "../parts/field.tsx";
import { UserText } from "../parts/text.tsx";

type ReadRows = Awaited<ReturnType<typeof readAccounts>>;

/** One account, typed; what it can reset is ticked from those that are there. */
const AddOne = (): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [service, setService] = useDraft("account-service");
  const [login, setLogin] = useDraft("account-login");
  const [more, setMore] = useDraft("account-resets");
  const [note, setNote] = useDraft("account-note");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const services = [...new Set([...state.accounts.values()].map((account) => account.service))].slice(0, 12);
  const save = async (): Promise<void> => {
    const typed = more.split(/[,;]/u).map((name) => name.trim());
    const resets = [...new Set([...ticked, ...typed.filter((name) => name !== "")])];
    if (!(await keepAccounts(app, [{ service: service.trim(), login: login.trim(), resets, note: note.trim() }]))) return;
    for (const set of [setService, setLogin, setMore, setNote]) set("");
    setTicked([]);
    app.say({ tone: "done", key: "accounts.saved" });
  };
  return (
    <Section title={t("accounts.add-one")}>
      <Field label={t("accounts.service")} hint={t("accounts.service-hint")} value={service} onValue={setService} />
      <Field label={t("accounts.login")} value={login} onValue={setLogin} />
      {services.length === 0 ? null : (
        <div class="stack" role="group" aria-label={t("accounts.can-reset")}>
          <p class="label">{t("accounts.can-reset")}</p>
          {services.map((name) => (
            <Tick
              key={name}
              checked={ticked.includes(name)}
              onChange={(on) => setTicked(on ? [...ticked, name] : ticked.filter((one) => one !== name))}
            >
              <UserText text={name} />
            </Tick>
          ))}
        </div>
      )}
      <Field
        label={t(services.length === 0 ? "accounts.can-reset" : "accounts.can-reset-more")}
        hint={t("accounts.can-reset-hint")}
        value={more}
        onValue={setMore}
      />
      <Field kind="lines" rows={2} label={t("accounts.note")} hint={t("common.optional")} value={note} onValue={setNote} />
      <Button disabled={service.trim() === ""} onClick={() => void save()}>
        {t("accounts.save-one")}
      </Button>
    </Section>
  );
};

/** A list from a file or pasted: read, shown, then kept. */
const AddList = (): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [text, setText] = useDraft("account-list");
  const [read, setRead] = useState<ReadRows | null>(null);
  const show = (rows: ReadRows): void => {
    if (rows.length === 0) app.say({ tone: "problem", key: "accounts.nothing-read" });
    else setRead(rows);
  };
  const pick = async (): Promise<void> => {
    const [file] = await app.device.pickFiles(".csv,.txt,text/csv,text/plain", false);
    if (file === undefined) return;
    const rows = await readAccountsFile(file);
    if (app.tell(rows)) show(rows.value);
  };
  if (read === null)
    return (
      <Section title={t("accounts.list")}>
        <Button kind="side" onClick={() => void pick()}>
          {t("accounts.file")}
        </Button>
        <p class="quiet small">{t("accounts.file-hint")}</p>
        <Field kind="lines" rows={4} label={t("accounts.paste")} value={text} onValue={setText} />
        <Button kind="side" disabled={text.trim() === ""} onClick={() => void readAccounts(text).then(show)}>
          {t("accounts.read")}
        </Button>
      </Section>
    );
  const fresh = read.filter((row) => !isKnownAccount(state, row));
  const keep = async (): Promise<void> => {
    if (!(await keepAccounts(app, fresh))) return;
    setText("");
    setRead(null);
    app.say({ tone: "done", key: "accounts.saved" });
  };
  return (
    <Section title={t("accounts.review", { n: read.length })}>
      <Rows>
        {read.map((row, i) => (
          <Row
            key={i}
            title={<UserText text={row.login === "" ? row.service : `${row.service} · ${row.login}`} />}
            detail={
              <>
                {isKnownAccount(state, row)
                  ? t("accounts.known")
                  : row.resets.length === 0
                    ? ""
                    : `${t("accounts.resets")} ${row.resets.join(", ")}`}
                {row.note === "" ? null : (
                  <span class="account-by">
                    <UserText text={row.note} />
                  </span>
                )}
              </>
            }
          />
        ))}
      </Rows>
      <Button disabled={fresh.length === 0} onClick={() => void keep()}>
        {t("accounts.keep-list", { n: fresh.length })}
      </Button>
      <Button kind="link" onClick={() => setRead(null)}>
        {t("common.cancel")}
      </Button>
    </Section>
  );
};

export const AddAccounts = (): VNode => (
  <>
    <AddList />
    <AddOne />
  </>
);
