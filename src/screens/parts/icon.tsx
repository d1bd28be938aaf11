import type { VNode } from "preact";

const paths = {
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  now: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v9l6 4",
  case: "M3 6h6l2 3h10v10H3z",
  timeline: "M5 4v16M5 6h14M5 12h10M5 18h14",
  share: "M12 15V3M8 7l4-4 4 4M4 13v7h16v-7",
  chevron: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  tick: "M5 13l4 4L19 7",
  cross: "M6 6l12 12M18 6L6 18",
  add: "M12 5v14M5 12h14",
  talk: "M4 5h16v11H9l-5 4z",
  phone: "M6 3h4l2 5-3 2c1 2 3 4 5 5l2-3 5 2v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4v6M9 14v6",
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words beside it say the same. `flip`: points the way the text runs. */
export const Icon = ({ name, flip = false }: { readonly name: IconName; readonly flip?: boolean }): VNode => (
  <svg class={flip ? "icon flip" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
