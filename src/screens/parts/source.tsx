import type { VNode } from "preact";
import type { Source } from "../../workflow/types.ts";
import { useT, useTag } from "./context.tsx";

/** A source's date as people read it: a day, a month or a year, as far as it is known. */
const dateWords = (tag: string, date: string): string => {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  };
  return new Intl.DateTimeFormat(tag, options).format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? "1")));
};

/** Where a fact was read, when, and how far it is trusted. Facts rot, so this is never hidden; the text of the source opens on tap. */
export const SourceNote = ({ source, note = null }: { readonly source: Source; readonly note?: string | null }): VNode => {
  const t = useT();
  const tag = useTag();
  const dated = source.date === null ? t("common.source-undated") : t("common.source-date", { date: dateWords(tag, source.date) });
  return (
    <details class="source quiet small">
      <summary>
        {dated} {t(`common.confidence-${source.confidence}`)}
      </summary>
      <bdi class="user-text" lang="en" translate={false}>
        {source.text}
      </bdi>
      {note === null ? null : <p lang="en">{note}</p>}
    </details>
  );
};
