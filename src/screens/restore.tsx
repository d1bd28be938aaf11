import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { mergeBackup, openBackup, type ReadBackup } from "../app/backup.ts";
import { wordsOf } from "./open/choose.tsx";
import { Aside, Card, Section } from "./parts/box.tsx";
import { BackupLost, hasLost } from "./parts/backup-lost.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { useApp, useAppState, useT, useTag } from "./parts/context.tsx";
import { exactWords, sizeWords } from "./parts/dates.ts";
import { Field } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { ProgressBar } from "./parts/progress.tsx";
import { UserText } from "./parts/text.tsx";

interface Done {
  readonly done: number;
  readonly total: number;
}

/** The file and its words, what is in it, a passphrase of its own; then it is here, all of it or nothing. */
export const Restore = (): VNode => {
  const t = useT();
  const app = useApp();
  const [backup, setBackup] = useState<ReadBackup | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [progress, setProgress] = useState<Done | null>(null);
  // While it is open the page locks as with a case: nobody else shall find it there.
  useEffect(() => {
    app.showBundle(backup !== null);
    return () => {
      app.showBundle(false);
      if (backup !== null) void app.backups().then((backups) => backups.close());
    };
  }, [app, backup]);

  const restore = async (passphrase: string): Promise<void> => {
    if (backup === null || progress !== null) return;
    app.say(null);
    setProgress({ done: 0, total: 1 });
    const isRestored = await app.restore(passphrase, backup.files, setProgress);
    setProgress(null);
    if (!isRestored) return;
    app.go("case", {}, "replace");
    app.say({ tone: "done", key: "restore.done" });
  };

  const merge = async (): Promise<void> => {
    if (backup === null || progress !== null) return;
    app.say(null);
    setProgress({ done: 0, total: 1 });
    const isMerged = await mergeBackup(app, backup, setProgress).catch(() => {
      app.say({ tone: "problem", key: "error.unexpected" });
      return false;
    });
    setProgress(null);
    if (!isMerged) return;
    app.go("timeline", {}, "replace");
    app.say({ tone: "done", key: "restore.merged" });
  };

  if (backup === null) return <Choose onOpened={setBackup} />;
  if (progress !== null)
    return (
      <Page heading={t("restore.heading")}>
        <ProgressBar
          label={t("restore.restoring")}
          done={progress.done}
          total={progress.total}
          onStop={() => void app.backups().then((backups) => backups.stop())}
        />
        <p class="quiet">{t("restore.stop-note")}</p>
      </Page>
    );
  if (choosing)
    return (
      <ChoosePassphrase
        heading={t("restore.pass-heading")}
        lead={t("restore.pass-lead")}
        action={t("restore.now")}
        busy={false}
        onChosen={(passphrase) => void restore(passphrase)}
      >
        <Aside title={t("pass.lose-head")} tone="amber">
          <p>{t("pass.lose")}</p>
        </Aside>
      </ChoosePassphrase>
    );
  return <Found backup={backup} onRestore={() => setChoosing(true)} onMerge={() => void merge()} onOther={() => setBackup(null)} />;
};

/** A helper's own key, in place of words: wherever it stands in what was pasted, since a key's file begins with a line about it. */
const keyIn = (text: string): string | undefined => /age-secret-key-[a-z0-9-]*/iu.exec(text)?.[0];

const Choose = ({ onOpened }: { readonly onOpened: (backup: ReadBackup) => void }): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [progress, setProgress] = useState<Done | null>(null);
  const words = wordsOf(text);
  const typed = keyIn(text) ?? words.join("-");
  const open = async (): Promise<void> => {
    if (file === null || progress !== null || words.length === 0) return;
    app.say(null);
    setProgress({ done: 0, total: 1 });
    try {
      const opened = await openBackup(app, file, typed, setProgress);
      if (opened !== undefined) onOpened(opened);
    } catch {
      // A bug. What it says could hold something of the file.
      app.say({ tone: "problem", key: "error.unexpected" });
    } finally {
      setProgress(null);
    }
  };
  const choose = async (): Promise<void> => {
    const [first] = await app.device.pickFiles("", false);
    if (first !== undefined) setFile(first);
  };
  return (
    <Page heading={t("restore.heading")} lead={t("restore.lead")}>
      {file === null ? null : (
        <p>
          <UserText text={file.name} /> <span class="quiet">{sizeWords(tag, file.size)}</span>
        </p>
      )}
      <Button kind={file === null ? "main" : "side"} onClick={() => void choose()}>
        {t(file === null ? "restore.choose" : "restore.other")}
      </Button>
      {file === null ? null : (
        <>
          <Field label={t("restore.words")} hint={t("restore.words-hint")} value={text} onValue={setText} onEnter={() => void open()} />
          {progress === null ? (
            <Button disabled={words.length === 0} onClick={() => void open()}>
              {t("restore.open")}
            </Button>
          ) : (
            <ProgressBar
              label={t("restore.opening")}
              done={progress.done}
              total={progress.total}
              onStop={() => void app.backups().then((backups) => backups.stop())}
            />
          )}
        </>
      )}
    </Page>
  );
};

interface FoundProps {
  readonly backup: ReadBackup;
  readonly onRestore: () => void;
  readonly onMerge: () => void;
  readonly onOther: () => void;
}

const Found = ({ backup, onRestore, onMerge, onOther }: FoundProps): VNode => {
  const t = useT();
  const tag = useTag();
  const isOpen = useAppState((s) => s.view.at === "unlocked");
  // Those that are damaged are named as such.
  const absent = backup.cases.reduce((sum, one) => sum + one.absent - one.lost.files, 0);
  const lost = backup.cases.map((one) => one.lost);
  return (
    <Page
      heading={t(hasLost(lost) ? "restore.damaged-heading" : "restore.found-heading")}
      lead={t("restore.found", { date: exactWords(tag, backup.made) })}
    >
      <Card>
        <p>{t("restore.cases", { n: backup.cases.length })}</p>
        {backup.cases.map(({ log, entries, files, size }) => (
          <p key={log} class="quiet">
            {files === 0
              ? t("restore.holds-no-file", { n: entries })
              : t("restore.holds", { n: entries, files, size: sizeWords(tag, size) })}
          </p>
        ))}
      </Card>
      <BackupLost lost={lost} />
      {backup.cases.some(({ withheld }) => withheld) ? <p>{t("restore.withheld")}</p> : null}
      {absent === 0 ? null : <p>{t("restore.absent", { n: absent })}</p>}
      <p>{t("restore.since")}</p>
      {backup.copy === -1 ? null : (
        <Section title={t("restore.copy-head")}>
          <p>{t("restore.copy")}</p>
          <Button onClick={onMerge}>{t("restore.merge")}</Button>
        </Section>
      )}
      {isOpen ? <p>{t("restore.beside")}</p> : null}
      <Button kind={backup.copy === -1 ? "main" : "side"} onClick={onRestore}>
        {t(isOpen ? "restore.go-on-beside" : "restore.go-on")}
      </Button>
      <Actions>
        <Button kind="link" onClick={onOther}>
          {t("restore.other")}
        </Button>
      </Actions>
    </Page>
  );
};
