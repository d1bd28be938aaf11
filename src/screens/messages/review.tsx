import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { keepMessage, messageWith } from "../../app/messages-keep.ts";
import type { ReadMessage } from "../../app/messages-read.ts";
import { ageOf } from "../../app/evidence-view.ts";
import type { SubjectKey } from "../../case/events.ts";
import { Aside, Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useCase, useGo, useT } from "../parts/context.tsx";
import { Field } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { UserText } from "../parts/text.tsx";
import { NeverCode } from "./never-code.tsx";
import { SignList } from "./sign-text.tsx";

export interface ReviewProps {
  readonly read: ReadMessage;
  readonly about: readonly SubjectKey[];
  readonly onBack: () => void;
  readonly onKept: (message: string) => void;
  /** What the way back is called, where there is nothing to change. */ readonly back?: "messages.back" | "common.back";
  /** To keep the file itself instead, where that is a choice. */ readonly onFile?: () => void;
}

/** What will be kept of it, in words, and why not more. */
const HowKept = ({ read }: { readonly read: ReadMessage }): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  if (read.textOnly === null)
    return (
      <p class="quiet">
        {t(read.bytes === null || read.packed > 0 ? "messages.kept-text" : "messages.kept-whole")}
        {read.packed > 0
          ? ` ${t("messages.packed", { n: read.packed })}`
          : read.channel === "whatsapp" && read.attachments > 0
            ? ` ${t("messages.named-only", { n: read.attachments })}`
            : ""}
      </p>
    );
  const open = [...state.pictures.keys()].find((id) => ageOf(state, id) === "unanswered");
  return (
    <Aside tone="amber">
      <p>{t(read.textOnly === "media-under-18" ? "messages.text-only-under-18" : "messages.text-only-age")}</p>
      {read.attachments === 0 ? null : <p>{t("messages.dropped", { n: read.attachments })}</p>}
      {read.waits ? <p>{t(read.textOnly === "media-under-18" ? "messages.waits-under-18" : "messages.waits")}</p> : null}
      {read.textOnly === "media-under-18" ? null : (
        <Button
          kind="link"
          onClick={() =>
            open === undefined ? go("pictures") : go("question", { step: "picture-age", subject: `picture:${open}`, picture: open })
          }
        >
          {t("messages.age-question")}
        </Button>
      )}
    </Aside>
  );
};

/** 2 of 2: what was understood, before a byte is kept. */
export const Review = ({ read, about, onBack, onKept, back = "messages.back", onFile }: ReviewProps): VNode => {
  const t = useT();
  const app = useApp();
  const [from, setFrom] = useState(read.from);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const known = messageWith(app, read);
    const kept = await keepMessage(app, { ...read, from: from.trim().slice(0, 400) }, about);
    setBusy(false);
    if (!app.tell(kept)) return;
    onKept(kept.value);
    app.say(known === undefined ? { tone: "done", key: "messages.kept" } : { tone: "info", key: "messages.known" });
  };
  return (
    <Page
      heading={t("messages.review-heading")}
      lead={t("messages.review-lead")}
      crumb={t("common.step-of", { section: t("messages.heading"), step: 2, steps: 2 })}
    >
      <Field label={t("messages.from")} hint={t("messages.from-hint")} value={from} onValue={setFrom} />
      <dl class="card message-facts">
        <div>
          <dt>{t("messages.kind")}</dt>
          <dd>
            {t(`messages.channel-${read.channel}`)}
            {read.count > 1 ? ` · ${t("messages.count", { n: read.count })}` : ""}
          </dd>
        </div>
        {read.date === "" ? null : (
          <div>
            <dt>{t("messages.date")}</dt>
            <dd>
              <UserText text={read.date} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("messages.text")}</dt>
          <dd class="message-start">
            <UserText text={read.text.slice(0, 400) + (read.text.length > 400 ? "…" : "")} />
          </dd>
        </div>
      </dl>
      <HowKept read={read} />
      <Button busy={busy} onClick={() => void keep()}>
        {t(busy ? "messages.keeping" : "messages.keep")}
      </Button>
      <Actions>
        <Button kind="link" busy={busy} onClick={onBack}>
          {t(back)}
        </Button>
        {onFile === undefined ? null : (
          <Button kind="link" busy={busy} onClick={onFile}>
            {t("intake.as-file")}
          </Button>
        )}
      </Actions>
      {read.signs.length === 0 ? (
        <p class="quiet small">{t("messages.no-signs")}</p>
      ) : (
        <Section title={t("messages.signs")}>
          <p class="quiet">{t("messages.signs-lead")}</p>
          <SignList ids={read.signs} />
        </Section>
      )}
      <NeverCode />
    </Page>
  );
};
