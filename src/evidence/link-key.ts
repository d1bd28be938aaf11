import { parse } from "tldts";
import { type SameSite, sameSites, trackers } from "./same-page.ts";

const byDomain: ReadonlyMap<string, SameSite> = new Map(sameSites.map((rule) => [rule.domain, rule]));

const sameHost = (hostname: string, domain: string, rule: SameSite | undefined): string => {
  const sub = hostname === domain ? "" : hostname.slice(0, -domain.length - 1);
  const view =
    sub === "www" || (rule !== undefined && ((rule.views?.includes(sub) ?? false) || (rule.languages === true && /^[a-z]{2}$/u.test(sub))));
  const rest = view ? "" : sub.startsWith("www.") ? sub.slice(4) : sub;
  return `${rest === "" ? "" : `${rest}.`}${rule?.as ?? domain}`;
};

/** `%7e` and `~` are one character, `%c3` and `%C3` one byte (RFC 3986 §6.2.2); nothing else is decoded. */
const samePercents = (text: string): string =>
  text.replaceAll(/%[0-9a-f]{2}/giu, (code) => {
    const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/u.test(char) ? char : code.toUpperCase();
  });

const sameQuery = (search: string, rule: SameSite | undefined): string => {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => {
      const name = samePercents(pair.split("=", 1)[0] ?? "").toLowerCase();
      return (
        !name.startsWith("utm_") &&
        !trackers.has(name) &&
        !(rule?.drop?.some((drop) => drop === name || drop === decodeBrackets(name)) ?? false)
      );
    });
  return kept.length === 0 || (kept.length === 1 && kept[0] === "") ? "" : `?${samePercents(kept.join("&"))}`;
};
const decodeBrackets = (name: string): string => name.replaceAll("%5b", "[").replaceAll("%5d", "]");

/**
 * De-duplication key of an address: equal only where two links surely show the same page. Scheme, default port, `www.`, the letter case of
 * the host, spelling of IDN and percent codes, known tracking and known second hosts play no part; path, query and fragment do, since they
 * hold access keys (domain notes §6). Never shown, never sent, never stored in place of the link.
 */
export const linkKey = (url: URL): string => {
  const hostname = url.hostname.replace(/\.$/u, "");
  const domain = parse(hostname).domain;
  const rule = domain === null ? undefined : byDomain.get(domain);
  const host = domain === null ? hostname : sameHost(hostname, domain, rule);
  const port =
    url.port === "" || (url.protocol === "http:" && url.port === "443") || (url.protocol === "https:" && url.port === "80")
      ? ""
      : `:${url.port}`;
  const user = url.username === "" && url.password === "" ? "" : `${url.username}:${url.password}@`;
  const path = samePercents(url.pathname);
  // A text directive after `:~:` only tells the browser what to highlight; the page never sees it.
  const hash = samePercents(url.hash.replace(/:~:.*$/u, ""));
  const trimmed = rule?.slash === true && path.length > 1 ? path.replace(/\/$/u, "") : path;
  return `${url.protocol === "ftp:" ? "ftp:" : ""}${user}${host}${port}${trimmed}${sameQuery(url.search, rule)}${hash === "#" ? "" : hash}`;
};
