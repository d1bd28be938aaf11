import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { makeBackup, recordBackup } from "../app/backup.ts";
import { planBackup, type BackupReader, type PlannedBackup } from "../app/backup-plan.ts";
import { localMinute } from "../app/local-date.ts";
import type { MadeBackup } from "../app/types.ts";
import { Aside, Card, Section } from "./parts/box.tsx";
import { BackupHelper } from "./parts/backup-helper.tsx";
import { BackupLost } from "./parts/backup-lost.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { ChoosePassphrase } from "./parts/choose-passphrase.tsx";
import { useApp, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { dayWords, sizeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { ProgressBar } from "./parts/progress.tsx";
import { Unsaved } from "./parts/unsaved.tsx";

type Stage =
  | { readonly at: "about" }
  | { readonly at: "words" | "helper" }
  | { readonly at: "making"; readonly done: number; readonly total: number }
  | { readonly at: "made"; readonly made: MadeBackup; readonly file: Blob; readonly lock: BackupReader }
  | { readonly at: "saved"; readonly made: MadeBackup; readonly lock: BackupReader };

/** From what goes along, over six words that are written down first, to a file that was checked. It is noted once it is where the person wants it. */
export const Backup = (): VNode => {
  const t = useT();
  const app = useApp();
  const { size } = useCase();
  const [plan, setPlan] = useState<PlannedBackup | null>(null);
  const [stage, setStage] = useState<Stage>({ at: "about" });
  const isMaking = stage.at !== "about";
  const hasLeft = useRef(false);
  const isRunning = useRef(false);
  // Whoever leaves may answer an age next: nothing goes on being written behind the screen.
  useEffect(
    () => () => {
      hasLeft.current = true;
      if (isRunning.current) void app.backups().then((backups) => backups.stop());
    },
    [app],
  );
  useEffect(() => {
    if (isMaking) return undefined;
    let left = false;
    void planBackup(app).then((value) => {
      if (!left && value !== undefined) setPlan(value);
    });
    return () => {
      left = true;
    };
  }, [app, size, isMaking]);

  const record = async (made: MadeBackup, lock: BackupReader): Promise<void> => {
    if (plan !== null && (await recordBackup(app, plan, made, lock))) setStage({ at: "saved", made, lock });
  };
  const make = async (lock: BackupReader): Promise<void> => {
    if (plan === null || (stage.at !== "words" && stage.at !== "helper")) return;
    const to = await app.device.chooseSaveFile(`${localMinute(Date.parse(app.now()))}-archive.age`);
    if (to === "cancelled" || hasLeft.current) return;
    isRunning.current = true;
    setStage({ at: "making", done: 0, total: 1 });
    const made = await makeBackup(app, plan, lock, to, ({ done, total }) => setStage({ at: "making", done, total })).finally(() => {
      isRunning.current = false;
    });
    if (made === undefined) setStage({ at: "about" });
    else if (made.file === null) await record(made, lock);
    else setStage({ at: "made", made, file: made.file, lock });
  };

  switch (stage.at) {
    case "about":
      return <About plan={plan} onStart={() => setStage({ at: "words" })} onHelper={() => setStage({ at: "helper" })} />;
    case "helper":
      return plan === null ? (
        <></>
      ) : (
        <BackupHelper plan={plan} onUse={(reader) => void make(reader)} onWords={() => setStage({ at: "words" })} />
      );
    case "words":
      return (
        <ChoosePassphrase
          heading={t("backup.words-heading")}
          lead={t("backup.words-lead")}
          action={t("backup.words-use")}
          noOwn
          busy={false}
          onChosen={(words) => void make(words.split(" "))}
        />
      );
    case "making":
      return (
        <Page heading={t("backup.heading")}>
          <ProgressBar
            label={t("backup.making")}
            done={stage.done}
            total={stage.total}
            onStop={() => void app.backups().then((backups) => backups.stop())}
          />
        </Page>
      );
    case "made":
      return <Made {...stage} onSaved={() => void record(stage.made, stage.lock)} />;
    case "saved":
      return (
        <Page heading={t("backup.done-heading")} lead={t("address" in stage.lock ? "backup.helper-done" : "backup.done")}>
          <BackupLost lost={stage.made.cases.map(({ lost }) => lost)} />
          {"address" in stage.lock ? <p>{t("backup.helper-without")}</p> : null}
          <p>{t("address" in stage.lock ? "backup.helper-own" : "backup.done-try")}</p>
          <p class="quiet">{t("backup.done-note")}</p>
          <Aside title={t("backup.old-head")}>
            <p>{t("backup.old")}</p>
          </Aside>
          <Button onClick={app.back}>{t("common.done")}</Button>
        </Page>
      );
  }
};

interface AboutProps {
  readonly plan: PlannedBackup | null;
  readonly onStart: () => void;
  readonly onHelper: () => void;
}

const About = ({ plan, onStart, onHelper }: AboutProps): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state } = useCase();
  const last = state.backups.at(-1);
  return (
    <Page heading={t("backup.heading")} lead={t("backup.lead")}>
      <Card>
        <p>
          <Unsaved />
        </p>
        {last === undefined ? null : <p class="quiet">{t("backup.last", { date: dayWords(tag, last.at) })}</p>}
      </Card>
      <Section title={t("backup.what-head")}>
        {plan === null ? (
          <p role="status">{t("common.working")}</p>
        ) : (
          <>
            <p>
              {plan.cases.length === 1
                ? t("backup.what", { n: plan.entries, files: plan.files })
                : t("backup.what-cases", { n: plan.entries, files: plan.files, cases: plan.cases.length })}
            </p>
            {plan.lost === 0 ? null : (
              <Aside tone="amber">
                <p>{t("backup.lost-before", { n: plan.lost })}</p>
                {plan.held === 0 ? null : <p>{t("backup.lost-ages")}</p>}
              </Aside>
            )}
            {plan.held === 0 ? null : (
              <>
                <p>{t("backup.held", { n: plan.held })}</p>
                <Actions>
                  <Button kind="link" onClick={() => go("pictures")}>
                    {t("backup.ages")}
                  </Button>
                </Actions>
              </>
            )}
          </>
        )}
      </Section>
      <Aside title={t("backup.care-head")} tone="amber">
        <p>{t("backup.care")}</p>
      </Aside>
      <Button disabled={plan === null} onClick={onStart}>
        {t("backup.start")}
      </Button>
      <Actions>
        <Button kind="link" disabled={plan === null} onClick={onHelper}>
          {t("backup.helper")}
        </Button>
      </Actions>
      <Section title={t("backup.old-head")}>
        <p class="quiet">{t("backup.old")}</p>
      </Section>
    </Page>
  );
};

