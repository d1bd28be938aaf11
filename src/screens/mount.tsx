import { render } from "preact";
import type { App } from "../app/types.ts";
import { AppContext } from "./parts/context.tsx";
import { Root } from "./root.tsx";
import "./style.css";

/** Draws the app into an element; returns the way to take it away. */
export const mount = (app: App, into: HTMLElement): (() => void) => {
  render(
    <AppContext.Provider value={app}>
      <Root />
    </AppContext.Provider>,
    into,
  );
  return () => render(null, into);
};
