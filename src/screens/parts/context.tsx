import { createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { createTranslate, intlTag, type Translate } from "../../app/words.ts";
import type { App, AppState, Unlocked } from "../../app/types.ts";
import type { ScreenName } from "../names.ts";

export const AppContext = createContext<App | null>(null);

/** The one app: what screens may do. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (app === null) throw new Error("a screen is drawn outside the app");
  return app;
};

/** A part of the state; draws again when it changes (compared by identity, so select what exists, build nothing). */
export const useAppState = <T,>(select: (state: AppState) => T): T => {
  const app = useApp();
  const [, draw] = useState({});
  const value = select(app.state());
  useLayoutEffect(() => {
    let last = value;
    const look = (): void => {
      const next = select(app.state());
      if (Object.is(next, last)) return;
      last = next;
      draw({});
    };
    // What changed between drawing and listening.
    look();
    return app.subscribe(look);
  });
  return value;
};

/** Words in the person's language. */
export const useT = (): Translate => {
  const words = useAppState((s) => s.words);
  return useMemo(() => createTranslate(words), [words]);
};

/** Tag for Intl. */
export const useTag = (): string => intlTag(useAppState((s) => s.words.tag));

/** The open case: `state`, `plan`, `now`. Only for screens that are shown while unlocked. */
export const useCase = (): Unlocked => {
  const view = useAppState((s) => s.view);
  if (view.at !== "unlocked") throw new Error("a screen of the case is drawn while locked");
  return view;
};

/** Back from this visit: does nothing when the person has gone on meanwhile, e.g. while something was being written. */
export const useBack = (): (() => void) => {
  const app = useApp();
  const route = useAppState((s) => s.route);
  return () => {
    if (app.state().route === route) app.back();
  };
};

/** Shows another screen; ids go in `params`. */
export const useGo = (): ((screen: ScreenName, params?: Readonly<Record<string, string>>, how?: "replace") => void) => useApp().go;
