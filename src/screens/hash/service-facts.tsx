import type { VNode } from "preact";
import type { HashService } from "../../content/types.ts";
import { Card } from "../parts/box.tsx";
import { useT } from "../parts/context.tsx";
import { KnownAddress } from "../parts/known-address.tsx";
import { SourceNote } from "../parts/source.tsx";

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): VNode | null =>
  lines.length === 0 ? null : (
    <>
      <h3 class="small-head">{title}</h3>
      <ul class="bullets" lang="en">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );

/** What the directory says about a service: whom it is for and not for, how it works, what it cannot do, and when that was read. */
export const ServiceFacts = ({ service }: { readonly service: HashService }): VNode => {
  const t = useT();
  const { plain } = service;
  return (
    <Card>
      <h2 class="large-head" lang="en">
        {service.name}
      </h2>
      <p>
        <span class="quiet small">{t("hash.for")}: </span>
        <span lang="en">{plain.for}</span>
      </p>
      {plain.notFor === null ? null : (
        <p>
          <span class="quiet small">{t("hash.not-for")}: </span>
          <strong lang="en">{plain.notFor}</strong>
        </p>
      )}
      <p class="quiet small">
        {t("hash.operator")}: <span lang="en">{service.operator}</span>
      </p>
      <Lines title={t("hash.how")} lines={plain.how} />
      <Lines title={t("hash.limits")} lines={plain.limits} />
      {plain.confusion === null ? null : (
        <p class="small" lang="en">
          {plain.confusion}
        </p>
      )}
      {service.participants.length === 0 ? null : (
        <details class="source">
          <summary>{t("hash.sites")}</summary>
          <p lang="en">{service.participants.join(", ")}</p>
          {plain.sites === null ? null : (
            <p class="quiet small" lang="en">
              {plain.sites}
            </p>
          )}
          <p class="quiet small">{t("hash.sites-hint")}</p>
        </details>
      )}
      <h3 class="small-head">{t("hash.address")}</h3>
      <KnownAddress address={service.createCaseUrl ?? service.url} label={t("hash.open")} />
      <SourceNote source={service.source} />
    </Card>
  );
};
