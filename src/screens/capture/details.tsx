import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { errorKey } from "../../app/errors.ts";
import { takeMany, type ManyTaken } from "../../app/intake-many.ts";
import { mediaVerdict, type FileClaims } from "../../app/intake.ts";
import type { Incoming } from "../../app/shared.ts";
import { leftWords, msLeft, withSample, type Course } from "../../app/time-left.ts";
import type { EvidenceRole, SubjectKey, TimeSource } from "../../case/events.ts";
import { instantFromMs, msOf, type Instant } from "../../lib/time.ts";
import { Rows, Row } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useCase, useGo, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Field } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { ProgressBar } from "../parts/progress.tsx";
import { LinkText } from "../parts/text.tsx";
import { ManyDone } from "./many-done.tsx";

interface Far {
  readonly done: number;
  readonly total: number;
  readonly left: ReturnType<typeof leftWords>;
}

export interface DetailsProps {
  readonly files: readonly Incoming[];
  readonly came: FileClaims["came"];
  readonly role: EvidenceRole;
  readonly about: readonly SubjectKey[];
  readonly pictures: readonly string[];
  readonly crumb: string;
  readonly onBack: () => void;
  /** What to do once something is kept; default: the item is shown. */ readonly onKept?: (ended: ManyTaken) => void;
}

const sources = ["screen", "file", "memory", "other"] as const satisfies readonly TimeSource[];
const takers = ["person", "helper", "other"] as const;

/** `2026-11-22T10:05`, local time → instant; null when nothing, or nothing readable, was typed. */
const instantOf = (local: string): Instant | null => {
  const ms = local === "" ? Number.NaN : new Date(local).getTime();
  return Number.isNaN(ms) ? null : instantFromMs(ms);
};

/** When and by whom it was taken, as the person says it; then it is hashed, checked and kept. */
export const Details = ({ files, came, role, about, pictures, crumb, onBack, onKept }: DetailsProps): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const go = useGo();
  const { state } = useCase();
  const [when, setWhen] = useState("");
  const [by, setBy] = useState<FileClaims["capturedBy"] | null>(null);
  const [from, setFrom] = useState<TimeSource | null>(null);
  const [progress, setProgress] = useState<Far | null>(null);
  const [ended, setEnded] = useState<ManyTaken | null>(null);
  const stopped = useRef(false);

  const linkTo = async (): Promise<void> => {
    // What was said about the screenshot of a page is true of the page.
    for (const key of about) {
      const link = key.startsWith("link:") ? state.links.get(key.slice("link:".length)) : undefined;
      const missing = link === undefined || role !== "content" ? [] : pictures.filter((id) => !link.pictures.includes(id));
      if (link !== undefined && missing.length > 0)
        await app.act({ do: "set-link-pictures", link: link.id, pictures: [...link.pictures, ...missing] });
    }
  };
  const open = (evidence: string): void => go("picture", { evidence, new: "yes" }, "replace");
  const keep = async (): Promise<void> => {
    if (by === null) return;
    stopped.current = false;
    const claims: FileClaims = { role, about, pictures, capturedAt: instantOf(when), capturedFrom: from, capturedBy: by, came };
    let course: Course = [];
    const done = await takeMany(app, files, claims, (bytes, total) => {
      course = withSample(course, { done: bytes, ms: msOf(app.now()) });
      setProgress({ done: bytes, total: Math.max(1, total), left: leftWords(msLeft(course, total)) });
      return !stopped.current;
    });
    setProgress(null);
    const [first] = done.taken;
    if (first !== undefined) await linkTo();
    const isPlain = done.failed.length === 0 && done.left === 0 && done.taken.every(({ how }) => how === "kept");
    const [only] = done.failed;
    if (first !== undefined && onKept !== undefined && done.failed.length === 0 && done.left === 0) onKept(done);
    else if (first !== undefined && isPlain) open(first.evidence);
    else if (files.length === 1 && only !== undefined) app.say({ tone: "problem", key: errorKey(only.error) });
    else setEnded(done);
  };
  if (ended !== null) return <ManyDone ended={ended} crumb={crumb} onOpen={open} onBack={onBack} />;
  return (
    <Page heading={t("picture.details", { n: files.length })} crumb={crumb}>
      <Rows label={t("picture.files")}>
        {files.map((file, i) => (
          <Row key={i} title={<LinkText text={file.name} short />} detail={sizeWords(tag, file.size)} />
        ))}
      </Rows>
      <Field kind="when" label={t("picture.when")} hint={t("picture.when-hint")} value={when} onValue={setWhen} />
      <Choice
        legend={t("intake.how-known")}
        options={sources.map((value) => ({ value, label: t(`intake.from-${value}`) }))}
        value={from}
        onChange={setFrom}
      />
      <Choice
        as="line"
        legend={t("picture.by")}
        options={takers.map((value) => ({ value, label: t(`picture.by-${value}`) }))}
        value={by}
        onChange={setBy}
      />
      {progress === null ? (
        <Button disabled={by === null || mediaVerdict(state, pictures, about) !== "adult"} onClick={() => void keep()}>
          {t("picture.keep")}
        </Button>
      ) : (
        <ProgressBar
          label={t("picture.keeping")}
          done={progress.done}
          total={progress.total}
          {...(progress.left === null ? {} : { left: t(progress.left.key, { n: progress.left.n }) })}
          onStop={() => {
            stopped.current = true;
          }}
        />
      )}
      <Actions>
        <Button kind="link" busy={progress !== null} onClick={onBack}>
          {t("picture.other-file")}
        </Button>
      </Actions>
    </Page>
  );
};
