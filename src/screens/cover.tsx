import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { coverPicture, forgetOriginal, mayCover, openForCovering, type OpenedPicture } from "../app/covering.ts";
import { startCovers, type Covers } from "../app/covers.ts";
import type { Evidence } from "../case/state.ts";
import { Editor } from "./cover/editor.tsx";
import { Keep } from "./cover/keep.tsx";
import { NotThere } from "./link.tsx";
import { Aside } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { useApp, useBack, useCase, useGo, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/cover.css";

/** Hidden again as soon as the page is; the covers that were placed stay. */
const useOpened = (): readonly [OpenedPicture | null, (opened: OpenedPicture | null) => void] => {
  const [opened, setOpened] = useState<OpenedPicture | null>(null);
  useEffect(() => {
    if (opened === null) return undefined;
    const hide = (): void => setOpened(null);
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      opened.picture.close();
    };
  }, [opened]);
  return [opened, setOpened];
};

const CoverItem = ({ item }: { readonly item: Evidence }): VNode => {
  const t = useT();
  const app = useApp();
  const go = useGo();
  const back = useBack();
  const [opened, setOpened] = useOpened();
  const [covers, setCovers] = useState<Covers | null>(null);
  const [step, setStep] = useState<"covers" | "keep">("covers");
  const [busy, setBusy] = useState(false);

  const open = async (): Promise<void> => {
    setBusy(true);
    const read = await openForCovering(app, item);
    setBusy(false);
    if (!app.tell(read)) return;
    const { width, height, suggested } = read.value;
    if (covers === null) setCovers(startCovers(width, height, suggested));
    setOpened(read.value);
  };
  const save = async (keep: "both" | "copy"): Promise<void> => {
    if (covers === null) return;
    const made = await coverPicture(
      app,
      item,
      covers.list.map(({ area }) => area),
    );
    if (!app.tell(made)) return;
    const forgotten = keep === "copy" ? await forgetOriginal(app, item, t("cover.reason")) : null;
    go("picture", { evidence: made.value }, "replace");
    if (forgotten === null) app.say({ tone: "done", key: "cover.saved" });
    else if (app.tell(forgotten)) app.say({ tone: "done", key: "cover.saved-only" });
  };

  if (step === "keep") return <Keep onSave={save} onBack={() => setStep("covers")} />;
  return (
    <Page heading={t("cover.heading")} lead={t("cover.lead")} crumb={t("case.evidence")}>
      {opened === null || covers === null ? (
        <>
          <p>{t(covers === null ? "cover.show-why" : "cover.show-again")}</p>
          <Button busy={busy} onClick={() => void open()}>
            {t(busy ? "cover.opening" : "cover.show")}
          </Button>
        </>
      ) : (
        <>
          <Aside>{opened.suggested.length === 0 ? t("cover.none-suggested") : t("cover.suggested", { n: opened.suggested.length })}</Aside>
          <Editor picture={opened.picture} suggested={opened.suggested} covers={covers} onChange={setCovers} />
          {covers.list.length === 0 ? <p class="quiet">{t("cover.need-one")}</p> : null}
          <Button disabled={covers.list.length === 0} onClick={() => (setOpened(null), setStep("keep"))}>
            {t("common.continue")}
          </Button>
        </>
      )}
      <Actions>
        {opened === null ? null : (
          <Button kind="link" onClick={() => setOpened(null)}>
            {t("cover.hide")}
          </Button>
        )}
        <Button kind="link" onClick={back}>
          {t("common.cancel")}
        </Button>
      </Actions>
    </Page>
  );
};

/** Parts of a kept picture (`evidence`) painted over, in a copy. */
export const CoverScreen = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const back = useBack();
  const { state } = useCase();
  const item = state.evidence.get(params["evidence"] ?? "");
  if (item === undefined) return <NotThere list="evidence" />;
  if (mayCover(state, item)) return <CoverItem key={item.id} item={item} />;
  return (
    <Page heading={t("cover.cannot")} lead={t("cover.cannot-why")}>
      <Button kind="side" onClick={back}>
        {t("common.back")}
      </Button>
    </Page>
  );
};
