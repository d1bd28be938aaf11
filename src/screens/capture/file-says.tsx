import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { showingOf } from "../../app/evidence-view.ts";
import type { Fact, Told } from "../../app/types.ts";
import type { Evidence } from "../../case/state.ts";
import type { UiKey } from "../../content/locales/index.ts";
import { Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { useApp, useCase, useT } from "../parts/context.tsx";
import { LinkText, UserText } from "../parts/text.tsx";

const has = {
  "picture-inside": "metadata.has-picture-inside",
  "video-inside": "metadata.has-video-inside",
  history: "metadata.has-history",
  "maker-notes": "metadata.has-maker-notes",
  other: "metadata.has-other",
} as const satisfies Readonly<Record<string, UiKey>>;
const hasWord = (what: string): UiKey => Object.entries(has).find(([name]) => name === what)?.[1] ?? "metadata.has-other";

const FactValue = ({ fact }: { readonly fact: Fact }): VNode => {
  const t = useT();
  if (fact.what === "place")
    return (
      <>
        <LinkText text={`${fact.latitude.toFixed(5)}, ${fact.longitude.toFixed(5)}`} />
        <p class="quiet small">{t("metadata.place-means")}</p>
      </>
    );
  return fact.value === "" ? <>{t(hasWord(fact.what))}</> : <UserText text={fact.value} />;
};

/** Facts under one label each: a file may name several people. */
const Facts = ({ facts }: { readonly facts: readonly Fact[] }): VNode => {
  const t = useT();
  const kinds = [...new Set(facts.map(({ what }) => what))];
  return (
    <dl class="facts">
      {kinds.map((what) => (
        <>
          <dt key={what}>{t(`metadata.fact-${what}`)}</dt>
          {facts.flatMap((fact, i) =>
            fact.what === what
              ? [
                  <dd key={`${what} ${String(i)}`}>
                    <FactValue fact={fact} />
                  </dd>,
                ]
              : [],
          )}
        </>
      ))}
    </dl>
  );
};

/** What was found, and what becomes of it when the file is shared. */
const Answer = ({ told: { facts, isRead, copy } }: { readonly told: Told }): VNode => {
  const t = useT();
  return (
    <>
      {facts.length > 0 ? (
        <>
          <Facts facts={facts} />
          <p class="quiet">{t("metadata.as-written")}</p>
        </>
      ) : (
        <p>{t(isRead ? "metadata.none" : "metadata.not-read")}</p>
      )}
      <p class="quiet">
        {copy === null
          ? t(facts.length > 0 ? "metadata.copy-can" : "metadata.copy-plain")
          : `${t("metadata.copy-cannot")} ${t(`metadata.why-${copy}`)}`}
      </p>
    </>
  );
};

/**
 * Details that a kept file has in it. Read in the worker, when somebody asks, and shown until the screen is left; never for a file that may not
 * be shown at all.
 */
export const FileSays = ({ item }: { readonly item: Evidence }): VNode | null => {
  const t = useT();
  const app = useApp();
  const { state, caseId } = useCase();
  const [told, setTold] = useState<Told | null>(null);
  const showing = showingOf(state, item);
  if (showing === "refused" || showing === "forgotten" || item.type === "text/plain") return null;
  const look = async (): Promise<void> => {
    if (told !== null) return setTold(null);
    const answer = await (await app.kept()).metadata(caseId, item.file, item.type, item.size);
    if (app.tell(answer)) setTold(answer.value);
  };
  return (
    <Section title={t("metadata.title")}>
      <p class="quiet">{t("metadata.lead")}</p>
      <div role="status" class="stack">
        {told === null ? null : <Answer told={told} />}
      </div>
      <Actions>
        <Button kind="link" expanded={told !== null} onClick={() => void look()}>
          {t(told === null ? "metadata.look" : "metadata.hide")}
        </Button>
      </Actions>
    </Section>
  );
};
