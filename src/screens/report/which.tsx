import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Offer } from "../../app/notices.ts";
import type { SubjectKey } from "../../case/events.ts";
import { Aside, Card, EmptyState, Pill } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useT } from "../parts/context.tsx";
import { Page } from "../parts/page.tsx";
import { SourceNote } from "../parts/source.tsx";
import { LinkText } from "../parts/text.tsx";

export interface WhichProps {
  readonly crumb: string;
  readonly covers: readonly SubjectKey[];
  readonly offers: readonly Offer[];
  readonly onChoose: (offer: Offer) => void;
  /** Copyright, after the answer was that they did not take it. */
  readonly onAskAgain: (offer: Offer) => void;
}

/** Which way, each with who will see the name. Ways that are barred are said with the reason. */
export const Which = ({ crumb, covers, offers, onChoose, onAskAgain }: WhichProps): VNode => {
  const t = useT();
  const open = offers.filter(({ barred }) => barred === null || barred === "who-took-it");
  const barred = offers.filter((offer) => !open.includes(offer));
  const [id, setId] = useState<string | null>(open.find((offer) => offer.barred === null)?.id ?? null);
  const chosen = open.find((offer) => offer.id === id);
  if (open.length === 0)
    return (
      <Page heading={t("report.which")} crumb={crumb}>
        <EmptyState>{t("report.no-route")}</EmptyState>
      </Page>
    );
  return (
    <Page heading={t("report.which")} lead={t("report.which-lead", { n: covers.length })} crumb={crumb}>
      <Choice
        legend={t("report.which")}
        legendHidden
        value={id}
        onChange={setId}
        options={open.map(({ id: value, notice, barred: asksFirst }) => ({
          value,
          label: <span lang="en">{notice.title}</span>,
          hint:
            asksFirst !== null ? t("report.barred-who-took-it") : notice.asks === null ? undefined : <span lang="en">{notice.asks}</span>,
        }))}
      />
      {chosen === undefined ? null : (
        <Card>
          <h2 class="small-head">{t("report.who-sees")}</h2>
          {chosen.exposure.level === "danger" ? <Pill tone="amber">{t("report.danger")}</Pill> : null}
          {chosen.exposure.words.map((words) => (
            <p key={words} lang="en">
              {words}
            </p>
          ))}
          {chosen.platform === null ? null : <SourceNote source={chosen.platform.source} note={chosen.platform.note} />}
          <hr class="rule" />
          <h2 class="small-head">{t("report.form-at")}</h2>
          {chosen.address === null ? <p>{t("report.form-unknown")}</p> : <LinkText text={chosen.address} />}
          {chosen.notice.pitfalls.length === 0 ? null : (
            <ul class="bullets quiet small" lang="en">
              {chosen.notice.pitfalls.map((pitfall) => (
                <li key={pitfall}>{pitfall}</li>
              ))}
            </ul>
          )}
          <SourceNote source={chosen.notice.source} />
        </Card>
      )}
      {barred.length === 0 ? null : (
        <details class="quiet">
          <summary>{t("report.barred")}</summary>
          <ul class="bullets">
            {barred.map((offer) => (
              <li key={offer.id}>
                <span lang="en">{offer.notice.title}</span>. {offer.barred === null ? null : t(`report.barred-${offer.barred}`)}
                {offer.barred === "not-your-picture" ? (
                  <Actions>
                    <Button kind="link" onClick={() => onAskAgain(offer)}>
                      {t("report.taken-again")}
                    </Button>
                  </Actions>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Aside>
        <p>{t("report.official")}</p>
      </Aside>
      <Button disabled={chosen === undefined} onClick={() => (chosen === undefined ? undefined : onChoose(chosen))}>
        {t("common.continue")}
      </Button>
    </Page>
  );
};
