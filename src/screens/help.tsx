import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { helplines } from "../content/helplines/index.ts";
import type { UiKey } from "../content/locales/index.ts";
import type { Helpline } from "../content/types.ts";
import { Aside, Section } from "./parts/box.tsx";
import { Select } from "./parts/choice.tsx";
import { useAppState, useT, useTag } from "./parts/context.tsx";
import { countryOptions } from "./parts/countries.ts";
import { Page } from "./parts/page.tsx";
import { HelplineCard, servesCountry } from "./parts/helpline.tsx";

type Kind = Helpline["kind"];

/** In the order of urgency; regulators and the like stand with the reports they belong to. */
const groups: readonly { readonly kind: Kind; readonly title: UiKey }[] = [
  { kind: "emergency", title: "help.emergency" },
  { kind: "crisis", title: "help.crisis" },
  { kind: "abuse", title: "help.abuse" },
  { kind: "child", title: "help.child" },
  { kind: "image", title: "help.image" },
  { kind: "fraud", title: "help.fraud" },
  { kind: "legal", title: "help.legal" },
  { kind: "police", title: "help.police" },
  { kind: "regulator", title: "help.other" },
  { kind: "other", title: "help.other" },
  { kind: "finder", title: "help.finder" },
];

/** Lines for the person's country, most urgent first, each with when it was last checked. Nothing is sent; a call is made by the phone. */
export const Help = (): VNode => {
  const t = useT();
  const tag = useTag();
  const known = useAppState((s) => (s.view.at === "unlocked" ? (s.view.state.facts.country ?? "") : ""));
  const [country, setCountry] = useState(known);
  const lines = helplines.filter((line) => servesCountry(line, country));
  const hasOwn = lines.some((line) => line.country !== "INT");
  return (
    <Page heading={t("help.heading")}>
      <p class="first-words">{t("help.first")}</p>
      <Select
        label={t("help.country")}
        options={[{ value: "", label: t("help.country-none") }, ...countryOptions(tag)]}
        value={country}
        onChange={setCountry}
      />
      {country !== "" && !hasOwn ? <p>{t("help.none")}</p> : null}
      <p class="quiet small">
        {t("help.dated")} {t("help.call-note")}
      </p>
      {lines.some(({ kind }) => kind === "emergency") ? null : (
        <Aside title={t("help.emergency")}>
          <p>{t("help.emergency-any")}</p>
        </Aside>
      )}
      {groups.map(({ kind, title }) => {
        const some = lines.filter((line) => line.kind === kind);
        return some.length === 0 ? null : (
          <Section key={kind} title={t(title)}>
            {some.map((line) => (
              <HelplineCard key={line.id} line={line} />
            ))}
          </Section>
        );
      })}
    </Page>
  );
};
