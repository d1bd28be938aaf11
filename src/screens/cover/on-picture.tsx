import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { coveredCopies, forgetOriginal, mayCover } from "../../app/covering.ts";
import type { Evidence } from "../../case/state.ts";
import { Row, Rows, Section } from "../parts/box.tsx";
import { Actions, Button } from "../parts/button.tsx";
import { Tick } from "../parts/checklist.tsx";
import { useApp, useAppState, useCase, useGo, useT, useTag } from "../parts/context.tsx";
import { sizeWords } from "../parts/dates.ts";
import { UserText } from "../parts/text.tsx";
import { WhatIsLost } from "./keep.tsx";

/** The original goes, now that a covered copy is kept: what is lost first, then a tick, then the button. */
const DropOriginal = ({ item, onDone }: { readonly item: Evidence; readonly onDone: () => void }): VNode => {
  const t = useT();
  const app = useApp();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const drop = async (): Promise<void> => {
    setBusy(true);
    const gone = await forgetOriginal(app, item, t("cover.reason"));
    setBusy(false);
    if (!app.tell(gone)) return;
    onDone();
    app.say({ tone: "done", key: "cover.dropped" });
  };
  return (
    <Section title={t("cover.drop-heading")}>
      <WhatIsLost />
      <Tick checked={sure} onChange={setSure}>
        {t("cover.sure")}
      </Tick>
      <Button kind="danger" busy={busy} disabled={!sure} onClick={() => void drop()}>
        {t("cover.drop-original")}
      </Button>
      <Actions>
        <Button kind="link" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </Actions>
    </Section>
  );
};

/** What covering has to do with a kept file: the way to it, the copies that were made, the original of a copy. */
export const CoverPart = ({ item }: { readonly item: Evidence }): VNode | null => {
  const t = useT();
  const tag = useTag();
  const go = useGo();
  const { state } = useCase();
  // The made-up case has no files.
  const sample = useAppState((s) => s.sample);
  const [dropping, setDropping] = useState(false);
  const copies = coveredCopies(state, item.id);
  const original = item.source?.how === "covered" ? state.evidence.get(item.source.evidence) : undefined;
  if (sample) return null;
  return (
    <>
      {original === undefined ? null : (
        <Section title={t("cover.is-copy")}>
          <Rows label={t("cover.is-copy")}>
            <Row
              title={t("cover.see-original")}
              detail={original.forgotten ? t("picture.forgotten") : <UserText text={original.name} />}
              onClick={() => go("picture", { evidence: original.id })}
            />
          </Rows>
        </Section>
      )}
      {copies.length === 0 ? null : (
        <Section title={t("cover.copies")}>
          <Rows label={t("cover.copies")}>
            {copies.map(({ id, name, size }) => (
              <Row
                key={id}
                title={<UserText text={name} />}
                detail={sizeWords(tag, size)}
                onClick={() => go("picture", { evidence: id })}
              />
            ))}
          </Rows>
        </Section>
      )}
      {mayCover(state, item) ? (
        <>
          <Button kind="side" onClick={() => go("cover", { evidence: item.id })}>
            {t("cover.do")}
          </Button>
          <p class="quiet small">{t("cover.do-hint")}</p>
        </>
      ) : null}
      {copies.length === 0 || item.forgotten ? null : dropping ? (
        <DropOriginal item={item} onDone={() => setDropping(false)} />
      ) : (
        <Actions>
          <Button kind="link" onClick={() => setDropping(true)}>
            {t("cover.drop-original")}
          </Button>
        </Actions>
      )}
    </>
  );
};