interface MadeProps {
  readonly made: MadeBackup;
  readonly file: Blob;
  readonly lock: BackupReader;
  readonly onSaved: () => void;
}

/** Where the browser has no save dialog that can be written to: the file waits here until it is saved or handed over. */
const Made = ({ made, file, lock, onSaved }: MadeProps): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const save = async (): Promise<void> => {
    const done = await app.device.saveFile(file, made.name);
    if (done === "saved") onSaved();
    if (done === "failed") app.say({ tone: "problem", key: "error.backup-not-saved" });
  };
  const share = async (): Promise<void> => {
    const done = await app.device.shareFile(file, made.name);
    if (done === "shared") onSaved();
    if (done === "failed") app.say({ tone: "problem", key: "error.backup-not-saved" });
  };
  return (
    <Page
      heading={t("backup.made-heading")}
      lead={"address" in lock ? t("backup.helper-made", { address: lock.address }) : t("backup.made")}
    >
      <BackupLost lost={made.cases.map(({ lost }) => lost)} />
      {"address" in lock ? <p>{t("backup.helper-without")}</p> : null}
      <p>
        <bdi>{made.name}</bdi> <span class="quiet">{sizeWords(tag, made.size)}</span>
      </p>
      <Button onClick={() => void save()}>{t("backup.save")}</Button>
      {app.device.canShareFile(file, made.name) ? (
        <Button kind="side" onClick={() => void share()}>
          {t("backup.share")}
        </Button>
      ) : null}
      <p class="quiet">{t("backup.not-yet")}</p>
    </Page>
  );
};
