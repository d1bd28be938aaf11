import type { VNode } from "preact";
import type { Helpline } from "../../content/types.ts";
import { Card } from "./box.tsx";
import { useT } from "./context.tsx";
import { isInUnion } from "./countries.ts";
import { SourceNote } from "./source.tsx";
import { LinkText } from "./text.tsx";

/** Whether a line serves this country (ISO 3166-1 alpha-2, "" for not known); international ones serve all. */
export const servesCountry = (line: Helpline, country: string): boolean =>
  line.country === "INT" || (country !== "" && (line.country === country || (line.country === "EU" && isInUnion(country))));

/** `tel:` takes digits, `+`, `*` and `#`; a phone field that holds words as well is shown as text only. */
const dialable = (phone: string): string | null => {
  const digits = phone.replaceAll(/[\s().-]/gu, "");
  return /^[+*#\d]{2,20}$/u.test(digits) ? digits : null;
};

/** One line to call: who it is for, when, and when that was last checked. Nothing is sent; a call is made by the phone. */
export const HelplineCard = ({ line }: { readonly line: Helpline }): VNode => {
  const t = useT();
  const number = line.phone === null ? null : dialable(line.phone);
  return (
    <Card>
      <h3 class="small-head">
        <span lang="en">{line.name}</span>
      </h3>
      {line.phone === null ? null : number === null ? (
        <p>
          <bdi lang="en">{line.phone}</bdi>
        </p>
      ) : (
        <a class="button main call" href={`tel:${number}`} rel="noreferrer">
          {t("help.call", { number: line.phone })}
        </a>
      )}
      <p class="quiet sentence">
        <span lang="en">{line.plain ?? line.for}</span>
      </p>
      {line.hours === null ? null : <p class="quiet small">{t("help.hours", { hours: line.hours })}</p>}
      {line.url === null ? null : (
        <p class="small">
          {t("help.site")}: <LinkText text={line.url} />
        </p>
      )}
      <SourceNote source={line.source} note={line.note} />
    </Card>
  );
};
