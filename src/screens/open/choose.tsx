import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { OpenedBundle } from "../../app/types.ts";
import { wordIndex } from "../../lib/wordlist.ts";
import { Aside } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { useApp, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Field } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { ProgressBar } from "../parts/progress.tsx";
import { UserText } from "../parts/text.tsx";

/** Words as they are typed or read out: any case, spaces, hyphens, commas, numbers in front. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

/** A word of the list may hold a hyphen ("yo-yo"): the parts are joined again where only the whole is listed. */
const joined = (words: readonly string[]): readonly string[] =>
  words.reduce<readonly string[]>((done, word) => {
    const last = done.at(-1);
    return last !== undefined && wordIndex(last) === undefined && wordIndex(`${last}-${word}`) !== undefined
      ? [...done.slice(0, -1), `${last}-${word}`]
      : [...done, word];
  }, []);

export const Choose = ({ onOpened }: { readonly onOpened: (bundle: OpenedBundle) => void }): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const words = joined(wordsOf(text));
  const strange = words.length >= 6 ? words.find((word) => wordIndex(word) === undefined) : undefined;

  const open = async (): Promise<void> => {
    if (file === null || progress !== null) return;
    app.say(null);
    setProgress({ done: 0, total: 1 });
    try {
      const opened = await (await app.exporter()).open(file, words.join("-"), setProgress);
      if (!opened.ok && opened.error.code === "stopped") return;
      if (app.tell(opened)) onOpened(opened.value);
    } catch {
      // A bug. What it says could hold something of the file.
      app.say({ tone: "problem", key: "error.unexpected" });
    } finally {
      setProgress(null);
    }
  };
  const take = (files: readonly File[]): void => {
    const [first] = files;
    if (first !== undefined) setFile(first);
  };

  return (
    <Page heading={t("open.heading")} lead={t("open.lead")}>
      <Aside>
        <p>{t("open.careful")}</p>
        <p>{t("open.child")}</p>
      </Aside>
      <div
        class="card drop"
        onDragOver={(e) => e.preventDefault()}
        onDrop={(e) => {
          e.preventDefault();
          take([...(e.dataTransfer?.files ?? [])]);
        }}
      >
        {file === null ? (
          <p class="quiet">{t("open.drop")}</p>
        ) : (
          <p>
            <UserText text={file.name} /> <span class="quiet">{sizeWords(tag, file.size)}</span>
          </p>
        )}
        <Button kind={file === null ? "main" : "side"} onClick={() => void app.device.pickFiles("", false).then(take)}>
          {t("open.choose")}
        </Button>
      </div>
      {file === null ? null : (
        <>
          <Field
            label={t("open.words")}
            hint={t("open.words-hint")}
            value={text}
            onValue={setText}
            onEnter={() => void open()}
            problem={strange === undefined ? null : t("open.not-in-list", { word: strange })}
          />
          {progress === null ? (
            <Button disabled={words.length === 0} onClick={() => void open()}>
              {t("open.open")}
            </Button>
          ) : (
            <ProgressBar
              label={t("open.opening")}
              done={progress.done}
              total={progress.total}
              onStop={() => void app.exporter().then((exporter) => exporter.stop())}
            />
          )}
        </>
      )}
    </Page>
  );
};
