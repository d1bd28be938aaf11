import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import { tellSource } from "../app/erasing.ts";
import type { UiKey } from "../content/locales/index.ts";
import { Aside, EmptyState, Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Tick } from "./parts/checklist.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { sizeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";

/** What can be erased, the smallest first. Locking and hiding come before all of them. */
export const Erase = (): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const { cases } = useCase();
  return (
    <Page heading={t("erase.heading")} lead={t("erase.lead")}>
      <Aside title={t("erase.first-head")}>
        <p>{t("erase.first")}</p>
        <Actions>
          <Button kind="link" onClick={() => void app.lock()}>
            {t("erase.lock")}
          </Button>
        </Actions>
      </Aside>
      <Rows label={t("erase.heading")}>
        <Row title={t("erase.item")} detail={t("erase.item-detail")} onClick={() => go("erase-item")} />
        <Row title={t("erase.case")} detail={t("erase.case-detail", { n: cases.length })} onClick={() => go("erase-case")} />
        <Row title={t("erase.vault")} detail={t("erase.vault-detail")} onClick={() => go("erase-vault")} />
        <Row title={t("erase.all")} detail={t("erase.all-detail")} onClick={() => go("erase-all")} />
      </Rows>
    </Page>
  );
};

/** Older backups that are known to be somewhere, or may be. */
const useOlderBackups = (): string => {
  const t = useT();
  const { backups } = useCase().state;
  return backups.length === 0 ? t("backup.erase-any") : t("backup.erase-kept", { n: backups.length });
};

/** What no erasing in here reaches. */
const Stays = ({ children, also }: { readonly children: string; readonly also: readonly UiKey[] }): VNode => {
  const t = useT();
  return (
    <ul class="bullets">
      {[children, ...also.map((key) => t(key))].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
};

interface ConfirmProps {
  readonly lost: ComponentChildren;
  readonly stays: ComponentChildren;
  readonly action: string;
  readonly onErase: () => Promise<void>;
}

/** What is lost, what stays outside the app, a tick, and only then the button. */
const Confirm = ({ lost, stays, action, onErase }: ConfirmProps): VNode => {
  const t = useT();
  const [isSure, setIsSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    await onErase();
    setBusy(false);
  };
  return (
    <>
      <Section title={t("erase.lost")}>{lost}</Section>
      <Section title={t("erase.stays")}>{stays}</Section>
      <Tick checked={isSure} onChange={setIsSure}>
        {t("erase.sure")}
      </Tick>
      <Button kind="danger" busy={busy} disabled={!isSure} onClick={() => void erase()}>
        {busy ? t("erase.working") : action}
      </Button>
    </>
  );
};

/** One file or message: its key goes first, then its bytes; its place in the log keeps only a sum that nobody can turn back. */
export const EraseItem = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const app = useApp();
  const { caseId, state } = useCase();
  const kept = useOlderBackups();
  const items = [...state.evidence.values(), ...state.messages.values()].map(({ id, seq, at, name, size }) => ({
    id,
    seq,
    at,
    name,
    size,
  }));
  const item = items.find(({ id }) => id === params["item"]);

  const erase = async ({ seq, at, id }: (typeof items)[number]): Promise<void> => {
    if (!app.tell(await tellSource(app, id))) return;
    const erased = await (await app.vault()).erase(caseId, seq, { at, id });
    // After a refusal as well: something else stands at that number, so the numbers here are old.
    if (!(await app.openCase(caseId)) || !app.tell(erased)) return;
    app.back();
    app.say({ tone: "done", key: "erase.item-done" });
  };
  if (item !== undefined)
    return (
      <Page heading={t("erase.item-heading")}>
        <p>
          <bdi>{item.name}</bdi> <span class="quiet">{sizeWords(tag, item.size)}</span>
        </p>
        <Confirm
          lost={<p>{t("erase.item-lost")}</p>}
          stays={
            <>
              <p>{t("erase.item-stays")}</p>
              <p>{kept}</p>
            </>
          }
          action={t("erase.now")}
          onErase={() => erase(item)}
        />
      </Page>
    );
  return (
    <Page heading={t("erase.item")} lead={t("erase.item-lead")}>
      {items.length === 0 ? (
        <EmptyState>{t("erase.item-none")}</EmptyState>
      ) : (
        <Rows label={t("erase.item")}>
          {items.map(({ id, name, size }) => (
            <Row key={id} title={<bdi>{name}</bdi>} detail={sizeWords(tag, size)} onClick={() => go("erase-item", { item: id })} />
          ))}
        </Rows>
      )}
    </Page>
  );
};

export const EraseCase = (): VNode => {
  const t = useT();
  const app = useApp();
  const { caseId, state } = useCase();
  const kept = useOlderBackups();
  const erase = async (): Promise<void> => {
    if (app.tell(await (await app.vault()).eraseCase(caseId))) await app.lock();
  };
  return (
    <Page heading={t("erase.case-heading")} lead={t("erase.case-lead")}>
      <Confirm
        lost={<p>{t("erase.case-lost", { links: state.links.size, files: state.evidence.size })}</p>}
        stays={<Stays also={["erase.stays-sent", "erase.stays-gallery", "erase.stays-traces"]}>{kept}</Stays>}
        action={t("erase.now")}
        onErase={erase}
      />
    </Page>
  );
};

/** One of several vaults, or the only one: the screen says the same, since it must not tell which. */
export const EraseVault = (): VNode => {
  const t = useT();
  const app = useApp();
  const erase = async (): Promise<void> => {
    if (app.tell(await (await app.vault()).eraseVault())) app.device.reload();
  };
  return (
    <Page heading={t("erase.vault-heading")} lead={t("erase.vault-lead")}>
      <Confirm
        lost={<p>{t("erase.vault-lost")}</p>}
        stays={
          <Stays also={["backup.erase-any", "erase.stays-sent", "erase.stays-gallery", "erase.stays-traces"]}>
            {t("erase.vault-stays")}
          </Stays>
        }
        action={t("erase.now")}
        onErase={erase}
      />
    </Page>
  );
};

export const EraseAll = (): VNode => {
  const t = useT();
  const app = useApp();
  const erase = async (): Promise<void> => {
    if (app.tell(await (await app.vault()).eraseAll())) app.device.reload();
  };
  return (
    <Page heading={t("erase.all-heading")} lead={t("erase.all-lead")}>
      <Confirm
        lost={<p>{t("erase.all-lost")}</p>}
        stays={
          <Stays also={["erase.stays-sent", "erase.stays-gallery", "erase.stays-browser", "erase.stays-host"]}>
            {t("backup.erase-any")}
          </Stays>
        }
        action={t("erase.now-all")}
        onErase={erase}
      />
    </Page>
  );
};
