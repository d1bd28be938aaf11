import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { mayHoldMedia } from "../app/shared.ts";
import { mediaVerdict } from "../app/intake.ts";
import type { InboxState, SharedItem } from "../app/types.ts";
import { SharedGroup } from "./inbox/group.tsx";
import { AppleWays } from "./parts/apple-ways.tsx";
import { Aside, EmptyState, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useT } from "./parts/context.tsx";
import { useInbox } from "./parts/inbox-state.ts";
import { Page } from "./parts/page.tsx";

/** Newest first; what came together stays together. */
const groupsOf = (items: readonly SharedItem[]): readonly (readonly SharedItem[])[] => {
  const groups = new Map<string, SharedItem[]>();
  for (const item of items) groups.set(item.share, [...(groups.get(item.share) ?? []), item]);
  return [...groups.values()].toSorted((a, b) => (b[0]?.at ?? 0) - (a[0]?.at ?? 0));
};

/** Whether anything is taken while it is locked; for this record alone. */
const Switch = ({ inbox, onChange }: { readonly inbox: InboxState; readonly onChange: (state: InboxState) => void }): VNode => {
  const t = useT();
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const turn = async (): Promise<void> => {
    setBusy(true);
    const turned = await (await app.vault()).switchInbox(!inbox.isOn);
    setBusy(false);
    if (app.tell(turned)) onChange(turned.value);
  };
  return (
    <Section title={t("inbox.switch-head")}>
      <p role="status">{t(inbox.isOn ? "inbox.is-on" : "inbox.is-off")}</p>
      {inbox.isOn ? null : (
        <>
          <p class="quiet">{t("inbox.marks")}</p>
          <p class="quiet">{t("inbox.one-only")}</p>
        </>
      )}
      <Button kind="side" busy={busy} onClick={() => void turn()}>
        {t(inbox.isOn ? "inbox.turn-off" : "inbox.turn-on")}
      </Button>
      <p class="quiet small">{t("inbox.no-backup")}</p>
    </Section>
  );
};

/** What was shared and waits: its kind, size and time, and nothing of what is in it. */
export const Inbox = (): VNode => {
  const t = useT();
  const app = useApp();
  const { state } = useCase();
  const [inbox, setInbox] = useInbox();
  const items = inbox?.items ?? [];
  const hasFiles = items.some((item) => item.notKept === null && mayHoldMedia(item));
  return (
    <Page heading={t("inbox.heading")} lead={t("inbox.lead")}>
      {hasFiles && mediaVerdict(state, [], []) !== "adult" ? (
        <Aside tone="amber">
          <p>{t("inbox.sealed")}</p>
          <p>{t("inbox.sealed-hotline")}</p>
        </Aside>
      ) : null}
      {groupsOf(items).map((group) => (
        <SharedGroup key={group[0]?.share} items={group} onChange={setInbox} />
      ))}
      {items.length === 0 ? inbox === null ? null : <EmptyState>{t("inbox.empty")}</EmptyState> : <p class="quiet">{t("inbox.outside")}</p>}
      <AppleWays of="files" />
      {inbox === null || !app.device.hasShareSheet() ? null : <Switch inbox={inbox} onChange={setInbox} />}
    </Page>
  );
};
