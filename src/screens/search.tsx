import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { linkVerdict } from "../app/intake.ts";
import { engines as loadEngines, type Engine } from "../app/engines.ts";
import type { CaseState, Link } from "../case/state.ts";
import { stepById } from "../content/steps/index.ts";
import { DoNotOpen } from "./links/address.tsx";
import { Aside, EmptyState } from "./parts/box.tsx";
import { Actions, Button } from "./parts/button.tsx";
import { Choice } from "./parts/choice.tsx";
import { useApp, useBack, useCase, useT } from "./parts/context.tsx";
import { Page } from "./parts/page.tsx";
import { SourceNote } from "./parts/source.tsx";
import { LinkText, spelledOut } from "./parts/text.tsx";
import type { ScreenProps } from "./screen.ts";
import "./style/links.css";

const states = ["shown", "asked", "out"] as const;
type SearchState = (typeof states)[number];

/** Links at first, and with each tap on "more". */
const STEP = 20;

const useEngines = (): readonly Engine[] => {
  const app = useApp();
  const [found, setFound] = useState<readonly Engine[]>([]);
  useEffect(() => {
    void loadEngines().then(setFound, () => app.say({ tone: "problem", key: "error.unexpected" }));
  }, [app]);
  return found;
};

/** The engine's own form: its address as text, and all links to paste there at once. */
const EngineForm = ({ engine, links }: { readonly engine: Engine; readonly links: readonly Link[] }): VNode => {
  const t = useT();
  const app = useApp();
  const copy = async (text: string): Promise<void> =>
    app.say((await app.device.copy(text)) ? { tone: "info", key: "common.copied" } : { tone: "problem", key: "common.copy-failed" });
  const askAll = (): Promise<boolean> =>
    app.actAll(
      links
        .filter((link) => link.search[engine.id]?.state !== "out" && link.search[engine.id]?.state !== "asked")
        .map((link) => ({ do: "note-search", link: link.id, engine: engine.id, state: "asked" }) as const),
    );
  return (
    <div class="card">
      {engine.formUrl === null ? (
        <p>{t("link.engine-no-form")}</p>
      ) : (
        <>
          <p>{t("link.engine-form")}</p>
          <p>
            <LinkText text={engine.formUrl} />
          </p>
        </>
      )}
      <Actions>
        {engine.formUrl === null ? null : (
          <Button kind="link" onClick={() => void copy(engine.formUrl ?? "")}>
            {t("link.copy-form")}
          </Button>
        )}
        <Button kind="link" onClick={() => void copy(links.map(({ text }) => text).join("\n"))}>
          {t("link.copy-links", { n: links.length })}
        </Button>
      </Actions>
      <Button kind="side" onClick={() => void askAll()}>
        {t("link.asked-all")}
      </Button>
      <SourceNote source={engine.source} />
    </div>
  );
};

const OneLink = ({ link, engine }: { readonly link: Link; readonly engine: Engine }): VNode => {
  const t = useT();
  const app = useApp();
  const now: SearchState | null = link.search[engine.id]?.state ?? null;
  return (
    <div class="card">
      <p>
        <LinkText text={link.text} short />
      </p>
      <Choice
        as="line"
        legend={`${t("link.search-legend")} ${spelledOut(link.text)}`}
        legendHidden
        options={states.map((value) => ({ value, label: t(`link.search-${value}`) }))}
        value={now}
        onChange={(state) => void app.act({ do: "note-search", link: link.id, engine: engine.id, state })}
      />
    </div>
  );
};

const chosenLinks = (state: CaseState, params: Readonly<Record<string, string>>): readonly Link[] => {
  const one = state.links.get(params["link"] ?? "");
  if (one !== undefined && params["step"] === undefined) return [one];
  return [...state.links.values()].filter((link) => link.setAside === null);
};

/** Link by engine: is it shown, has the engine been asked, is it out? Copies in caches and archives are looked for in the same way. */
export const Search = ({ params }: ScreenProps): VNode => {
  const t = useT();
  const { state } = useCase();
  const app = useApp();
  const back = useBack();
  const engines = useEngines();
  const planned = stepById(params["step"] ?? "");
  const [engineId, setEngineId] = useState(planned?.engine ?? "google-search");
  const [shown, setShown] = useState(STEP);
  const all = chosenLinks(state, params);
  const links = all.filter((link) => linkVerdict(state, link.id) === "adult");
  const engine = engines.find(({ id }) => id === engineId);
  const isCopies = planned?.id === "cached-copy";
  const finish = async (): Promise<void> => {
    const { step, subject } = params;
    if (step !== undefined && subject !== undefined && (await app.act({ do: "do-step", step, subject, note: "" }))) back();
  };
  return (
    <Page heading={t(isCopies ? "link.copies" : "link.search-heading")} lead={t("link.search-lead")} crumb={t("case.links")}>
      {links.length < all.length ? <DoNotOpen /> : null}
      {links.length === 0 ? (
        <EmptyState>{t("link.search-empty")}</EmptyState>
      ) : (
        <>
          <Aside title={t("link.look-safely")}>
            <ul class="bullets">
              <li>{t("link.search-how-quotes")}</li>
              <li>{t("link.search-how-private")}</li>
              <li>{t("link.search-how-stop")}</li>
            </ul>
          </Aside>
          <Choice
            as="line"
            legend={t("link.engine")}
            options={engines.map(({ id, name }) => ({ value: id, label: <span lang="en">{name}</span> }))}
            value={engineId}
            onChange={setEngineId}
          />
          {engine === undefined ? null : (
            <>
              {links.slice(0, shown).map((link) => (
                <OneLink key={`${engine.id} ${link.id}`} link={link} engine={engine} />
              ))}
              {links.length <= shown ? null : (
                <Button kind="link" onClick={() => setShown(shown + STEP)}>
                  {t("common.more", { n: links.length - shown })}
                </Button>
              )}
              <EngineForm engine={engine} links={links} />
            </>
          )}
          {isCopies ? <Button onClick={() => void finish()}>{t("common.done")}</Button> : null}
        </>
      )}
    </Page>
  );
};
