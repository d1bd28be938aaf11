import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { kindOf, viewedIn } from "../../app/viewing.ts";
import type { Evidence } from "../../case/state.ts";
import { Aside } from "./box.tsx";
import { useApp, useCase, useT } from "./context.tsx";
import { PagesFile } from "./pages-file.tsx";
import { Player } from "./player.tsx";
import { TextFile } from "./text-file.tsx";

/** A kept file that is no picture, behind its cover; or that it is only kept. Drawn only where it may be shown. */
export const KeptFile = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const app = useApp();
  const { caseId } = useCase();
  const file = useMemo(() => viewedIn(app, caseId, item), [app, caseId, item.id]);
  const label = t(`picture.role-${item.role}`);
  switch (kindOf(item.type)) {
    case "film":
    case "sound":
      return <Player key={item.id} kind={item.type.startsWith("video/") ? "film" : "sound"} file={file} item={item} label={label} />;
    case "words":
      return <TextFile key={item.id} file={file} label={label} />;
    case "pages":
      return <PagesFile key={item.id} file={file} item={item} label={label} />;
    case "other":
      return <Aside>{t("picture.is-file")}</Aside>;
  }
};
