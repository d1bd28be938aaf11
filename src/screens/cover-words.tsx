import type { VNode } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { coveredText, coverMessage, wholeWords, type Passage } from "../app/message-covers.ts";
import type { Message } from "../case/state.ts";
import { Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useBack, useCase, useGo, useT } from "./parts/context.tsx";
import { quiet } from "./parts/control.ts";
import { Page } from "./parts/page.tsx";
import { UserText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/cover.css";

/** Words are chosen as anywhere else: by finger, mouse or keys, in a text that cannot be changed. */
const Words = ({ message }: { readonly message: Message }): VNode => {
  const t = useT();
  const id = useId();
  const app = useApp();
  const back = useBack();
  const field = useRef<HTMLTextAreaElement>(null);
  const [passages, setPassages] = useState<readonly Passage[]>([]);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);

  const cover = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const passage = wholeWords(message.text, { from: selectionStart, to: selectionEnd });
    setSaid(t(passage === undefined ? "cover.words-none" : "cover.words-covered"));
    if (passage !== undefined) setPassages([...passages, passage]);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await coverMessage(app, message, passages);
    setBusy(false);
    if (!app.tell(saved)) return;
    back();
    app.say({ tone: "done", key: "cover.words-saved" });
  };
  const look = passages.length === 0 && message.covered !== null ? message.covered.text : coveredText(message.text, passages);
  return (
    <Page heading={t("cover.words")} lead={t("cover.words-lead")} crumb={t("messages.heading")}>
      <div class="field">
        <label class="label" for={id}>
          {t("cover.words-text")}
        </label>
        <p class="hint" id={`${id}h`}>
          {t("cover.words-hint")}
        </p>
        <textarea {...quiet} ref={field} id={id} aria-describedby={`${id}h`} rows={8} dir="auto" readOnly value={message.text} />
      </div>
      <Button kind="side" onClick={cover}>
        {t("cover.words-cover")}
      </Button>
      <p class="quiet small" role="status">
        {said}
      </p>
      <Section title={t("cover.words-look")}>
        <p class="card cover-look">
          <UserText text={look} />
        </p>
        <p class="quiet small">{t("cover.words-length")}</p>
        {message.file === null ? null : <p class="quiet small">{t("cover.words-start")}</p>}
      </Section>
      <Button busy={busy} disabled={passages.length === 0} onClick={() => void save()}>
        {t("cover.words-save")}
      </Button>
      <Actions>
        <Button kind="link" disabled={passages.length === 0} onClick={() => setPassages(passages.slice(0, -1))}>
          {t("cover.undo")}
        </Button>
        <Button kind="link" onClick={back}>
          {t("common.cancel")}
        </Button>
      </Actions>
    </Page>
  );
};

/** Words of a message (`message`) covered for what is handed over. */
export const CoverWords = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const message = state.messages.get(params["message"] ?? "");
  if (message !== undefined) return <Words key={message.id} message={message} />;
  return (
    <Page heading={t("cover.words")} lead={t("messages.not-here")}>
      <Button kind="side" onClick={() => go("messages")}>
        {t("messages.heading")}
      </Button>
    </Page>
  );
};
