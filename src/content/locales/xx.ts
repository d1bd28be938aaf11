import en from "./en.ts";
import type { Locale, Ui, UiKey } from "./index.ts";
import type { UiText } from "./types.ts";

const wrap = (text: UiText): UiText =>
  typeof text === "string"
    ? `⟦${text}⟧`
    : { ...Object.fromEntries(Object.entries(text).map(([form, value]) => [form, `⟦${value}⟧`])), other: `⟦${text.other}⟧` };

const isKey = (key: string): key is UiKey => Object.hasOwn(en.ui, key);

const ui = Object.keys(en.ui)
  .filter(isKey)
  .reduce<Ui>((all, key) => ({ ...all, [key]: wrap(en.ui[key]) }), en.ui);

/** Pseudo-language: every text in ⟦ ⟧, so that what stands outside is untranslated. */
export default { tag: "xx", dir: "ltr", ui, content: {} } satisfies Locale;
