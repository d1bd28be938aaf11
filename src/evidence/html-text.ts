/** Elements whose content is never text for a reader. */
const silent = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "svg",
  "math",
  "object",
  "iframe",
  "textarea",
  "select",
  "audio",
  "video",
  "canvas",
]);
/** Only these can close themselves. */
const vector = new Set(["svg", "math"]);
const block = new Set([
  "p",
  "div",
  "br",
  "hr",
  "li",
  "ul",
  "ol",
  "tr",
  "table",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "section",
  "article",
  "header",
  "footer",
  "address",
  "dl",
  "dt",
  "dd",
  "center",
]);
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  sect: "§",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  agrave: "à",
  aacute: "á",
  acirc: "â",
  atilde: "ã",
  auml: "ä",
  aring: "å",
  aelig: "æ",
  ccedil: "ç",
  egrave: "è",
  eacute: "é",
  ecirc: "ê",
  euml: "ë",
  igrave: "ì",
  iacute: "í",
  icirc: "î",
  iuml: "ï",
  ntilde: "ñ",
  ograve: "ò",
  oacute: "ó",
  ocirc: "ô",
  otilde: "õ",
  ouml: "ö",
  oslash: "ø",
  ugrave: "ù",
  uacute: "ú",
  ucirc: "û",
  uuml: "ü",
  szlig: "ß",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  Aring: "Å",
  Oslash: "Ø",
  AElig: "Æ",
  Eacute: "É",
  zwnj: "\u200C",
  zwj: "\u200D",
};

const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/giu,
    (whole, dec: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
      const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(dec, 10);
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\uFFFD" : String.fromCodePoint(code);
    },
  );

/** End of a tag that begins at `from` (index behind `>`); quotes may hold `>`. The length when it never ends. */
const tagEnd = (html: string, from: number): number => {
  const stop = /[>"']/gu;
  for (stop.lastIndex = from; ;) {
    const found = stop.exec(html);
    if (found === null) return html.length;
    if (found[0] === ">") return found.index + 1;
    const close = html.indexOf(found[0], found.index + 1);
    if (close < 0) {
      // An odd quote does not swallow the rest of the message.
      const end = html.indexOf(">", from);
      return end < 0 ? html.length : end + 1;
    }
    stop.lastIndex = close + 1;
  }
};

const target = (tag: string): string => {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(tag);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim();
};

/**
 * Text of an HTML mail without building a document: nothing is fetched, run or rendered. Where a link goes stands behind it in brackets.
 * Scripts, styles, comments and embedded things are left out. Malformed markup gives odd text, never an error. Linear in the length.
 */
export const htmlToText = (html: string): string => {
  const out: string[] = [];
  const hrefs: string[] = [];
  const say = (text: string): void => void out.push(decodeEntities(text.replaceAll(/[ \t\r\n]+/gu, " ")));
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      say(html.slice(at));
      break;
    }
    if (open > at) say(html.slice(at, open));
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const name = /^<(\/?)([a-z][a-z0-9]{0,15})?/iu.exec(html.slice(open, open + 20));
    const element = (name?.[2] ?? "").toLowerCase();
    if (element === "" && !/[!?/]/u.test(html[open + 1] ?? "")) {
      out.push("<");
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = html.slice(open, end);
    at = end;
    const closing = name?.[1] === "/";
    if (!closing && silent.has(element) && !(vector.has(element) && tag.endsWith("/>"))) {
      const close = new RegExp(`</${element}(?![a-z0-9])`, "giu");
      close.lastIndex = at;
      const found = close.exec(html);
      at = found === null ? html.length : html.indexOf(">", found.index) + 1 || html.length;
    } else if (block.has(element)) out.push("\n");
    else if (element === "td" || element === "th") out.push(" ");
    else if (element === "a" && !closing) hrefs.push(target(tag));
    else if (element === "a") {
      const href = hrefs.pop() ?? "";
      if (href !== "" && !href.startsWith("#")) out.push(` [${href}]`);
    }
  }
  return out
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
};
