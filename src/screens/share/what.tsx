import type { VNode } from "preact";
import { useState } from "preact/hooks";
import {
  allowed,
  goingOf,
  lacks,
  coveredOriginals,
  offeredEvidence,
  partAllowed,
  parts,
  type Choices,
  type Going,
  type Part,
} from "../../app/sharing.ts";
import type { Id } from "../../case/events.ts";
import type { CaseState } from "../../case/state.ts";
import type { UiKey } from "../../content/locales/index.ts";
import type { Instant } from "../../lib/time.ts";
import { Aside, Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useCase, useT, useTag } from "../parts/context.tsx";
import { sizeWords, timeWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { LinkText, UserText } from "../parts/text.tsx";
import { VirtualRows } from "../links/virtual-rows.tsx";

export interface WhatProps {
  readonly crumb: string;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const toggled = <T,>(set: ReadonlySet<T>, item: T, on: boolean): ReadonlySet<T> => {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
};

interface Item {
  readonly id: Id;
  readonly label: VNode;
}

/** What a part is made of, where it can be chosen one by one. */
const itemsOf = (part: Part, all: Going): readonly Item[] => {
  const link = (id: Id, text: string): Item => ({ id, label: <LinkText text={text} short /> });
  const own = (id: Id, text: string): Item => ({ id, label: <UserText text={text.slice(0, 120)} /> });
  switch (part) {
    case "links":
      return [
        ...all.links.map(({ id, text }) => link(id, text)),
        ...all.places.map(({ id, name }) => own(id, name)),
        ...all.profiles.map(({ id, handle }) => own(id, handle)),
      ];
    case "reports":
      return all.reports.map(({ id, site, reference }) => own(id, reference === "" ? site : `${site} · ${reference}`));
    case "messages":
      return all.messages.map(({ message }) => own(message.id, `${message.from}: ${message.text}`));
    case "notes":
      return all.texts.map(({ id, value }) => own(id, value));
    case "accounts":
      return all.accounts.map(({ id, service, login }) => own(id, `${service} ${login}`));
    case "people":
      return all.people.map(({ id, name }) => own(id, name));
    case "plan":
    case "answers":
    case "steps":
    case "custody":
    case "handovers":
    case "fingerprints":
      return [];
  }
};

interface Kept {
  readonly name: string;
  readonly kind: UiKey;
  readonly size: number;
  readonly at: Instant;
}
/** An evidence file, or the raw mail of a message. */
const fileOf = (state: CaseState, id: Id): Kept | undefined => {
  const item = state.evidence.get(id);
  if (item !== undefined) return { ...item, kind: item.source?.how === "covered" ? "cover.is-copy" : `timeline.role-${item.role}` };
  const message = state.messages.get(id);
  return message === undefined ? undefined : { ...message, kind: message.covered === null ? "share.raw-mail" : "cover.whole-message" };
};

/** Ticks, with what each holds, openable one by one; then files, each with its own tick. */
export const What = ({ crumb, choices, onChange, onBack, onNext }: WhatProps): VNode => {
  const t = useT();
  const tag = useTag();
  const { state, now } = useCase();
  const [open, setOpen] = useState<Part | null>(null);
  const [withOriginals, setWithOriginals] = useState(false);
  // Everything a part could hold, so that what was left out can be ticked again.
  const whole = goingOf(state, allowed(state, { ...choices, parts: new Set(parts), without: new Set() }));
  const number = new Intl.NumberFormat(tag);
  const offered = offeredEvidence(state, choices.recipient);
  const originals = coveredOriginals(state);
  const held = offered.filter((id) => originals.has(id));
  const files = [
    ...offered.filter((id) => state.evidence.get(id)?.source?.how === "covered" && !originals.has(id)),
    ...offered.filter((id) => state.evidence.get(id)?.source?.how !== "covered" && !originals.has(id)),
    ...held.filter((id) => withOriginals || choices.evidence.has(id)),
  ];
  const lawful = choices.recipient === "lawyer" || choices.recipient === "police";
  return (
    <Page heading={t("share.what")} crumb={crumb}>
      <div class="card share-parts">
        {parts.map((part) => {
          const lacking = lacks(choices, part);
          const may = partAllowed(state, choices.recipient, part) && lacking === undefined;
          const items = may ? itemsOf(part, whole) : [];
          const ticked = items.filter(({ id }) => !choices.without.has(id)).length;
          return (
            <div key={part}>
              <Tick
                checked={may && choices.parts.has(part)}
                disabled={!may}
                onChange={(on) => onChange({ ...choices, parts: toggled(choices.parts, part, on) })}
                detail={
                  may
                    ? items.length === 0
                      ? undefined
                      : choices.parts.has(part)
                        ? t("share.n-of", { ticked: number.format(ticked), all: number.format(items.length) })
                        : number.format(items.length)
                    : t(
                        lacking === undefined
                          ? "share.part-not-allowed"
                          : lacking === "custody"
                            ? "share.part-needs-custody"
                            : "share.part-needs-links",
                      )
                }
              >
                {t(`share.part-${part}`)}
              </Tick>
              {items.length === 0 || !choices.parts.has(part) ? null : (
                <Button kind="link" expanded={open === part} onClick={() => setOpen(open === part ? null : part)}>
                  {t("share.see-items")}
                </Button>
              )}
              {open === part && choices.parts.has(part) ? (
                <VirtualRows
                  rows={items}
                  keyOf={({ id }) => id}
                  guess={() => 56}
                  classOf={() => "share-item"}
                  label={t(`share.part-${part}`)}
                  draw={({ id, label }) => (
                    <Tick
                      checked={!choices.without.has(id)}
                      onChange={(on) => onChange({ ...choices, without: toggled(choices.without, id, !on) })}
                    >
                      {label}
                    </Tick>
                  )}
                />
              ) : null}
            </div>
          );
        })}
      </div>
      <Section title={t("share.pictures")}>
        <p class="quiet">
          {t(files.length > 0 ? "share.pictures-lead" : state.evidence.size === 0 ? "share.no-files-yet" : "share.no-pictures")}
        </p>
        {files.length === 0 ? null : (
          <>
            <Aside>{t("share.media-sure")}</Aside>
            <VirtualRows
              rows={files}
              keyOf={(id) => id}
              guess={() => 72}
              classOf={() => "share-item"}
              label={t("share.pictures")}
              draw={(id) => {
                const item = fileOf(state, id);
                if (item === undefined) return <span />;
                return (
                  <Tick
                    checked={choices.evidence.has(id)}
                    onChange={(on) => onChange({ ...choices, evidence: toggled(choices.evidence, id, on) })}
                    detail={`${t(item.kind)} · ${sizeWords(tag, item.size)} · ${timeWords(tag, item.at, now)}`}
                  >
                    <UserText text={item.name} />
                  </Tick>
                );
              }}
            />
          </>
        )}
        {held.length === 0 ? null : (
          <>
            <p class="quiet">{t("cover.share-lead")}</p>
            <Button kind="link" expanded={withOriginals} onClick={() => setWithOriginals(!withOriginals)}>
              {t("cover.share-originals", { n: held.length })}
            </Button>
          </>
        )}
      </Section>
      {choices.evidence.size === 0 ? null : (
        <Tick checked={choices.exact} onChange={(exact) => onChange({ ...choices, exact })} detail={t("metadata.exact-hint")}>
          {t("metadata.exact")}
        </Tick>
      )}
      {lawful ? (
        <Tick
          checked={choices.continuity}
          onChange={(continuity) => onChange({ ...choices, continuity })}
          detail={t("share.continuity-hint")}
        >
          {t("share.continuity")}
        </Tick>
      ) : null}
      <Button onClick={onNext}>{t("common.continue")}</Button>
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("common.back")}
        </Button>
      </Actions>
    </Page>
  );
};
