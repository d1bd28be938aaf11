/** Bytes of some letters, one each. */
export const letters = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
export const u16 = (n: number, little = false): Uint8Array => {
  const bytes = new Uint8Array([(n >>> 8) & 255, n & 255]);
  return little ? bytes.toReversed() : bytes;
};
export const u32 = (n: number, little = false): Uint8Array => {
  const bytes = new Uint8Array([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
  return little ? bytes.toReversed() : bytes;
};
export const join = (...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const lists = parts.map((part) => (typeof part === "string" ? letters(part) : part instanceof Uint8Array ? part : new Uint8Array(part)));
  const out = new Uint8Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    out.set(list, at);
    at += list.length;
  }
  return out;
};

/** What every text planted in the corpus begins with; looked for in both widths. */
export const mark = "mark-";
const marks = [mark, mark.split("").join("\0")];
export const tellsMark = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return marks.some((one) => text.includes(one));
};

const load = async (url: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(url)).arrayBuffer());
const urls = import.meta.glob<string>("../pictures/*", { query: "?url", import: "default", eager: true });
/** Every picture of `tests/evidence/pictures` by its name. */
export const pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
  await Promise.all(Object.entries(urls).map(async ([path, url]) => [path.slice(path.lastIndexOf("/") + 1), await load(url)] as const)),
);
export const pictureNamed = (name: string): Uint8Array<ArrayBuffer> => {
  const found = pictures.get(name);
  if (found === undefined) throw new Error(`no picture ${name}`);
  return found;
};
