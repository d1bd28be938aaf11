/** Fields of a decoded JSON row; every reader checks what it takes. */
export type Fields = Readonly<Record<string, unknown>>;

export const asFields = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

export const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
export const isText = (value: unknown): value is string => typeof value === "string";
/** The list when every item passes; undefined otherwise. */
export const listOf = <T>(value: unknown, item: (v: unknown) => T | undefined): readonly T[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const out: T[] = [];
  for (const raw of value) {
    const read = item(raw);
    if (read === undefined) return undefined;
    out.push(read);
  }
  return out;
};
