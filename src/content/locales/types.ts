/** Forms for a count `{n}`, by the plural rules of the language; `other` is always there. */
export type PluralText = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** One text of the interface. `{name}` stands for what is put in; `{n}` chooses the plural form. */
export type UiText = string | PluralText;

/** One area of the interface: keys are `<area>.<name>`. */
export type Words = Readonly<Record<string, UiText>>;
