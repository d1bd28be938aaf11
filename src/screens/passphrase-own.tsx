import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./parts/button.tsx";
import { useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import type { Score } from "./parts/strength.ts";

/** Below this it is not taken: "could be guessed by someone determined". */
const ENOUGH: Score = 3;

/** Estimates on demand; the dictionaries are large and fetched with the first letter. null: not known yet. */
const useScore = (text: string): Score | null => {
  const [score, setScore] = useState<Score | null>(null);
  useEffect(() => {
    let left = false;
    setScore(null);
    if (text === "") return undefined;
    void import("./parts/strength.ts").then(
      ({ scoreOf }) => {
        if (!left) setScore(scoreOf(text));
      },
      // Without the estimate nothing is known about it, so it is not taken; the six words are.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [text]);
  return score;
};

export interface OwnPassphraseProps {
  readonly busy: boolean;
  /** On its button. */
  readonly action: string;
  readonly onUse: (passphrase: string) => void;
}

/** One's own passphrase, typed twice, with how hard it is to guess. */
export const OwnPassphrase = ({ busy, action, onUse }: OwnPassphraseProps): VNode => {
  const t = useT();
  const [text, setText] = useState("");
  const [again, setAgain] = useState("");
  const score = useScore(text);
  const isStrong = score !== null && score >= ENOUGH;
  const differs = again !== "" && again !== text;
  const use = (): void => {
    if (isStrong && again === text) onUse(text);
  };
  return (
    <>
      <Field kind="secret" label={t("pass.own-label")} hint={t("pass.own-hint")} value={text} onValue={setText} />
      <p class="quiet" role="status">
        {text === "" ? "" : `${t("pass.strength")}: ${t(score === null ? "pass.strength-wait" : `pass.strength-${score}`)}`}
        {score !== null && !isStrong ? ` · ${t("pass.too-weak")}` : ""}
      </p>
      <Field
        kind="secret"
        label={t("pass.own-again")}
        value={again}
        onValue={setAgain}
        problem={differs ? t("pass.differs") : null}
        onEnter={use}
      />
      <Button busy={busy} disabled={!isStrong || again !== text} onClick={use}>
        {busy ? t("pass.creating") : action}
      </Button>
    </>
  );
};
