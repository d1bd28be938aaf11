import { decodeEntry, type Read } from "../case/decode.ts";
import type { App } from "./types.ts";

/** Every entry of the open case, decoded, in order; kept nowhere. undefined when it could not be read: that has been said. */
export const readLog = async (app: App): Promise<readonly Read[] | undefined> => (await readMarkedLog(app))?.reads;

/** The same, and the numbers of the entries that another copy of the case brought. */
export const readMarkedLog = async (
  app: App,
): Promise<{ readonly reads: readonly Read[]; readonly brought: ReadonlySet<number> } | undefined> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return undefined;
  const vault = await app.vault();
  const loaded = await vault.loadCase(view.caseId);
  if (!app.tell(loaded)) return undefined;
  // The vault keeps what it read until this.
  void vault.verifyLoaded(view.caseId);
  const { entries } = loaded.value;
  return { reads: entries.map(decodeEntry), brought: new Set(entries.flatMap(({ seq, brought }) => (brought === true ? [seq] : []))) };
};
