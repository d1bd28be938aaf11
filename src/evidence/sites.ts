import { parse } from "tldts";

/** What evidence needs to know of a directory entry. `hosts`: registrable domains or exact hosts, lower case, punycode. */
export interface PlatformHosts {
  readonly id: string;
  readonly hosts: readonly string[];
}

/** Host → directory id. Built once per paste, so that 10,000 links cost 10,000 look-ups. */
export type PlatformIndex = ReadonlyMap<string, string>;

export const platformIndex = (platforms: readonly PlatformHosts[]): PlatformIndex =>
  new Map(platforms.flatMap(({ id, hosts }) => hosts.map((host): [string, string] => [host.toLowerCase(), id])));

/**
 * What a host belongs to. `site` is what links are grouped by: the registrable domain, or the host where there is none.
 * `platform` is set only where the exact host or the registrable domain equals an entry of the directory's list; a name that merely
 * contains or resembles one never matches (domain notes §6, "look-alike domains").
 * A listed host under somebody else's domain (drive.google.com) is a site of its own, so that one site has one platform.
 */
export const siteOf = (hostname: string, index: PlatformIndex): { readonly site: string; readonly platform: string | null } => {
  // With private suffixes (user.github.io) each customer is a site; without, the domain is the provider's.
  const own = parse(hostname, { allowPrivateDomains: true }).domain;
  const provider = parse(hostname).domain;
  const bare = hostname.replace(/^www\./u, "");
  const exact = index.get(hostname) ?? index.get(bare);
  const byDomain = (own === null ? undefined : index.get(own)) ?? (provider === null ? undefined : index.get(provider));
  if (exact !== undefined && exact !== byDomain) return { site: index.has(hostname) ? hostname : bare, platform: exact };
  if (byDomain !== undefined) return { site: (own !== null && index.has(own) ? own : provider) ?? hostname, platform: byDomain };
  return { site: own ?? provider ?? hostname, platform: null };
};
