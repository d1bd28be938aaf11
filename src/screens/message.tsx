import type { VNode } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { openMessage, pagesOf, startOfMessage, type ShownMessage, type ShownPart } from "../app/messages-open.ts";
import { piecesOf, type SignPiece } from "../app/messages-signs.ts";
import type { Message } from "../case/state.ts";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { NeverCode } from "./messages/never-code.tsx";
import { SignedText, SignList } from "./messages/sign-text.tsx";
import { Aside, Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { History } from "./parts/history.tsx";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import { When } from "./parts/when.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/messages.css";

/** The exact file, read and parsed again; until then, and where it cannot be read, how the message begins. */
const useOpened = (message: Message): { readonly shown: ShownMessage; readonly whole: "reading" | "yes" | "no" } => {
  const app = useApp();
  const { caseId } = useCase();
  const [opened, setOpened] = useState<ShownMessage | "no" | null>(null);
  useEffect(() => {
    let left = false;
    setOpened(null);
    void openMessage(app, caseId, message).then(
      (read) => {
        if (!left) setOpened(read.ok ? read.value : "no");
      },
      () => {
        if (!left) setOpened("no");
      },
    );
    return () => {
      left = true;
    };
  }, [message.id, caseId, app]);
  const start = useMemo(() => startOfMessage(message), [message.id]);
  if (opened === null || opened === "no") return { shown: start, whole: opened === null ? "reading" : "no" };
  return { shown: opened, whole: "yes" };
};

/** The texts of one page cut at their signs; plain until they have been looked at. */
const usePieces = (parts: readonly ShownPart[]): readonly (readonly SignPiece[])[] => {
  const app = useApp();
  const [found, setFound] = useState<{ readonly of: readonly ShownPart[]; readonly pieces: readonly (readonly SignPiece[])[] } | null>(
    null,
  );
  useEffect(() => {
    let left = false;
    void piecesOf(parts.map(({ text }) => text)).then(
      (pieces) => {
        if (!left) setFound({ of: parts, pieces });
      },
      () => app.say({ tone: "problem", key: "error.unexpected" }),
    );
    return () => {
      left = true;
    };
  }, [parts, app]);
  return found?.of === parts ? found.pieces : parts.map(({ text }) => [{ text, signs: [] }]);
};

const Part = ({ part, pieces }: { readonly part: ShownPart; readonly pieces: readonly SignPiece[] }): VNode => {
  const t = useT();
  return (
    <li class="message-part">
      {part.at === "" ? null : (
        <p class="message-head">
          <strong>{part.from === "" ? t("messages.system") : <UserText text={part.from} />}</strong>{" "}
          <span class="quiet small">
            <UserText text={part.at} />
          </span>
        </p>
      )}
      <SignedText pieces={pieces} />
    </li>
  );
};

const nothing: readonly ShownPart[] = [];

const Text = ({ shown, onSigns }: { readonly shown: ShownMessage; readonly onSigns: (ids: readonly string[]) => void }): VNode => {
  const t = useT();
  const [at, setAt] = useState(0);
  const pages = useMemo(() => pagesOf(shown.parts), [shown.parts]);
  const page = pages[Math.min(at, pages.length - 1)] ?? nothing;
  const pieces = usePieces(page);
  useEffect(() => onSigns(pieces.flatMap((some) => some.flatMap(({ signs }) => signs))), [pieces, onSigns]);
  return (
    <Section title={t("messages.text")}>
      <ol class="card message-parts" start={1}>
        {page.map((part, i) => (
          <Part key={`${String(at)} ${String(i)}`} part={part} pieces={pieces[i] ?? []} />
        ))}
      </ol>
      {pages.length === 1 ? null : (
        <div class="message-pages" role="group" aria-label={t("messages.text")}>
          <p role="status">{t("messages.page", { page: at + 1, pages: pages.length })}</p>
          <Button kind="side" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t("messages.earlier-page")}
          </Button>
          <Button kind="side" disabled={at >= pages.length - 1} onClick={() => setAt(at + 1)}>
            {t("messages.later-page")}
          </Button>
        </div>
      )}
    </Section>
  );
};

const Facts = ({ message, mail }: { readonly message: Message; readonly mail: ShownMessage["mail"] }): VNode => {
  const t = useT();
  const rows: readonly (readonly [string, VNode | string])[] = [
    [t("messages.from"), message.from === "" ? t("messages.no-sender") : <UserText text={message.from} />],
    [
      t("messages.kind"),
      `${t(`messages.channel-${message.channel}`)}${message.count > 1 ? ` · ${t("messages.count", { n: message.count })}` : ""}`,
    ],
    ...(mail === null
      ? []
      : ([
          [t("messages.date"), <UserText text={mail.date} />],
          [t("messages.to"), <UserText text={mail.to} />],
          [t("messages.subject"), <UserText text={mail.subject} />],
          ...(mail.attachments.length === 0
            ? []
            : ([
                [
                  t("messages.attachments"),
                  <UserText text={mail.attachments.map(({ name, type }) => (name === "" ? type : name)).join(", ")} />,
                ],
              ] as const)),
        ] as const)),
    [t("messages.kept-at"), <When at={message.at} offset={message.offset} />],
  ];
  return (
    <dl class="card message-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const One = ({ message }: { readonly message: Message }): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const { shown, whole } = useOpened(message);
  const beside = [...state.evidence.values()].filter(({ about }) => about.includes(`message:${message.id}`));
  const [signs, setSigns] = useState<readonly string[]>(message.signs);
  // What is underlined below is named above too, also where the list of signs has grown since the message was kept.
  const addSigns = useCallback(
    (ids: readonly string[]) => setSigns((known) => (ids.every((one) => known.includes(one)) ? known : [...new Set([...known, ...ids])])),
    [],
  );
  return (
    <Page heading={t("messages.one")} crumb={t("messages.heading")}>
      <Facts message={message} mail={shown.mail} />
      {message.attachmentsDropped === 0 ? null : (
        <p class="quiet">
          {t(message.channel === "whatsapp" ? "messages.with-chat" : "messages.dropped", { n: message.attachmentsDropped })}
        </p>
      )}
      {signs.length === 0 ? (
        <p class="quiet small">{t("messages.no-signs")}</p>
      ) : (
        <Aside tone="amber" title={t("messages.signs")}>
          <SignList ids={signs} />
          <p class="small">{t("messages.signs-lead")}</p>
        </Aside>
      )}
      {whole === "no" ? <p>{t("messages.only-start")}</p> : null}
      <Text key={whole} shown={shown} onSigns={addSigns} />
      {message.text === "" ? null : (
        <Button kind="side" onClick={() => go("cover-words", { message: message.id })}>
          {t("cover.words")}
        </Button>
      )}
      {message.covered === null ? null : <p class="quiet small">{t("cover.words-are")}</p>}
      {beside.length === 0 ? null : (
        <Section title={t("messages.kept-with")}>
          <EvidenceRows items={beside} label={t("messages.kept-with")} />
        </Section>
      )}
      <History item={message} />
      <NeverCode />
    </Page>
  );
};

/** One message: who, what is odd about it and why, and all of its words. There is nothing to answer it with. */
export const MessageScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const message = state.messages.get(params["message"] ?? "");
  if (message === undefined)
    return (
      <Page heading={t("messages.one")} lead={t("messages.not-here")}>
        <Button kind="side" onClick={() => go("messages")}>
          {t("messages.heading")}
        </Button>
      </Page>
    );
  return <One key={message.id} message={message} />;
};
