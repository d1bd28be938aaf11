import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Instant } from "../../lib/time.ts";
import { useAppState, useApp, useT, useTag } from "./context.tsx";
import { awayWords, exactWords, timeWords } from "./dates.ts";

/** The instant the screen is drawn for: that of the plan while unlocked, else the clock's. */
export const useNow = (): Instant => {
  const app = useApp();
  const view = useAppState((s) => s.view);
  return view.at === "unlocked" ? view.now : app.now();
};

/**
 * A date as people say it, "Thursday 21:14, 3 days ago"; the exact one on tap. `offset`: of the entry whose time it is. Do not put it inside a row that
 * is a button.
 */
export const When = ({ at, offset }: { readonly at: Instant; readonly offset?: number }): VNode => {
  const tag = useTag();
  const t = useT();
  const now = useNow();
  const [exact, setExact] = useState(false);
  return (
    <button type="button" class="when" title={t("common.exact-time")} aria-pressed={exact} onClick={() => setExact(!exact)}>
      <time dateTime={at}>
        {exact ? exactWords(tag, at, offset) : `${timeWords(tag, at, now, offset)}, ${awayWords(tag, at, now, offset)}`}
      </time>
    </button>
  );
};
