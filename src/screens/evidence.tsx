import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { hasOpenQuestions, refusedFiles } from "../app/evidence-view.ts";
import { EvidenceRows } from "./links/evidence-row.tsx";
import { Aside, EmptyState, Row, Rows, Section } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useBack, useCase, useGo, useT, useTag } from "./parts/context.tsx";
import { sizeWords } from "./parts/dates.ts";
import { Page } from "./parts/page.tsx";
import { LinkText } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

/** Rows at first, and with each tap on "more". */
const STEP = 40;

/** Files and mails that came in before an age was known: a hotline or a lawyer first, then erasing (workflow.md, "Under 18"). */
const CameIn = ({ step, subject }: { readonly step: string; readonly subject: string }): VNode => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const app = useApp();
  const back = useBack();
  const { state } = useCase();
  const items = refusedFiles(state).flatMap((id) => state.evidence.get(id) ?? state.messages.get(id) ?? []);
  const asked = async (): Promise<void> => {
    if (await app.act({ do: "do-step", step, subject, note: "" })) back();
  };
  if (items.length === 0)
    return (
      <Page heading={t("picture.came-in")}>
        <EmptyState
          action={
            <Button kind="side" onClick={() => go("now")}>
              {t("common.nav-now")}
            </Button>
          }
        >
          {t("picture.came-in-none")}
        </EmptyState>
      </Page>
    );
  return (
    <Page heading={t("picture.came-in")} lead={t("picture.came-in-lead", { n: items.length })}>
      <Aside tone="amber" title={t("picture.came-in-first")}>
        <p>{t("picture.refused-ask")}</p>
      </Aside>
      <Button onClick={() => go("help")}>{t("link.hotline")}</Button>
      <Section title={t("picture.came-in-then")}>
        <Rows label={t("picture.came-in-then")}>
          {items.map(({ id, name, size }) => (
            <Row
              key={id}
              title={<LinkText text={name} short />}
              detail={sizeWords(tag, size)}
              onClick={() => go("erase-item", { item: id })}
            />
          ))}
        </Rows>
      </Section>
      <Actions>
        <Button kind="link" onClick={() => void asked()}>
          {t("picture.came-in-keep")}
        </Button>
      </Actions>
    </Page>
  );
};

/** Every kept file, newest first; none is shown. */
export const EvidenceList = ({ params }: ScreenProps): VNode => {
  const { step, subject } = params;
  return step === "media-came-in" ? <CameIn step={step} subject={subject ?? "case"} /> : <AllFiles />;
};

const AllFiles = (): VNode => {
  const t = useT();
  const go = useGo();
  const { state } = useCase();
  const [shown, setShown] = useState(STEP);
  const items = [...state.evidence.values()].toReversed();
  const open = items.filter(hasOpenQuestions).length;
  const add = (kind: "main" | "side"): VNode => (
    <Button kind={kind} onClick={() => go("capture")}>
      {t("picture.add")}
    </Button>
  );
  if (items.length === 0)
    return (
      <Page heading={t("case.evidence")}>
        <EmptyState action={add("main")}>{t("picture.empty")}</EmptyState>
      </Page>
    );
  return (
    <Page heading={t("case.evidence")} lead={open === 0 ? t("picture.evidence-lead") : t("picture.n-open", { n: open })}>
      {add("side")}
      <EvidenceRows items={items.slice(0, shown)} label={t("case.evidence")} />
      {items.length <= shown ? null : (
        <Actions>
          <Button kind="link" onClick={() => setShown(shown + STEP)}>
            {t("common.more", { n: items.length - shown })}
          </Button>
        </Actions>
      )}
      <Actions>
        <Button kind="link" onClick={() => go("custody")}>
          {t("custody.open-all")}
        </Button>
      </Actions>
    </Page>
  );
};
