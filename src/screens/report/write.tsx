import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { checkEdited, composeNotice, disclosesOf, type NoticeFacts, type NoticeTemplate, type Offer } from "../../app/notices.ts";
import { Aside, Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Checklist } from "../parts/checklist.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { Field } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { Gates } from "./gates.tsx";

export interface WriteProps {
  readonly crumb: string;
  readonly offer: Offer;
  readonly facts: NoticeFacts;
  /** Field of the encrypted draft. */
  readonly draftName: string;
  readonly onBack: () => void;
  readonly onNext: (text: string, missing: readonly string[]) => void;
}

/** The text as it follows from the answers, until the person changes a word of it: from then on it is theirs, and is kept as a draft. */
const useText = (written: string, draftName: string) => {
  const app = useApp();
  const [own, setOwn] = useState<string | null>(() => app.draft(draftName) || null);
  // Theirs, but from before: what they ticked since does not stand in it.
  const [isOld, setIsOld] = useState(own !== null && own !== written);
  const text = own ?? written;
  // Kept with the keystroke itself: an effect could come after the screen is gone.
  const setText = (next: string): void => {
    setOwn(next);
    app.keepDraft(draftName, next === written ? "" : next);
  };
  const writeAnew = (): void => {
    setOwn(null);
    setIsOld(false);
    app.keepDraft(draftName, "");
  };
  return { text, setText, isOld, isTheirs: text !== written, writeAnew } as const;
};

/** The text, edited by the person, and what it still needs, judged from the text as it stands. */
export const Write = (props: WriteProps): VNode | null => {
  const { template } = props.offer.notice;
  return template === null ? null : (
    <Letter {...props} template={template} law={props.offer.notice.law !== null} clock={props.offer.notice.clock !== null} />
  );
};

interface LetterProps extends WriteProps {
  readonly template: NoticeTemplate;
  /** It stands on a law. */
  readonly law: boolean;
  /** It starts a time limit when all of it is there. */
  readonly clock: boolean;
}

const Letter = ({ crumb, template, law, clock, facts, draftName, onBack, onNext }: LetterProps): VNode => {
  const t = useT();
  const { text, setText, isOld, isTheirs, writeAnew } = useText(composeNotice(template, facts).text, draftName);
  const check = checkEdited(text, template, facts);
  const told = disclosesOf(text, template, facts);
  const missing = check.elements.filter(({ present, required }) => required && !present).length;
  return (
    <Page heading={t("report.text")} lead={t("report.text-lead")} crumb={crumb}>
      {isOld ? (
        <Aside tone="amber">
          <p role="status">{t("report.text-old")}</p>
        </Aside>
      ) : null}
      <Field kind="lines" rows={14} label={t("report.text-label")} value={text} onValue={setText} />
      {isTheirs ? (
        <Actions>
          <Button kind="link" onClick={writeAnew}>
            {t("report.write-again")}
          </Button>
        </Actions>
      ) : null}
      <Section title={t("report.parts")}>
        <Checklist
          label={t("report.parts")}
          items={check.elements.map(({ id, label, present, required }) => {
            const said = t(present ? "report.present" : required ? "report.missing" : "report.not-needed");
            return {
              id,
              title: <span lang="en">{label}</span>,
              state: present ? ("ok" as const) : required ? ("missing" as const) : ("open" as const),
              said,
              detail: present ? undefined : said,
            };
          })}
        />
        <p role="status">
          {missing > 0
            ? t(clock ? "report.incomplete" : "report.incomplete-form", { n: missing })
            : check.missing.length === 0
              ? t(law ? "report.complete" : "report.complete-form")
              : ""}
        </p>
      </Section>
      <Gates missing={check.missing} />
      {told.length === 0 ? null : (
        <Section title={t("report.gives-away")}>
          <dl class="card pairs" lang="en">
            {told.map(({ what, words, toWhom }) => (
              <div key={what}>
                <dt>{words}</dt>
                <dd>{t("report.goes-to", { whom: toWhom })}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Button disabled={text.trim() === ""} onClick={() => onNext(text, check.missing)}>
        {t("common.continue")}
      </Button>
      <Actions>
        <Button kind="link" onClick={onBack}>
          {t("common.back")}
        </Button>
      </Actions>
    </Page>
  );
};
