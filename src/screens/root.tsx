import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AppView } from "../app/types.ts";
import { firstTable } from "./first-table.ts";
import { isScreenName, screenFacts, type ScreenName } from "./names.ts";
import { useApp, useAppState, useT } from "./parts/context.tsx";
import type { ScreenEntry } from "./screen.ts";
import { Shell } from "./shell.tsx";

type Table = Readonly<Partial<Record<ScreenName, ScreenEntry>>>;

const homeOf = (at: AppView["at"]): ScreenName | null => {
  switch (at) {
    case "starting":
      return null;
    case "missing-parts":
      return "missing";
    case "vault-gone":
      return "gone";
    case "welcome":
      return "welcome";
    case "locked":
      return "unlock";
    case "unlocked":
      return "now";
  }
};

/** The asked screen where this view may show it, else the view's home. */
const screenFor = (at: AppView["at"], asked: string): ScreenName | null => {
  const home = homeOf(at);
  if (home === null || at === "missing-parts" || !isScreenName(asked)) return home;
  const { when } = screenFacts[asked];
  if (when === "any") return asked;
  const mayShow = at === "unlocked" ? when === "unlocked" : when === "locked" && !(at === "locked" && asked !== "unlock");
  return mayShow ? asked : home;
};

/** Theme, language and direction belong to the document. */
const useDocument = (): void => {
  const words = useAppState((s) => s.words);
  const theme = useAppState((s) => s.settings.theme);
  useEffect(() => {
    document.documentElement.lang = words.tag;
    document.documentElement.dir = words.dir;
  }, [words]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
};

/** Everything behind the first screens: fetched once, together with its words. */
const useRest = (wanted: boolean): Table | null => {
  const app = useApp();
  const [table, setTable] = useState<Table | null>(null);
  useEffect(() => {
    if (!wanted || table !== null) return;
    void Promise.all([import("./table.ts"), app.loadAllWords()]).then(
      ([loaded]) => setTable(loaded.table),
      () => app.say({ tone: "problem", key: "error.unexpected" }),
    );
  }, [wanted, table, app]);
  return table;
};

const Starting = (): VNode => {
  const t = useT();
  return (
    <p class="starting" role="status">
      {t("common.starting")}
    </p>
  );
};

/** Draws the screen that the route names and the view allows, in its frame. */
export const Root = (): VNode => {
  useDocument();
  const at = useAppState((s) => s.view.at);
  const route = useAppState((s) => s.route);
  const screen = screenFor(at, route.screen);
  const isFirst = screen === null || firstTable[screen] !== undefined;
  const rest = useRest(at === "unlocked" || !isFirst);
  const entryOf = (name: ScreenName): ScreenEntry | undefined => firstTable[name] ?? rest?.[name];
  // A name without a screen leads home.
  const name = screen !== null && entryOf(screen) === undefined && rest !== null ? homeOf(at) : screen;
  const entry = name === null ? undefined : entryOf(name);
  if (name === null || entry === undefined)
    return (
      <Shell screen="welcome" visit="" beside={null}>
        <Starting />
      </Shell>
    );

  const visit = `${name} ${JSON.stringify(route.params)}`;
  const besideEntry = entry.beside === undefined ? undefined : entryOf(entry.beside);
  const Draw = entry.draw;
  const Beside = besideEntry?.draw;
  return (
    <Shell screen={name} visit={visit} beside={Beside === undefined ? null : <Beside params={{}} />}>
      <Draw key={visit} params={name === route.screen ? route.params : {}} />
    </Shell>
  );
};
