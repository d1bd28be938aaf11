import type { VNode } from "preact";
import type { ScreenName } from "./names.ts";

export interface ScreenProps {
  /** Opaque ids, as given to `go`. */
  readonly params: Readonly<Record<string, string>>;
}
export type Screen = (props: ScreenProps) => VNode;

export interface ScreenEntry {
  readonly draw: Screen;
  /** The list that this is a detail of: shown beside it from 720 px on. */
  readonly beside?: ScreenName;
}
