import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { readPaste, savePaste, type ReadLine, type ReadPaste } from "../app/paste.ts";
import { ReadLineRow } from "./links/read-line.tsx";
import { VirtualRows } from "./links/virtual-rows.tsx";
import { Aside } from "./parts/box.tsx";
import { AppleWays } from "./parts/apple-ways.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Tick } from "./parts/checklist.tsx";
import { useApp, useCase, useGo, useT } from "./parts/context.tsx";
import { Field, useDraft } from "./parts/field.tsx";
import { Page } from "./parts/page.tsx";
import { ProgressBar } from "./parts/progress.tsx";
import { UserText } from "./parts/text.tsx";
import "./style/links.css";

const keyOf = (line: ReadLine): string => String(line.number);
const guess = (line: ReadLine): number => (line.parts.length === 0 ? 56 : 20 + 84 * line.parts.length);

/** 1 of 2: anything at all goes in. */
const Paste = ({
  text,
  setText,
  onRead,
}: {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onRead: () => void;
}): VNode => {
  const t = useT();
  const go = useGo();
  return (
    <Page
      heading={t("link.add-heading")}
      lead={t("link.add-lead")}
      crumb={t("common.step-of", { section: t("case.links"), step: 1, steps: 2 })}
    >
      <Field kind="lines" rows={9} label={t("link.paste")} hint={t("link.paste-hint")} value={text} onValue={setText} />
      <AppleWays of="links" />
      <Button disabled={text.trim() === ""} onClick={onRead}>
        {t("link.read")}
      </Button>
      <Actions>
        <Button kind="link" onClick={() => go("add-place")}>
          {t("link.no-link")}
        </Button>
      </Actions>
      <Aside>
        <p>{t("link.never-opened")}</p>
      </Aside>
    </Page>
  );
};

/** Which picture is at these links: the age rules and the reports follow from it. */
const WhichPictures = ({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}): VNode | null => {
  const t = useT();
  const { state } = useCase();
  if (state.pictures.size === 0) return null;
  return (
    <section class="stack">
      <h2 class="small-head">{t("link.which-pictures")}</h2>
      <p class="quiet small">{t("link.which-pictures-hint")}</p>
      {[...state.pictures.values()].map(({ id, label }) => (
        <Tick key={id} checked={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}>
          <UserText text={label} />
        </Tick>
      ))}
    </section>
  );
};

interface ReviewProps {
  readonly read: ReadPaste;
  readonly onBack: () => void;
  readonly onSaved: (left: string) => void;
}

/** 2 of 2: what was understood, line by line, before anything is saved. */
const Review = ({ read, onBack, onSaved }: ReviewProps): VNode => {
  const t = useT();
  const app = useApp();
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<number | null>(null);
  const { counts } = read;
  const lines = read.lines.flatMap(({ parts }) => parts.map(({ line }) => line));
  const save = async (): Promise<void> => {
    setSaved(0);
    const done = await savePaste(app, lines, pictures, setSaved);
    setSaved(null);
    // What could not be saved goes back into the field, so that it is neither lost nor saved twice.
    const left = lines.slice(done).map((line) => (line.as === "link" ? line.body.text : line.body.value));
    onSaved(left.join("\n"));
  };
  return (
    <Page
      heading={t("link.review-heading")}
      lead={t("link.review-lead", { lines: t("link.n-lines", { n: counts.lines }), things: t("link.n-things", { n: lines.length }) })}
      crumb={t("common.step-of", { section: t("case.links"), step: 2, steps: 2 })}
    >
      <ul class="bullets">
        <li>{t("link.n-new", { n: counts.links })}</li>
        {counts.joined === 0 ? null : <li>{t("link.n-joined", { n: counts.joined })}</li>}
        {counts.texts === 0 ? null : <li>{t("link.n-texts", { n: counts.texts })}</li>}
        {counts.empty === 0 ? null : <li>{t("link.n-empty", { n: counts.empty })}</li>}
      </ul>
      <WhichPictures chosen={pictures} onChange={setPictures} />
      {saved === null ? (
        <Button disabled={lines.length === 0} onClick={() => void save()}>
          {t("link.save", { n: lines.length })}
        </Button>
      ) : (
        <ProgressBar label={t("link.saving")} done={saved} total={lines.length} />
      )}
      <Actions>
        <Button kind="link" busy={saved !== null} onClick={onBack}>
          {t("link.change-text")}
        </Button>
      </Actions>
      <VirtualRows
        rows={read.lines}
        keyOf={keyOf}
        guess={guess}
        draw={(line) => <ReadLineRow line={line} />}
        classOf={(line) => `group-row${line.number === 1 ? " first" : ""}${line.number === read.lines.length ? " last" : ""}`}
        label={t("link.review-heading")}
      />
    </Page>
  );
};

/** A draft shares one small record with all others; a longer text is kept in memory only until it is saved. */
const DRAFT_UNITS = 20_000;

/** Paste anything: every line is shown as understood, duplicates joined, nothing dropped. */
export const AddLinks = (): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const { state } = useCase();
  const [draft, setDraft] = useDraft("add-links");
  const [long, setLong] = useState<string | null>(null);
  const [read, setRead] = useState<ReadPaste | null>(null);
  const text = long ?? draft;
  const setText = (next: string): void => {
    const isLong = next.length > DRAFT_UNITS;
    setLong(isLong ? next : null);
    setDraft(isLong ? "" : next);
  };
  if (read === null)
    return (
      <Paste
        text={text}
        setText={setText}
        onRead={() => void readPaste(text, state, app.newId).then(setRead, () => app.say({ tone: "problem", key: "error.unexpected" }))}
      />
    );
  return (
    <Review
      read={read}
      onBack={() => setRead(null)}
      onSaved={(left) => {
        setText(left);
        setRead(null);
        if (left !== "") return;
        go("links", {}, "replace");
        app.say({ tone: "done", key: "link.saved", params: { links: t("link.n-new", { n: read.counts.links }) } });
      }}
    />
  );
};
