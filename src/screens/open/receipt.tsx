import type { VNode } from "preact";
import type { CheckResult, OpenedBundle } from "../../app/types.ts";
import { parseInstant } from "../../lib/time.ts";
import { Aside, Card } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Checklist, type CheckItem } from "../parts/checklist.tsx";
import { useT, useTag } from "../parts/context.tsx";
import { exactWords } from "../parts/dates.ts";
import { Page } from "../parts/page.tsx";
import { UserText } from "../parts/text.tsx";
import { Copies } from "./copies.tsx";
import { WordsGrid } from "../parts/words-grid.tsx";
import type { Translate } from "../../app/words.ts";

/** Paths or entry numbers named for one check; more are counted. */
const NAMED = 5;

const itemOf = (t: Translate, { check, outcome, items, more: unnamed = 0 }: CheckResult): CheckItem => {
  const more = items.length > NAMED ? ` ${t("common.more", { n: items.length - NAMED + unnamed })}` : "";
  const touches = items.length === 0 ? "" : ` ${t("open.items", { items: items.slice(0, NAMED).join(", ") })}${more}`;
  return {
    id: check,
    title: t(`open.check-${check}`),
    state: outcome === "pass" ? "ok" : outcome === "fail" ? "fail" : "open",
    said: t(`open.${outcome}`),
    detail:
      outcome === "pass" ? undefined : outcome === "fail" ? (
        <UserText text={t(`open.fail-${check}`) + touches} />
      ) : outcome === "not-applicable" ? (
        t("open.not-applicable")
      ) : (
        t(check === "key-known" ? "open.first-time-key" : "open.first-time-earlier")
      ),
  };
};

/**
 * What was checked, before anything of the content. The words of the seal stand open: keys are not remembered yet, so they are the only thing that
 * tells a file from one that somebody else sealed.
 */
export const Receipt = ({
  bundle,
  onRead,
  onClose,
}: {
  readonly bundle: OpenedBundle;
  readonly onRead: () => void;
  readonly onClose: () => void;
}): VNode => {
  const t = useT();
  const tag = useTag();
  const bad = bundle.checks.some(({ outcome }) => outcome === "fail");
  const sealedAt = parseInstant(bundle.sealedAt);
  return (
    <Page heading={t(bad ? "open.some-bad" : "open.all-good")} crumb={t("open.receipt")}>
      <p class="quiet">
        <UserText
          text={t("open.sealed-for", { label: bundle.label, date: sealedAt === undefined ? bundle.sealedAt : exactWords(tag, sealedAt) })}
        />
      </p>
      <Checklist label={t("open.receipt")} items={bundle.checks.map((check) => itemOf(t, check))} />
      <Copies copies={bundle.copies} />
      <Aside title={t("open.limits")}>
        <p>{t("open.limits-text")}</p>
      </Aside>
      <Card>
        <h2 class="small-head">{t("open.seal-code")}</h2>
        <p>{t("open.seal-code-hint")}</p>
        <WordsGrid words={bundle.sealCode} label={t("open.seal-code")} />
        <p class="quiet small">
          <bdi dir="ltr" class="address">
            {t("open.key", { key: bundle.keyFingerprint })}
          </bdi>
        </p>
      </Card>
      <Button kind={bad ? "side" : "main"} onClick={onRead}>
        {t("open.read-report")}
      </Button>
      <Actions>
        <Button kind="link" onClick={onClose}>
          {t("common.close")}
        </Button>
      </Actions>
    </Page>
  );
};
