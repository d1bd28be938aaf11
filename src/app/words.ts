import type { PartLocale, UiKey } from "../content/locales/index.ts";

export type Params = Readonly<Record<string, string | number>>;
/** Key → the text in the person's language, with numbers, plurals and values put in. */
export type Translate = (key: UiKey, params?: Params) => string;

const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** A value inside a sentence keeps its own direction where the two can differ, so that it cannot reorder the words around it. */
const isolate = (value: string, dir: PartLocale["dir"]): string =>
  dir === "rtl" || rightToLeft.test(value) ? `${ISOLATE}${value}${END_ISOLATE}` : value;

/** `tag` for Intl: plain English, and the pseudo-languages, write the day before the month, as most of the world does. */
export const intlTag = (tag: string): string => (tag === "en" || tag.startsWith("x") ? "en-GB" : tag);

/** Pure; the plural form is chosen by `params.n` and the rules of the language. A key whose words are not loaded shows as itself. */
export const createTranslate = (locale: PartLocale): Translate => {
  const tag = intlTag(locale.tag);
  const plural = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (key, params = {}) => {
    const text = locale.ui[key] ?? key;
    const count = params["n"];
    const form = typeof text === "string" ? text : ((typeof count === "number" ? text[plural.select(count)] : undefined) ?? text.other);
    return form.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? number.format(value) : isolate(value, locale.dir);
    });
  };
};
