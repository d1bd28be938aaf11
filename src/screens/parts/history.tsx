import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { HistoryLine } from "../../app/custody/history.ts";
import { historyOf } from "../../app/custody/own-sheet.ts";
import { cameWords, historyWords, isMessage } from "../../app/custody/words.ts";
import type { Evidence, Message } from "../../case/state.ts";
import { Section } from "./box.tsx";
import { Actions, Button } from "./button.tsx";
import { useApp, useGo, useT } from "./context.tsx";
import { UserText } from "./text.tsx";
import { When } from "./when.tsx";

/** What happened to a kept file or message since it came in, oldest first. Read from the log when somebody asks. */
export const History = ({ item }: { readonly item: Evidence | Message }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [lines, setLines] = useState<readonly HistoryLine[] | null>(null);
  const show = async (): Promise<void> => {
    if (lines !== null) return setLines(null);
    const read = await historyOf(app, item.id);
    if (read !== undefined) setLines(read);
  };
  const row = (key: string, words: string, { at, offset }: Pick<HistoryLine, "at" | "offset">): VNode => (
    <li key={key}>
      <UserText text={words} />
      <p class="quiet small">
        <When at={at} offset={offset} />
      </p>
    </li>
  );
  return (
    <Section title={t("custody.history")}>
      <p class="quiet">{t("custody.history-lead")}</p>
      <div role="status">
        {lines === null ? null : (
          <ol class="moments">
            {row("in", isMessage(item) ? t("custody.came-message") : cameWords(item, t), item)}
            {lines.map((line, i) => row(String(i), historyWords(line, t), line))}
          </ol>
        )}
      </div>
      <Actions>
        <Button kind="link" expanded={lines !== null} onClick={() => void show()}>
          {t(lines === null ? "custody.show" : "custody.hide")}
        </Button>
        {item.sha256 === null ? null : (
          <Button kind="link" onClick={() => go("custody", { item: item.id })}>
            {t("custody.open")}
          </Button>
        )}
      </Actions>
    </Section>
  );
};
