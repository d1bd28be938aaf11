import { parse } from "tldts";
import { refang } from "./refang.ts";

/** White space, quotes and brackets that stand around addresses, and the full-width marks that follow them without a space. */
const token = /[^\s<>"`“”„«»，。、；！？（）【】《》「」『』]+/gu;
const scheme = /(?:h(?:tt|xx)ps?|ftp)(?:\[:\]|:)\/\//giu;
/** An address inside another (`archive.example/https://…`, `?u=https://…`) belongs to the outer one. */
const nests = new Set(Array.from("/=?&#:%@*+"));
const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** Marks that end a sentence, and invisible characters that copying leaves behind. */
const trailing = /[.,;:!?'’…|\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const leading = /^[('’‘[{*•·,;:!?|\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF-]+/u;
/** Addresses that run something or hold their content themselves instead of naming a place to report. */
const unusable = new Set([
  "javascript",
  "vbscript",
  "data",
  "blob",
  "file",
  "about",
  "mailto",
  "tel",
  "sms",
  "intent",
  "content",
  "chrome",
  "magnet",
]);

/** Does `text` begin with a scheme that this app cannot use as a link? A label in front of one ("Link:https://…") is no scheme. */
export const isUnusable = (text: string): boolean => {
  const [, name = "", rest = ""] = /^([a-z][a-z0-9+.-]{0,30}):(\S{0,9})/iu.exec(text) ?? [];
  const low = name.toLowerCase();
  if (rest === "" || /^(?:h(?:tt|xx)ps?|ftp)$/u.test(low)) return false;
  const label = low !== "javascript" && low !== "vbscript" && /^(?:h(?:tt|xx)ps?:\/\/|ftp:\/\/)/iu.test(rest);
  return !label && (rest.startsWith("//") || unusable.has(low));
};

const count = (text: string, char: string): number => text.split(char).length - 1;

/** Takes off what a sentence put behind an address; a closing bracket stays when its opening one is inside. Linear. */
const trimEnd = (text: string, bold: boolean): string => {
  const surplus = new Map(Object.entries(closers).map(([close, open]) => [close, count(text, close) - count(text, open)]));
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    if (last === "*" && bold) continue;
    const over = surplus.get(last);
    if (over === undefined ? !trailing.test(last) : over <= 0) break;
    if (over !== undefined) surplus.set(last, over - 1);
  }
  return text.slice(0, end);
};

const label = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}_])?$/u;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/u;

/**
 * Is this an address without its scheme? Alone on a line `host/path` is enough; within a sentence the ending has to be a real one,
 * so that "yes.No/maybe" stays a sentence. A bare host is taken only alone, with a real ending or written with `[.]`.
 */
const isSchemeless = (text: string, alone: boolean): boolean => {
  const live = refang(text);
  const cut = live.search(/[/?#]/u);
  const [host = "", port] = (cut < 0 ? live : live.slice(0, cut)).split(":");
  if (host.length > 253 || (port !== undefined && !/^\d{1,5}$/u.test(port))) return false;
  if (ipv4.test(host)) return cut >= 0 || port !== undefined;
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || !/^(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)$/iu.test(last))
    return false;
  const known = parse(host).isIcann === true;
  return known || live !== text ? cut >= 0 || alone : cut >= 0 && alone;
};

/** Where addresses with a scheme begin. Splits `…/1https://…` and `…,https://…`, which is what lists pasted from a phone look like. */
const starts = (text: string, alone: boolean): readonly number[] => {
  const found = [...text.matchAll(scheme)].map((m) => m.index);
  const first = found[0] ?? 0;
  const outer = first > 0 && nests.has(text[first - 1] ?? "") && isSchemeless(text.slice(0, first).replace(leading, ""), alone);
  return found.filter((at, i) => (i === 0 ? !outer : !nests.has(text[at - 1] ?? "")));
};

/** Texts in `line` that look like addresses, in order, exactly as written. Nothing is checked beyond their look. Linear in the length. */
export const findAddresses = (line: string): readonly string[] => {
  const tokens = line.match(token) ?? [];
  const alone = tokens.length === 1;
  return tokens.flatMap((piece) => {
    if (isUnusable(piece)) return [];
    const at = starts(piece, alone);
    const bare = trimEnd(piece.slice(0, at[0] ?? piece.length).replace(leading, ""), piece.startsWith("*"));
    const outer = !bare.includes("@") && isSchemeless(bare, alone && at.length === 0) ? [bare] : [];
    return [...outer, ...at.map((from, i) => trimEnd(piece.slice(from, at[i + 1] ?? piece.length), piece[from - 1] === "*"))];
  });
};
