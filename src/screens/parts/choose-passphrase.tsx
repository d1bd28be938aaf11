import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { OwnPassphrase } from "../passphrase-own.tsx";
import { Card } from "./box.tsx";
import { Actions, Button } from "./button.tsx";
import { Tick } from "./checklist.tsx";
import { useApp, useT } from "./context.tsx";
import { Field } from "./field.tsx";
import { Page } from "./page.tsx";
import { WordsGrid } from "./words-grid.tsx";

const WORDS = 6;

/** Spaces and letter case do not matter when words are compared; the vault gets the words as they were shown. */
const plain = (text: string): string => text.trim().toLowerCase().split(/\s+/u).join(" ");

export interface ChoosePassphraseProps {
  readonly heading: string;
  readonly lead: string;
  /** On the last button. */
  readonly action: string;
  /** The same, under one's own passphrase; `action` by default. */
  readonly ownAction?: string;
  /** The words alone. */ readonly noOwn?: boolean;
  /** A tick that they are written down does instead of typing them. */ readonly mayTick?: boolean;
  readonly busy: boolean;
  readonly onChosen: (passphrase: string) => void;
  /** Below the words. */
  readonly children?: ComponentChildren;
  /** On every page of it. */
  readonly always?: ComponentChildren;
}

/** Six generated words, typed back from paper; or one's own passphrase for those who want it. */
export const ChoosePassphrase = ({
  heading,
  lead,
  action,
  ownAction = action,
  noOwn = false,
  mayTick = false,
  busy,
  onChosen,
  children,
  always,
}: ChoosePassphraseProps): VNode => {
  const t = useT();
  const app = useApp();
  const [stage, setStage] = useState<"words" | "check" | "own">("words");
  const [words, setWords] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState(false);
  const [isWrong, setIsWrong] = useState(false);

  const draw = async (): Promise<void> => setWords(await (await app.vault()).generateWords(WORDS));
  useEffect(() => {
    draw().catch(() => app.say({ tone: "problem", key: "error.unexpected" }));
  }, []);
  const check = (): void => {
    const isRight = ticked || plain(typed) === words.join(" ");
    setIsWrong(!isRight);
    if (isRight && !busy) onChosen(words.join(" "));
  };
  const toWords = (label: string): VNode => (
    <Actions>
      <Button kind="link" onClick={() => setStage("words")}>
        {label}
      </Button>
    </Actions>
  );

  if (stage === "own")
    return (
      <Page heading={t("pass.own-head")}>
        <OwnPassphrase busy={busy} action={ownAction} onUse={onChosen} />
        {always}
        {toWords(t("pass.words-instead"))}
      </Page>
    );
  if (stage === "check")
    return (
      <Page heading={t("pass.confirm-heading")} lead={t("pass.confirm-lead")}>
        <Field
          label={t("pass.confirm-label")}
          value={typed}
          onValue={(text) => {
            setTyped(text);
            setIsWrong(false);
          }}
          problem={isWrong && !ticked ? t("pass.confirm-wrong") : null}
          onEnter={check}
        />
        {mayTick ? (
          <Tick checked={ticked} onChange={setTicked}>
            {t("pass.confirm-tick")}
          </Tick>
        ) : null}
        {always}
        <Button busy={busy} disabled={typed === "" && !ticked} onClick={check}>
          {busy ? t("pass.creating") : action}
        </Button>
        {toWords(t("pass.show-again"))}
      </Page>
    );
  return (
    <Page heading={heading} lead={lead}>
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
      {children}
      {always}
      <Button disabled={words.length === 0} onClick={() => setStage("check")}>
        {t("pass.words-use")}
      </Button>
      {noOwn ? null : (
        <Actions>
          <Button kind="link" onClick={() => setStage("own")}>
            {t("pass.own")}
          </Button>
        </Actions>
      )}
    </Page>
  );
};
