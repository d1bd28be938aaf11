import { parseAddress } from "./links.ts";

/** Characters that are invisible or turn the reading direction: controls, format characters, separators, blank fillers and lone surrogates. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115F\u1160\u3164\uFFA0]|\u034F/gu;

/**
 * `text` with every hidden character spelled out, e.g. `⟨U+202E⟩`, so that what is shown is what is there. For addresses and file names;
 * not for prose, where emoji and some scripts rely on joiners. Never store its result.
 */
export const displayText = (text: string): string =>
  text.replaceAll(hidden, (char) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

/** Host as its registrar knows it: lower case, punycode for names outside ASCII. Hidden characters are spelled out where it is no host. */
export const hostDisplay = (host: string): string => parseAddress(host)?.host ?? displayText(host);
