import { linkKey } from "./link-key.ts";
import { findAddresses, isUnusable } from "./link-tokens.ts";
import { refang } from "./refang.ts";
import { type PlatformHosts, type PlatformIndex, platformIndex, siteOf } from "./sites.ts";

/** One line of a paste after understanding. The same shape as `PastedLine` of case/commands.ts (a test compares the types). */
export type PastedLine =
  | {
      readonly as: "link";
      readonly body: {
        readonly link: string;
        /** As pasted, byte for byte. */ readonly text: string;
        readonly key: string;
        readonly host: string;
        readonly site: string;
        readonly platform: string | null;
      };
    }
  | {
      readonly as: "text";
      readonly body: {
        readonly text: string;
        readonly value: string;
        readonly why: "not-a-link" | "unusable-link" | "account-name" | "note";
      };
    };

/** `text` as an address that a browser would go to, or undefined. Reads defanged and scheme-less ones too. */
export const parseAddress = (text: string): URL | undefined => {
  const live = refang(text);
  const hasScheme = /^(?:https?|ftp):\/\//iu.test(live);
  // "https:///x" is no address, though the URL standard reads a host into it.
  if (/^[a-z]+:\/\/[/\\]/iu.test(live)) return undefined;
  try {
    return new URL(hasScheme ? live : `https://${live}`);
  } catch {
    return undefined;
  }
};

/** Names as people write them: `@ana_s`, `ana.s on instagram`, `ana@friendly.example`. Wants a mark that plain words do not have. */
const isAccountName = (line: string): boolean => {
  const [first = "", second = ""] = line.split(/\s+/u, 2);
  const name = /^@?[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}_])?$/u;
  const mail = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,63}$/u;
  const joined = second === "" || /^(?:on|at|in|auf|bei|sur|chez|en|su|na|på|op|[|:(–—-].*)$/iu.test(second);
  return (
    joined &&
    first.length <= 255 &&
    (mail.test(first) || (name.test(first) && (first.startsWith("@") || /\p{L}/u.test(first)) && /[@._\p{N}]/u.test(first)))
  );
};

const why = (line: string): "not-a-link" | "unusable-link" | "account-name" => {
  if (isUnusable(line) || (/^(?:h(?:tt|xx)ps?|ftp)(?:\[:\]|:)/iu.test(line) && !/\s/u.test(line))) return "unusable-link";
  return isAccountName(line) ? "account-name" : "not-a-link";
};

/** What one entry of the log takes, in UTF-16 units (case/limits.ts). */
const maxLine = 16_000;
const maxKey = 48_000;

/** A long text in pieces that fit, no character split. Written-out content (`data:`) is not helped in: it may be a picture. */
const pieces = (text: string): readonly string[] =>
  text.length <= maxLine || /^\s*data:/iu.test(text) ? [text] : (text.match(/[^]{1,7999}/gu) ?? []);

const asLink = (text: string, index: PlatformIndex, newId: () => string): readonly PastedLine[] => {
  const url = text.length > maxLine ? undefined : parseAddress(text);
  if (url === undefined || url.hostname === "") return [];
  const key = linkKey(url);
  if (key.length > maxKey) return [];
  return [{ as: "link", body: { link: newId(), text, key, host: url.host, ...siteOf(url.hostname.replace(/\.$/u, ""), index) } }];
};

const understandLine = (raw: string, index: PlatformIndex, newId: () => string): readonly PastedLine[] => {
  const line = raw.trim();
  if (line === "") return [];
  const script = /^(?:javascript|vbscript|data):\S/iu.test(line) && isUnusable(line);
  const links = script ? [] : findAddresses(line).flatMap((text) => asLink(text, index, newId));
  const only = links[0];
  if (links.length === 1 && only?.as === "link" && only.body.text === line) return links;
  const reason = links.length > 0 ? "not-a-link" : why(line);
  return [...links, ...pieces(raw).map((value): PastedLine => ({ as: "text", body: { text: newId(), value, why: reason } }))];
};

/**
 * Every line of a paste, in order: a line that is one address becomes a link; any other line is kept whole as a text, after the links
 * found in it (in pieces where it is longer than an entry). Blank lines are no content; nothing else is dropped, and nothing is altered (line ends apart). Linear in the length.
 * `newId` gives 32 hex digits. Nothing is fetched.
 */
export const understandPaste = (text: string, platforms: readonly PlatformHosts[], newId: () => string): readonly PastedLine[] => {
  const index = platformIndex(platforms);
  return text.split(/\r\n|\n|\r/u).flatMap((line) => understandLine(line, index, newId));
};
