import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Aside, Card } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Tick } from "./parts/checklist.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { WordsGrid } from "./parts/words-grid.tsx";
import { OwnPassphrase } from "./passphrase-own.tsx";

const WORDS = 6;

/** Spaces and letter case do not matter when words are compared; the vault gets the words as they were shown. */
const sameWords = (typed: string, words: readonly string[]): boolean =>
  typed.trim().toLowerCase().split(/\s+/u).join(" ") === words.join(" ");

type Stage = "words" | "confirm" | "own";

/** Six generated words first; one's own passphrase for those who want it. What losing it means stands on every page of it. */
export const Passphrase = (): VNode => {
  const t = useT();
  const app = useApp();
  const [stage, setStage] = useState<Stage>("words");
  const [words, setWords] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  const draw = async (): Promise<void> => setWords(await (await app.vault()).generateWords(WORDS));
  useEffect(() => {
    draw().catch(() => app.say({ tone: "problem", key: "error.unexpected" }));
  }, []);

  const create = async (passphrase: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (!(await app.create(passphrase))) setBusy(false);
  };
  const confirm = (): void => {
    setTried(true);
    if (ticked || sameWords(typed, words)) void create(words.join(" "));
  };
  const losing = (
    <Aside title={t("pass.lose-head")} tone="amber">
      <p>{t("pass.lose")}</p>
    </Aside>
  );

  if (stage === "own")
    return (
      <Page heading={t("pass.own-head")}>
        <OwnPassphrase busy={busy} onUse={(own) => void create(own)} />
        {losing}
        <Actions>
          <Button kind="link" onClick={() => setStage("words")}>
            {t("pass.words-instead")}
          </Button>
        </Actions>
      </Page>
    );
  if (stage === "confirm")
    return (
      <Page heading={t("pass.confirm-heading")} lead={t("pass.confirm-lead")}>
        <Field
          label={t("pass.confirm-label")}
          value={typed}
          onValue={(text) => {
            setTyped(text);
            setTried(false);
          }}
          problem={tried && !ticked && !sameWords(typed, words) ? t("pass.confirm-wrong") : null}
          onEnter={confirm}
        />
        <Tick checked={ticked} onChange={setTicked}>
          {t("pass.confirm-tick")}
        </Tick>
        {losing}
        <Button busy={busy} disabled={typed === "" && !ticked} onClick={confirm}>
          {t(busy ? "pass.creating" : "pass.create")}
        </Button>
        <Actions>
          <Button kind="link" onClick={() => setStage("words")}>
            {t("pass.show-again")}
          </Button>
        </Actions>
      </Page>
    );
  return (
    <Page heading={t("pass.heading")} lead={t("pass.lead")}>
      <Card>
        <h2 class="small-head">{t("pass.words-head")}</h2>
        {words.length === 0 ? <p role="status">{t("common.working")}</p> : <WordsGrid words={words} label={t("pass.words-head")} />}
        <p class="quiet">{t("pass.write-down")}</p>
        <Actions>
          <Button kind="link" onClick={() => void draw()}>
            {t("pass.other-words")}
          </Button>
        </Actions>
      </Card>
      {losing}
      <Button disabled={words.length === 0} onClick={() => setStage("confirm")}>
        {t("pass.words-use")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => setStage("own")}>
          {t("pass.own")}
        </Button>
      </Actions>
    </Page>
  );
};
