import type { rest } from "./en/rest.ts";
import { first } from "./en/first.ts";
import type { UiText } from "./types.ts";

/** Every text of the interface has one of these keys; English defines them. */
export type UiKey = keyof typeof first | keyof typeof rest;
export type Ui = Readonly<Record<UiKey, UiText>>;

/** A language is one file beside this one, `<BCP 47 tag>.ts`, with this as its default export. Nothing else has to be edited. */
export interface Locale {
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  /** Complete, or it does not compile. */
  readonly ui: Ui;
  /** May lag behind: the English beside the step, platform or helpline is shown instead, with `lang="en"`. */
  readonly content: Readonly<Record<string, string>>;
}

/** A locale as far as it has been loaded. */
export type PartLocale = Omit<Locale, "ui"> & { readonly ui: Partial<Ui> };

export const firstWords: PartLocale = { tag: "en", dir: "ltr", ui: first, content: {} };

/** The pseudo-languages (`x?.ts`), which show untranslated text, exist during development only. */
const files: Readonly<Record<string, () => Promise<Locale>>> = import.meta.env.DEV
  ? import.meta.glob<Locale>(["./*.ts", "!./index.ts", "!./types.ts"], { import: "default" })
  : import.meta.glob<Locale>(["./*.ts", "!./index.ts", "!./types.ts", "!./x?.ts"], { import: "default" });

const tagOf = (path: string): string => path.slice(2, -3);

/** Tags that can be chosen. */
export const languages: readonly string[] = Object.keys(files).map(tagOf);

/** The whole locale, or undefined when there is none with this tag. Rejects when its file cannot be fetched. */
export const loadLocale = async (tag: string): Promise<Locale | undefined> => files[`./${tag}.ts`]?.();
