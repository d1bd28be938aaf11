import type { VNode } from "preact";
import { sharedFile, type SharedFile } from "../../app/shared.ts";
import { Button } from "../parts/button.tsx";
import { useT } from "../parts/context.tsx";
import { useInbox } from "../parts/inbox-state.ts";

/** In the place of a file chooser: the items that were chosen in the inbox. */
export const UseShared = ({ ids, onFiles }: { readonly ids: string; readonly onFiles: (files: readonly SharedFile[]) => void }): VNode => {
  const t = useT();
  const [inbox] = useInbox();
  const wanted = new Set(ids.split(" "));
  const items = (inbox?.items ?? []).filter(({ item, notKept }) => wanted.has(item) && notKept === null);
  if (inbox !== null && items.length === 0) return <p role="status">{t("inbox.use-gone")}</p>;
  return (
    <Button disabled={inbox === null} onClick={() => onFiles(items.map(sharedFile))}>
      {t("inbox.use", { n: items.length })}
    </Button>
  );
};
