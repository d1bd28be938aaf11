import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { SubjectKey } from "../../case/events.ts";
import { helplines } from "../../content/helplines/index.ts";
import { Aside, Section } from "../parts/box.tsx";
import { Button } from "../parts/button.tsx";
import { useApp, useCase, useGo, useT } from "../parts/context.tsx";
import { Field } from "../parts/field.tsx";
import { HelplineCard, servesCountry } from "../parts/helpline.tsx";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";

/** The directory of hotlines all over the world; it names one where we know none. */
const everywhere = "eu-inhope";
/** Hotlines that take links of pictures of somebody under 18 and can act on them, in this order; counsellors are listed apart. */
const takesLinks: readonly string[] = [
  "us-ncmec-cybertipline",
  "ca-cybertip",
  "ie-hotline",
  "au-esafety",
  "nl-helpwanted",
  "nz-netsafe",
  "fr-3018",
  "jp-safeline",
  everywhere,
];

/** The way for pictures of somebody under 18, or of unknown age: links go to a hotline, and nobody is sent back to the page. */
export const Hotline = ({ covers }: { readonly covers: readonly SubjectKey[] }): VNode => {
  const t = useT();
  const go = useGo();
  const app = useApp();
  const { state } = useCase();
  const [name, setName] = useState("");
  const [reference, setReference] = useState("");
  const country = state.facts.country ?? "";
  const takers = takesLinks
    .flatMap((id) => helplines.find((line) => line.id === id) ?? [])
    .filter((line) => line.id === everywhere || servesCountry(line, country));
  const talkers = helplines.filter((line) => line.kind === "child" && !takesLinks.includes(line.id) && servesCountry(line, country));
  const texts = covers.flatMap((key) => {
    const id = key.slice(key.indexOf(":") + 1);
    const profile = state.profiles.get(id);
    return (
      state.links.get(id)?.text ??
      state.places.get(id)?.name ??
      (profile === undefined ? [] : profile.text === "" ? profile.handle : profile.text)
    );
  });
  const copy = async (): Promise<void> => {
    const done = await app.device.copy(texts.join("\n"));
    app.say({ tone: done ? "info" : "problem", key: done ? "common.copied" : "common.copy-failed" });
  };
  const keep = async (): Promise<void> => {
    const report = app.newId();
    const kept = await app.act({
      do: "send-report",
      report,
      covers,
      route: "hotline",
      site: name.trim() === "" ? t("report.route-hotline") : name.trim(),
      platform: null,
      notice: null,
      text: texts.join("\n"),
      missing: [],
      sentAt: app.now(),
      reference: reference.trim(),
      exposure: "",
      deadline: null,
      follows: null,
      by: "person",
    });
    if (kept) go("follow-report", { report }, "replace");
  };
  return (
    <Page heading={t("report.hotline")} lead={t("report.hotline-lead")}>
      <Aside tone="amber">
        <p>{t("report.hotline-leave")}</p>
      </Aside>
      {takers.length > 1 ? null : <p>{t("report.hotline-unknown")}</p>}
      {takers.map((line) => (
        <HelplineCard key={line.id} line={line} />
      ))}
      <Section title={t("report.hotline-links")}>
        <ul class="card bullets">
          {texts.map((text) => (
            <li key={text}>
              <LinkText text={text} />
            </li>
          ))}
        </ul>
        <Button kind="side" onClick={() => void copy()}>
          {t("report.copy-text")}
        </Button>
      </Section>
      {talkers.length === 0 ? null : (
        <Section title={t("report.hotline-talk")}>
          {talkers.map((line) => (
            <HelplineCard key={line.id} line={line} />
          ))}
        </Section>
      )}
      <Field label={t("report.hotline-name")} value={name} onValue={setName} />
      <Field label={t("report.ticket")} hint={t("report.ticket-hint")} value={reference} onValue={setReference} />
      <Button disabled={texts.length === 0} onClick={() => void keep()}>
        {t("report.sent-it")}
      </Button>
    </Page>
  );
};
