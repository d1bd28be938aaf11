import type { VNode } from "preact";
import { hasOpenQuestions, shouldRetake } from "../../app/evidence-view.ts";
import type { Evidence } from "../../case/state.ts";
import { Pill, Row, Rows } from "../parts/box.tsx";
import { useGo, useT, useTag } from "../parts/context.tsx";
import { sizeWords, timeWords } from "../parts/dates.ts";
import { LinkText } from "../parts/text.tsx";
import { useNow } from "../parts/when.tsx";

/** A kept file in a list: never its content, only what it is. */
export const EvidenceRow = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const now = useNow();
  return (
    <Row
      title={t(`picture.role-${item.role}`)}
      detail={
        <>
          <LinkText text={item.name} short /> · {sizeWords(tag, item.size)} ·{" "}
          {item.capturedAt === null ? timeWords(tag, item.at, now, item.offset) : timeWords(tag, item.capturedAt, now)}
        </>
      }
      {...(hasOpenQuestions(item)
        ? { pills: <Pill tone="amber">{t("picture.questions-open")}</Pill> }
        : shouldRetake(item)
          ? { pills: <Pill tone="amber">{t("picture.no-address")}</Pill> }
          : {})}
      onClick={() => go("picture", { evidence: item.id })}
    />
  );
};

export const EvidenceRows = ({ items, label }: { readonly items: readonly Evidence[]; readonly label: string }): VNode => (
  <Rows label={label}>
    {items.map((item) => (
      <EvidenceRow key={item.id} item={item} />
    ))}
  </Rows>
);
