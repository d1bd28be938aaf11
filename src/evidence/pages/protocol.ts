/*
 * What the page and the worker that draws a PDF say to each other. The worker may have been taken over by the file, so all that it says is checked,
 * and it is answered with bytes of that one file and nothing else.
 */

/** What a page is drawn without: this app cannot show it, or it is damaged (`part`: of what is drawn, anything). */
export type Lack = "picture" | "letters" | "field" | "part";
const lacks: readonly unknown[] = ["picture", "letters", "field", "part"] satisfies readonly Lack[];

/** To the worker. Pages count from 1; `bytes` answers `want`. */
export type PagesAsk =
  | { readonly ask: "open"; readonly size: number }
  | { readonly ask: "draw"; readonly page: number }
  | { readonly ask: "bytes"; readonly from: number; readonly bytes: ArrayBuffer };

/** `locked`: it opens with a password only; `damaged`: it is no PDF, or one that cannot be drawn. */
export type PagesFailure = "locked" | "damaged";

/** From the worker. */
export type PagesSaid =
  | { readonly said: "opened"; readonly count: number }
  /** Bytes `from`…`to`, exclusive. */
  | { readonly said: "want"; readonly from: number; readonly to: number }
  | { readonly said: "drawn"; readonly picture: ImageBitmap; readonly lacks: readonly Lack[] }
  | { readonly said: "failed"; readonly why: PagesFailure };

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isLack = (value: unknown): value is Lack => lacks.includes(value);

/** What a worker said; undefined for anything else. */
export const parseSaid = (value: unknown): PagesSaid | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const { said, count, from, to, picture, lacks: lacking, why } = value as Readonly<Record<string, unknown>>;
  if (said === "opened") return isWhole(count) && count > 0 ? { said, count } : undefined;
  if (said === "want") return isWhole(from) && isWhole(to) && from < to ? { said, from, to } : undefined;
  if (said === "failed") return why === "locked" || why === "damaged" ? { said, why } : undefined;
  if (said !== "drawn" || !(picture instanceof ImageBitmap) || !Array.isArray(lacking)) return undefined;
  return { said, picture, lacks: lacking.filter(isLack) };
};
