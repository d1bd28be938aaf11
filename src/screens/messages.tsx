import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Message } from "../case/state.ts";
import { EmptyState, Pill, Row, Rows } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { timeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import "./style/messages.css";

/** Rows until "more" is tapped. */
const FIRST = 30;

/** The first words, on one line. */
const beginning = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > 90 ? `${line.slice(0, 88)}…` : line;
};

const MessageRow = ({ message }: { readonly message: Message }): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { now } = useCase();
  return (
    <Row
      title={message.from === "" ? t("messages.no-sender") : <UserText text={message.from} />}
      detail={
        <>
          {t(`messages.channel-${message.channel}`)}
          {message.count > 1 ? ` · ${t("messages.count", { n: message.count })}` : ""}
          {" · "}
          <time dateTime={message.at}>{timeWords(tag, message.at, now, message.offset)}</time>
          <span class="message-line">
            <UserText text={beginning(message.text)} />
          </span>
        </>
      }
      {...(message.signs.length === 0 ? {} : { pills: <Pill tone="amber">{t("messages.signs-count", { n: message.signs.length })}</Pill> })}
      onClick={() => go("message", { message: message.id })}
    />
  );
};

/** Every message that was kept, newest first. */
export const Messages = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [shown, setShown] = useState(FIRST);
  const all = [...state.messages.values()].toReversed();
  const add = (kind: "main" | "side"): VNode => (
    <Button kind={kind} onClick={() => go("add-message")}>
      {t("messages.add")}
    </Button>
  );
  return (
    <Page heading={t("messages.heading")} {...(all.length === 0 ? {} : { lead: t("messages.lead") })}>
      {all.length === 0 ? (
        <EmptyState action={add("main")}>{t("messages.empty")}</EmptyState>
      ) : (
        <>
          <Rows label={t("messages.heading")}>
            {all.slice(0, shown).map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </Rows>
          {all.length <= shown ? null : (
            <Actions>
              <Button kind="link" onClick={() => setShown(shown + FIRST)}>
                {t("common.more", { n: all.length - shown })}
              </Button>
            </Actions>
          )}
          {add("side")}
        </>
      )}
    </Page>
  );
};
