import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ManyTaken } from "../../app/intake-many.ts";
import { takePacked, type Packed, type PackedFile } from "../../app/packed-files.ts";
import { isShared, type Incoming } from "../../app/shared.ts";
import type { EvidenceRole } from "../../case/events.ts";
import { AgeGate } from "../capture/age-gate.tsx";
import { Details } from "../capture/details.tsx";
import { Pill } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";

/** Rows at first, and with each tap on "more": a chat may have thousands. */
const STEP = 40;

const role: EvidenceRole = "chat";

interface OneProps {
  readonly packed: Packed;
  readonly file: PackedFile;
  readonly message: string;
  readonly onKept: (ended: ManyTaken) => void;
  readonly onBack: () => void;
}

/** Unpacked only once it may come in; then the same questions as for any file. */
const Unpacked = ({ packed, file, message, pictures, onKept, onBack }: OneProps & { readonly pictures: readonly string[] }): VNode => {
  const t = useT();
  const app = useApp();
  const [taken, setTaken] = useState<Incoming | null>(null);
  useEffect(() => {
    let left = false;
    void takePacked(app, packed.zip, file).then((part) => {
      if (left) return;
      if (part.ok) setTaken(part.value);
      else {
        onBack();
        app.tell(part);
      }
    });
    return () => {
      left = true;
    };
  }, []);
  if (taken === null) return <Page heading={t("picture.details", { n: 1 })} crumb={t("messages.heading")} lead={t("common.working")} />;
  return (
    <Details
      files={[taken]}
      came={isShared(taken) ? "share" : "import"}
      role={role}
      about={[`message:${message}`]}
      pictures={pictures}
      crumb={t("messages.heading")}
      onBack={onBack}
      onKept={onKept}
    />
  );
};

const One = (props: OneProps): VNode => {
  const t = useT();
  return (
    <AgeGate chosen={[]} about={[`message:${props.message}`]} crumb={t("messages.heading")} onRefused={props.onBack}>
      {(pictures) => <Unpacked {...props} pictures={pictures} />}
    </AgeGate>
  );
};

type Choice = "kept" | "left";

const PackedRow = ({
  file,
  choice,
  onKeep,
  onLeave,
}: {
  readonly file: PackedFile;
  readonly choice: Choice | undefined;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}): VNode => {
  const t = useT();
  const tag = useTag();
  return (
    <li class="row packed-row">
      <span class="row-text">
        <span class="row-title">
          <LinkText text={file.name} short />
        </span>
        <span class="row-detail">{sizeWords(tag, file.size)}</span>
      </span>
      {choice === undefined ? (
        <span class="packed-choice">
          <Button kind="side" label={`${t("messages.packed-keep")}: ${file.name}`} onClick={onKeep}>
            {t("messages.packed-keep")}
          </Button>
          <Button kind="link" label={`${t("messages.packed-leave")}: ${file.name}`} onClick={onLeave}>
            {t("messages.packed-leave")}
          </Button>
        </span>
      ) : (
        <Pill tone={choice === "kept" ? "green" : "plain"}>{t(`messages.packed-${choice}`)}</Pill>
      )}
    </li>
  );
};

/** What lies in a chat's zip beside its text: each is kept, or left, by itself. Nothing of it is kept unless the person says so. */
export const PackedFiles = ({
  packed,
  message,
  onDone,
}: {
  readonly packed: Packed;
  readonly message: string;
  /** `isAll`: each was kept or left. */ readonly onDone: (isAll: boolean) => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [open, setOpen] = useState<PackedFile | null>(null);
  const [shown, setShown] = useState(STEP);
  const mark = (file: PackedFile, choice: Choice): void => setChoices(new Map([...choices, [file.index, choice]]));
  if (open !== null)
    return (
      <One
        key={open.index}
        packed={packed}
        file={open}
        message={message}
        onBack={() => setOpen(null)}
        onKept={({ taken }) => {
          mark(open, "kept");
          setOpen(null);
          const how = taken[0]?.how ?? "there";
          app.say(how === "kept" ? { tone: "done", key: "messages.kept" } : { tone: "info", key: `intake.${how}`, params: { n: 1 } });
        }}
      />
    );
  return (
    <Page heading={t("messages.packed-heading")} lead={t("messages.packed-lead", { n: packed.files.length })} crumb={t("messages.heading")}>
      <ul class="rows" aria-label={t("messages.packed-heading")}>
        {packed.files.slice(0, shown).map((file) => (
          <PackedRow
            key={file.index}
            file={file}
            choice={choices.get(file.index)}
            onKeep={() => setOpen(file)}
            onLeave={() => mark(file, "left")}
          />
        ))}
      </ul>
      {packed.files.length <= shown ? null : (
        <Actions>
          <Button kind="link" onClick={() => setShown(shown + STEP)}>
            {t("common.more", { n: packed.files.length - shown })}
          </Button>
        </Actions>
      )}
      <p class="quiet small">{t(isShared(packed.zip) ? "messages.packed-rest-shared" : "messages.packed-rest")}</p>
      <Button onClick={() => onDone(packed.files.every(({ index }) => choices.has(index)))}>{t("common.done")}</Button>
    </Page>
  );
};
