import type { VNode } from "preact";
import type { LinkView } from "../../app/links-view.ts";
import { Pill } from "../parts/box.tsx";
import { useT, useTag } from "../parts/context.tsx";
import { timeWords } from "../parts/dates.ts";
import { useNow } from "../parts/when.tsx";

/** Where a link stands, in words on a tint. */
export const LinkPills = ({ view }: { readonly view: LinkView }): VNode => {
  const t = useT();
  const tag = useTag();
  const now = useNow();
  const { stage, capture, dueAt } = view;
  const captured =
    capture === "done" ? (
      <Pill tone="green">{t("link.captured")}</Pill>
    ) : capture === "noted" ? (
      <Pill tone="green">{t("link.noted")}</Pill>
    ) : null;
  switch (stage) {
    case "set-aside":
      return <Pill>{t("link.set-aside")}</Pill>;
    case "gone":
      return <Pill tone="green">{t("link.gone-twice")}</Pill>;
    case "gone-once":
      return <Pill tone="amber">{t("link.gone-once")}</Pill>;
    case "reported":
      return (
        <>
          {captured}
          <Pill tone="teal">{dueAt === null ? t("link.reported") : t("link.reported-check", { date: timeWords(tag, dueAt, now) })}</Pill>
        </>
      );
    case "captured":
      return (
        <>
          {captured}
          <Pill tone="amber">{t("link.to-report")}</Pill>
        </>
      );
    case "capture-skipped":
      return <Pill tone="amber">{t("link.to-report")}</Pill>;
    case "new":
      if (capture === "age-first") return <Pill tone="amber">{t("link.age-first")}</Pill>;
      return <Pill tone="amber">{t(view.link.evidence.length > 0 ? "link.listing-missing" : "link.to-capture")}</Pill>;
  }
};
