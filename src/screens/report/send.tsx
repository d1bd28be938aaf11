import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { clockOf, type Offer } from "../../app/notices.ts";
import type { Id, SubjectKey } from "../../case/events.ts";
import { instantFromMs, type Instant } from "../../lib/time.ts";
import { Card } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { Field } from "../parts/field.tsx";
import { OpenAddress } from "../parts/open-address.tsx";
import { Page } from "../parts/page.tsx";
import { LinkText } from "../parts/text.tsx";

export interface Sending {
  readonly text: string;
  readonly missing: readonly string[];
}
export interface SendProps {
  readonly crumb: string;
  readonly offer: Offer;
  readonly covers: readonly SubjectKey[];
  readonly site: string;
  readonly follows: Id | null;
  readonly sending: Sending;
  readonly draftName: string;
  readonly onBack: () => void;
  readonly onKept: (report: Id) => void;
}

/** `2026-11-22T10:30` of a date field, in the device's zone → instant; now when empty; undefined when it is no time. */
export const instantOf = (local: string, now: Instant): Instant | undefined => {
  if (local === "") return now;
  const ms = new Date(local).getTime();
  return Number.isNaN(ms) ? undefined : instantFromMs(ms);
};

/** The person sends it; the app only says where and keeps what was sent. The clock starts here and nowhere earlier. */
export const Send = ({ crumb, offer, covers, site, follows, sending, draftName, onBack, onKept }: SendProps): VNode => {
  const t = useT();
  const app = useApp();
  const [sent, setSent] = useState(false);
  const [when, setWhen] = useState("");
  const [reference, setReference] = useState("");
  const [by, setBy] = useState<"person" | "helper" | "hotline">("person");
  const sentAt = instantOf(when, app.now());
  const wrong = sentAt === undefined || sentAt > app.now();

  const copy = async (): Promise<void> => {
    const done = await app.device.copy(sending.text);
    app.say({ tone: done ? "info" : "problem", key: done ? "common.copied" : "common.copy-failed" });
  };
  const keep = async (): Promise<void> => {
    if (sentAt === undefined || wrong) return;
    const report = app.newId();
    const kept = await app.act({
      do: "send-report",
      report,
      covers,
      route: offer.route,
      site,
      platform: offer.platform?.id ?? null,
      notice: offer.notice.id,
      text: sending.text,
      missing: sending.missing,
      sentAt,
      reference: reference.trim(),
      exposure: offer.exposure.words.join(" "),
      deadline: clockOf(offer, sentAt, sending.missing, -new Date(sentAt).getTimezoneOffset()),
      follows,
      by,
    });
    if (!kept) return;
    app.keepDraft(draftName, "");
    onKept(report);
  };

  return (
    <Page heading={t("report.send")} lead={t("report.send-lead")} crumb={crumb}>
      <Card>
        <Button kind="side" onClick={() => void copy()}>
          {t("report.copy-text")}
        </Button>
        <Button kind="link" onClick={() => void app.device.saveFile(new Blob([sending.text], { type: "text/plain" }), "text.txt")}>
          {t("report.save-text")}
        </Button>
        <Button
          kind="link"
          onClick={() =>
            void app.device.clearClipboard().then((done) => (done ? app.say({ tone: "done", key: "common.cleared" }) : undefined))
          }
        >
          {t("common.clear-clipboard")}
        </Button>
        <hr class="rule" />
        <h2 class="small-head">{t("report.form-at")}</h2>
        {offer.address === null ? (
          <p>{t("report.form-unknown")}</p>
        ) : (
          <>
            <LinkText text={offer.address} />
            <OpenAddress address={offer.address} label={t("report.open-form")} />
          </>
        )}
      </Card>
      {sent ? (
        <>
          <Field
            kind="when"
            label={t("report.when")}
            hint={t("report.when-hint")}
            value={when}
            onValue={setWhen}
            problem={wrong ? t("report.bad-time") : null}
          />
          <Field label={t("report.ticket")} hint={t("report.ticket-hint")} value={reference} onValue={setReference} />
          <Choice
            as="line"
            legend={t("report.by")}
            value={by}
            onChange={setBy}
            options={(["person", "helper", "hotline"] as const).map((value) => ({ value, label: t(`report.by-${value}`) }))}
          />
          <Button disabled={wrong} onClick={() => void keep()}>
            {t("report.keep")}
          </Button>
        </>
      ) : (
        <Button onClick={() => setSent(true)}>{t("report.sent-it")}</Button>
      )}
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("common.back")}
        </Button>
      </Actions>
    </Page>
  );
};
