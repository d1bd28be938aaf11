import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readMessageFile, readMessageText, type Channel, type ReadMessage } from "../app/messages-read.ts";
import type { AppError } from "../app/types.ts";
import type { SubjectKey } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { Result } from "../lib/result.ts";
import { ReviewAll } from "./messages/read-and-keep.tsx";
import { SharedMessage } from "./messages/shared.tsx";
import { Section } from "./parts/box.tsx";
import { Button } from "./parts/button.tsx";
import { Select } from "./parts/choice.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/messages.css";

const channels = ["chat", "whatsapp", "email", "sms", "other"] as const satisfies readonly Channel[];

/** A draft shares one small record with all others; a longer text is kept in memory only until it is saved. */
const DRAFT_UNITS = 20_000;

/** What the message belongs to: the thing in the route, else the whole case. */
const aboutOf = (state: CaseState, params: Readonly<Record<string, string>>): readonly SubjectKey[] => {
  const known = {
    link: state.links,
    place: state.places,
    profile: state.profiles,
    report: state.reports,
    account: state.accounts,
  } as const;
  for (const kind of ["link", "place", "profile", "report", "account"] as const) {
    const id = params[kind];
    // The subject of the step decides where a route names more than one thing.
    if (id !== undefined && known[kind].has(id) && (params["subject"] ?? `${kind}:`).startsWith(`${kind}:`)) return [`${kind}:${id}`];
  }
  return ["case"];
};

/** Paste or bring in a message, or one that waits in the inbox: read first, shown, and kept only then. Nothing here answers anybody. */
export const AddMessage = ({ params }: ScreenProps): VNode => {
  const { state } = useCase();
  const about = aboutOf(state, params);
  const { shared } = params;
  return shared === undefined ? <NewMessage about={about} /> : <SharedMessage key={shared} item={shared} about={about} />;
};

const NewMessage = ({ about }: { readonly about: readonly SubjectKey[] }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [draft, setDraft] = useDraft("message-text");
  const [from, setFrom] = useDraft("message-from");
  const [long, setLong] = useState<string | null>(null);
  const [channel, setChannel] = useState<Channel>("chat");
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<ReadMessage | null>(null);
  const text = long ?? draft;
  const setText = (next: string): void => {
    const isLong = next.length > DRAFT_UNITS;
    setLong(isLong ? next : null);
    setDraft(isLong ? "" : next);
  };

  const show = async (reading: Promise<Result<ReadMessage, AppError>>): Promise<void> => {
    setBusy(true);
    const result = await reading;
    setBusy(false);
    if (app.tell(result)) setRead(result.value);
  };
  const pick = async (): Promise<void> => {
    const [file] = await app.device.pickFiles(".txt,.eml,.zip,text/plain,message/rfc822,application/zip", false);
    if (file !== undefined) await show(readMessageFile(app, file, about));
  };

  if (read !== null)
    return (
      <ReviewAll
        read={read}
        about={about}
        onBack={() => setRead(null)}
        onKept={() => {
          setText("");
          setFrom("");
        }}
        onDone={(message) => go("message", { message }, "replace")}
      />
    );
  return (
    <Page
      heading={t("messages.add-heading")}
      lead={t("messages.add-lead")}
      crumb={t("common.step-of", { section: t("messages.heading"), step: 1, steps: 2 })}
    >
      <Button kind="side" busy={busy} onClick={() => void pick()}>
        {t(busy ? "messages.reading" : "messages.file")}
      </Button>
      <p class="quiet small">{t("messages.file-hint")}</p>
      <Section title={t("messages.paste-head")}>
        <Field kind="lines" rows={6} label={t("messages.paste")} value={text} onValue={setText} />
        <Select
          label={t("messages.channel")}
          options={channels.map((value) => ({ value, label: t(`messages.channel-${value}`) }))}
          value={channel}
          onChange={(value) => setChannel(channels.find((one) => one === value) ?? "other")}
        />
        <Field label={t("messages.from")} hint={t("messages.from-hint")} value={from} onValue={setFrom} />
        <Button
          disabled={text.trim() === ""}
          busy={busy}
          onClick={() => void show(readMessageText(app, text, { channel, from: from.trim() }, about))}
        >
          {t("messages.read")}
        </Button>
      </Section>
    </Page>
  );
};
