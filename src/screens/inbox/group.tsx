import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { isSharedMail, sharedKind } from "../../app/shared.ts";
import type { InboxState, SharedItem } from "../../app/types.ts";
import type { UiKey } from "../../content/locales/index.ts";
import { instantFromMs } from "../../lib/time.ts";
import { Row, Rows } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useGo, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { When } from "../parts/when.tsx";

/** By what the other app said it is: nothing was opened. */
const kindKey = (item: SharedItem): UiKey => {
  const { words, type } = item;
  if (words) return "inbox.kind-words";
  if (sharedKind(item) === "zip") return "inbox.kind-zip";
  if (type.startsWith("image/")) return "inbox.kind-picture";
  if (type.startsWith("video/")) return "inbox.kind-video";
  if (type.startsWith("audio/")) return "inbox.kind-sound";
  if (type === "application/pdf") return "inbox.kind-pdf";
  if (isSharedMail(item)) return "inbox.kind-mail";
  return type === "text/plain" ? "inbox.kind-text" : "inbox.kind-other";
};

const ItemRow = ({ item, onChange }: { readonly item: SharedItem; readonly onChange: (state: InboxState) => void }): VNode => {
  const t = useT();
  const tag = useTag();
  const app = useApp();
  const go = useGo();
  const kind = t(kindKey(item));
  if (item.notKept === "lost") return <Row title={t("inbox.lost")} detail={t("inbox.why-lost")} />;
  if (item.notKept !== null) return <Row title={t("inbox.not-kept", { kind })} detail={t(`inbox.why-${item.notKept}`)} />;
  const size = sizeWords(tag, item.size);
  /** Words go to what is typed under "Add links", and are then kept there. */
  const toLinks = async (): Promise<void> => {
    const vault = await app.vault();
    const read = await vault.readShared(item.item);
    if (!app.tell(read)) return;
    const before = app.draft("add-links");
    const words = new TextDecoder().decode(read.value);
    app.keepDraft("add-links", before === "" ? words : `${before}\n${words}`);
    await app.flushDrafts();
    const dropped = await vault.dropShared([item.item]);
    if (app.tell(dropped)) onChange(dropped.value);
    go("add-links");
  };
  const to = sharedKind(item);
  if (to === "file") return <Row title={kind} detail={size} />;
  return <Row title={kind} detail={size} onClick={() => (to === "words" ? void toLinks() : go("add-message", { shared: item.item }))} />;
};

/** What came together: its files are filed together, a text or a mail by itself. */
export const SharedGroup = ({
  items,
  onChange,
}: {
  readonly items: readonly SharedItem[];
  readonly onChange: (state: InboxState) => void;
}): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const files = items.filter((item) => item.notKept === null && sharedKind(item) === "file");
  const throwAway = async (): Promise<void> => {
    setBusy(true);
    const dropped = await (await app.vault()).dropShared(items.map(({ item }) => item));
    setBusy(false);
    if (!app.tell(dropped)) return;
    onChange(dropped.value);
    app.say({ tone: "done", key: "inbox.thrown" });
  };
  return (
    <section class="section">
      <When at={instantFromMs(items[0]?.at ?? 0)} />
      <Rows>
        {items.map((item) => (
          <ItemRow key={item.item} item={item} onChange={onChange} />
        ))}
      </Rows>
      {files.length === 0 ? null : (
        <Button kind="side" onClick={() => go("capture", { shared: files.map(({ item }) => item).join(" ") })}>
          {t("inbox.file-these", { n: files.length })}
        </Button>
      )}
      <Actions>
        {sure ? (
          <Button kind="danger" busy={busy} onClick={() => void throwAway()}>
            {t("inbox.throw-sure", { n: items.length })}
          </Button>
        ) : (
          <Button kind="link" onClick={() => setSure(true)}>
            {t("inbox.throw")}
          </Button>
        )}
      </Actions>
    </section>
  );
};
