import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { mediaVerdict } from "../../app/intake.ts";
import type { ReadMessage } from "../../app/messages-read.ts";
import { readSharedMessage } from "../../app/shared-message.ts";
import { dropSharedItem } from "../../app/shared.ts";
import type { SubjectKey } from "../../case/events.ts";
import { useApp, useGo, useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { ReviewAll } from "./read-and-keep.tsx";

/**
 * A text, a mail or the zip of a chat that waits in the inbox. It goes from there once all that it holds has been kept or left, and not before; what holds
 * no message goes on as a file.
 */
export const SharedMessage = ({ item, about }: { readonly item: string; readonly about: readonly SubjectKey[] }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [read, setRead] = useState<ReadMessage | null>(null);
  const asFile = (): void => go("capture", { shared: item }, "replace");
  const toInbox = (): void => go("inbox", {}, "replace");
  useEffect(() => {
    let left = false;
    void readSharedMessage(app, item, about).then((result) => {
      if (left) return;
      if (result.ok) setRead(result.value);
      else if (result.error.code === "message-unreadable") {
        asFile();
        app.say({ tone: "info", key: "inbox.no-message" });
      } else {
        toInbox();
        app.tell(result);
      }
    });
    return () => {
      left = true;
    };
  }, []);
  if (read === null) return <Page heading={t("messages.review-heading")} lead={t("messages.reading")} crumb={t("messages.heading")} />;
  return (
    <ReviewAll
      read={read}
      about={about}
      onBack={toInbox}
      onFile={asFile}
      onDone={(message, isAll) => {
        // An age may have changed while its files were asked about.
        const { view } = app.state();
        const isOpen = read.media === null || (view.at === "unlocked" && mediaVerdict(view.state, [], []) === "adult");
        if (isAll && !read.waits && isOpen) void dropSharedItem(app, item);
        go("message", { message }, "replace");
      }}
    />
  );
};
