import type { PagesOpener } from "./app/ports.ts";
import { scriptUrl } from "./device/trusted-types.ts";
import { openPages } from "./evidence/pages/reader.ts";
import pagesUrl from "./worker-pages.ts?worker&url";

/** Each PDF in a worker of its own. Loaded when one is looked at; by then a case or a sealed file is open, so the policy that holds the worker stands. */
export const openPagesHere: PagesOpener = (source) =>
  openPages(() => new Worker(scriptUrl(pagesUrl), { type: "module", name: "pages" }), source);
