import type { VNode } from "preact";
import type { ReadAs, ReadLine, ReadPart } from "../../app/paste.ts";
import { Pill, type Tone } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";
import { LinkText } from "../parts/text.tsx";

const tones: Readonly<Record<ReadAs, Tone>> = {
  link: "teal",
  again: "plain",
  known: "plain",
  "account-name": "plain",
  unusable: "amber",
  text: "plain",
};

/** A very long text is shown by its start; it is kept whole. */
const SHOWN = 240;
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const textOf = ({ line }: ReadPart): string => (line.as === "link" ? line.body.text : line.body.value);

/** The host as its registrar knows it, where the address as written shows another. */
const realHost = ({ line }: ReadPart): string | null =>
  line.as === "link" && !line.body.text.toLowerCase().includes(line.body.host) ? line.body.host : null;

/** One line of a paste: what it says, and what it was understood as. */
export const ReadLineRow = ({ line }: { readonly line: ReadLine }): VNode => {
  const t = useT();
  if (line.parts.length === 0) return <p class="row-inside quiet small">{t("link.line-empty", { n: line.number })}</p>;
  return (
    <div class="row-inside">
      <span class="row-text">
        <span class="row-detail">{t("link.line", { n: line.number })}</span>
        {line.parts.map((part, i) => {
          const host = realHost(part);
          return (
            <span key={i} class="row-text">
              <span class="row-title">
                <LinkText text={cut(textOf(part))} />
              </span>
              <span class="row-pills">
                <Pill tone={tones[part.as]}>
                  {part.sameAs === null || part.as !== "again" ? t(`link.as-${part.as}`) : t("link.as-again", { line: part.sameAs })}
                </Pill>
              </span>
              {host === null ? null : <span class="row-detail">{t("link.goes-to", { host })}</span>}
              {part.resembles === null ? null : <span class="row-detail looks-like">{t("link.looks-like", { host: part.resembles })}</span>}
            </span>
          );
        })}
      </span>
    </div>
  );
};
