import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { readMessageFile, type ReadMessage } from "../../app/messages-read.ts";
import type { SubjectKey } from "../../case/events.ts";
import { useApp, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import "../style/messages.css";
import { PackedFiles } from "./packed.tsx";
import { Review } from "./review.tsx";

/** What was read, to be looked at once; then what came packed with it. `onKept`: of the message, before its files are asked about. */
export const ReviewAll = ({
  read,
  about,
  onBack,
  onKept,
  onDone,
  onFile,
}: {
  readonly read: ReadMessage;
  readonly about: readonly SubjectKey[];
  readonly onBack: () => void;
  readonly onKept?: () => void;
  /** `isAll`: nothing of what came with it is still to be decided. */
  readonly onDone: (message: string, isAll: boolean) => void;
  /** To keep the zip of a chat as it is instead, where it waits in the inbox. */ readonly onFile?: () => void;
}): VNode => {
  const [kept, setKept] = useState<string | null>(null);
  const { media } = read;
  if (kept !== null && media !== null) return <PackedFiles packed={media} message={kept} onDone={(isAll) => onDone(kept, isAll)} />;
  return (
    <Review
      read={read}
      about={about}
      onBack={onBack}
      {...(onFile === undefined ? {} : { back: "common.back" as const, ...(read.packed > 0 ? { onFile } : {}) })}
      onKept={(message) => {
        onKept?.();
        if (media === null) onDone(message, true);
        else setKept(message);
      }}
    />
  );
};

/** The same for a file that was chosen elsewhere: it is read first. */
export const ReadAndKeep = ({
  file,
  about,
  onBack,
  onDone,
}: {
  readonly file: File;
  readonly about: readonly SubjectKey[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  const [read, setRead] = useState<ReadMessage | null>(null);
  useEffect(() => {
    let left = false;
    void readMessageFile(app, file, about).then((result) => {
      if (left) return;
      if (result.ok) setRead(result.value);
      else {
        onBack();
        app.tell(result);
      }
    });
    return () => {
      left = true;
    };
  }, [file]);
  if (read === null) return <Page heading={t("messages.review-heading")} lead={t("messages.reading")} crumb={t("messages.heading")} />;
  return <ReviewAll read={read} about={about} onBack={onBack} onDone={onDone} />;
};
