import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Aside, Card } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useT } from "./parts/context.tsx";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { WordsGrid } from "./parts/words-grid.tsx";
import { Prove } from "./settings-prove.tsx";

const ASKED = 3;

/** Three different places among `count`, in order, that follow from an id that nobody can foresee. */
export const placesFrom = (id: string, count: number): readonly number[] => {
  const left = Array.from({ length: count }, (_, i) => i);
  const drawn = Array.from({ length: Math.min(ASKED, count) }, (_, i) =>
    left.splice(Number.parseInt(id.slice(8 * i, 8 * i + 8), 16) % left.length, 1),
  );
  return drawn.flat().toSorted((a, b) => a - b);
};

interface Shown {
  readonly words: readonly string[];
  readonly places: readonly number[];
}
type Stage = "why" | "words" | "check" | "prove";

/** Twelve words as another way in: shown once, three of them asked back, and only then made to open anything. */
export const RecoveryWords = (): VNode => {
  const t = useT();
  const app = useApp();
  const [stage, setStage] = useState<Stage>("why");
  const [{ words, places }, setShown] = useState<Shown>({ words: [], places: [] });
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [isWrong, setIsWrong] = useState(false);

  const show = async (): Promise<void> => {
    const made = await (await app.vault()).newRecoveryWords();
    setShown({ words: made, places: placesFrom(app.newId(), made.length) });
    setStage("words");
  };
  const add = async (current: string): Promise<boolean> => {
    if (!app.tell(await (await app.vault()).addRecovery(current, words, ""))) return false;
    app.back();
    app.say({ tone: "done", key: "ways.recovery-added" });
    return true;
  };
  const check = (): void => {
    const isRight = places.every((place, i) => typed[i]?.trim().toLowerCase() === words[place]);
    setIsWrong(!isRight);
    if (isRight) setStage("prove");
  };

  if (stage === "why")
    return (
      <Page heading={t("ways.recovery-heading")} lead={t("ways.recovery-lead")}>
        <Aside tone="amber">
          <p>{t("ways.recovery-care")}</p>
        </Aside>
        <Button onClick={() => void show()}>{t("ways.recovery-show")}</Button>
      </Page>
    );
  if (stage === "words")
    return (
      <Page heading={t("ways.recovery-heading")} lead={t("ways.recovery-once")}>
        <Card>
          <WordsGrid words={words} label={t("ways.recovery-heading")} />
          <p class="quiet">{t("pass.write-down")}</p>
        </Card>
        <Button onClick={() => setStage("check")}>{t("ways.recovery-written")}</Button>
        <Actions>
          <Button kind="link" onClick={() => app.device.print()}>
            {t("ways.recovery-print")}
          </Button>
        </Actions>
        <p class="quiet no-print">{t("ways.recovery-print-care")}</p>
      </Page>
    );
  if (stage === "check")
    return (
      <Page heading={t("ways.recovery-check")} lead={t("ways.recovery-check-lead")}>
        {places.map((place, i) => (
          <Field
            key={place}
            label={t("ways.recovery-word", { n: place + 1 })}
            value={typed[i] ?? ""}
            onValue={(text) => setTyped((before) => places.map((_, j) => (j === i ? text : (before[j] ?? ""))))}
            onEnter={check}
          />
        ))}
        {isWrong ? (
          <p class="problem" role="alert">
            {t("ways.recovery-wrong")}
          </p>
        ) : null}
        <Button onClick={check}>{t("common.continue")}</Button>
        <Actions>
          <Button kind="link" onClick={() => setStage("words")}>
            {t("pass.show-again")}
          </Button>
        </Actions>
      </Page>
    );
  return (
    <Page heading={t("ways.prove-heading")}>
      <Prove action={t("ways.recovery-add")} onProve={add} />
    </Page>
  );
};
