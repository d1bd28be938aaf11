import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Sorted } from "../../app/sort-files.ts";
import type { SubjectKey } from "../../case/events.ts";
import { ReadAndKeep } from "../messages/read-and-keep.tsx";
import { Pill } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";

type Message = Sorted["messages"][number];

/**
 * Mails and chats among files that were chosen: each can be kept as a message, which can be read here and is looked over for warning signs, or as a
 * file like the others.
 */
export const SortedFiles = ({
  sorted,
  about,
  crumb,
  onFiles,
  onBack,
}: {
  readonly sorted: Sorted;
  readonly about: readonly SubjectKey[];
  readonly crumb: string;
  /** The rest, and those that are to be kept as files. */ readonly onFiles: (files: Sorted["files"]) => void;
  readonly onBack: () => void;
}): VNode => {
  const t = useT();
  const tag = useTag();
  const [kept, setKept] = useState<readonly Message[]>([]);
  const [asFiles, setAsFiles] = useState<readonly Message[]>([]);
  const [open, setOpen] = useState<Message | null>(null);
  if (open !== null)
    return (
      <ReadAndKeep
        file={open.file}
        about={about}
        onBack={() => setOpen(null)}
        onDone={() => {
          setKept([...kept, open]);
          setOpen(null);
        }}
      />
    );
  const waits = sorted.messages.some((one) => !kept.includes(one) && !asFiles.includes(one));
  const files = [...sorted.files, ...asFiles.map(({ file }) => file)];
  return (
    <Page heading={t("intake.fits-messages", { n: sorted.messages.length })} lead={t("intake.fits-lead")} crumb={crumb}>
      <ul class="rows" aria-label={t("intake.fits-messages", { n: sorted.messages.length })}>
        {sorted.messages.map((one, i) => (
          <li key={i} class="row packed-row">
            <span class="row-text">
              <span class="row-title">
                <LinkText text={one.file.name} short />
              </span>
              <span class="row-detail">
                {t(`intake.kind-${one.kind}`)} · {sizeWords(tag, one.file.size)}
              </span>
            </span>
            {kept.includes(one) || asFiles.includes(one) ? (
              <Pill tone={kept.includes(one) ? "green" : "plain"}>
                {t(kept.includes(one) ? "intake.as-message-done" : "intake.as-file-done")}
              </Pill>
            ) : (
              <span class="packed-choice">
                <Button kind="side" label={`${t("intake.as-message")}: ${one.file.name}`} onClick={() => setOpen(one)}>
                  {t("intake.as-message")}
                </Button>
                <Button kind="link" label={`${t("intake.as-file")}: ${one.file.name}`} onClick={() => setAsFiles([...asFiles, one])}>
                  {t("intake.as-file")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {files.length === 0 ? (
        <Button disabled={waits} onClick={onBack}>
          {t("common.done")}
        </Button>
      ) : (
        <Button disabled={waits} onClick={() => onFiles(files)}>
          {t("intake.go-on-files", { n: files.length })}
        </Button>
      )}
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("picture.other-file")}
        </Button>
      </Actions>
    </Page>
  );
};
