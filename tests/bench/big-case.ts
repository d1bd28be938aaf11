import { instantFromMs, type Instant } from "../../src/lib/time.ts";
import type { EntryDraft } from "../../src/vault/types.ts";

/** When everything in a big case happened, and a later moment to plan at. */
export const start: Instant = instantFromMs(1_780_000_000_000);
export const later: Instant = instantFromMs(1_780_000_000_000 + 30 * 86_400_000);

/** Ids of the things of a big case: kind of thing, then its number. */
const idOf = (kind: "link" | "picture", n: number): string => `${{ link: "a", picture: "b" }[kind]}${n.toString(16).padStart(31, "0")}`;

const draft = (kind: string, body: object): EntryDraft => ({ kind, body, secrets: [] });
const siteOf = (n: number): string => `site${String(n % 60)}.example`;
/** What a link looked like when it was found: one entry. */
export const linkAdded = (n: number): EntryDraft => {
  const host = `www.${siteOf(n)}`;
  const path = `gallery/view.php?id=${String(n * 7919)}&page=${String(n % 40)}`;
  return draft("link.added.v1", {
    link: idOf("link", n),
    text: `https://${host}/${path}`,
    key: `${host}/${path}`,
    host,
    site: siteOf(n),
    platform: null,
    from: "paste",
  });
};
export const linkChecked = (n: number, found: "gone" | "still-there"): EntryDraft =>
  draft("link.checked.v1", { link: idOf("link", n), found, by: "person" });

const opening: readonly EntryDraft[] = [
  draft("case.opened.v1", { parent: null }),
  draft("fact.answered.v1", { fact: "happened", value: "posted" }),
  draft("picture.added.v1", { picture: idOf("picture", 0), label: "On the beach" }),
  draft("picture.age-answered.v1", { picture: idOf("picture", 0), age: "adult" }),
];

/** A long case as it would stand in the log: three entries for each link (added, its uploader noted, checked), on sixty sites. */
export const bigCase = (links: number): readonly EntryDraft[] => [
  ...opening,
  ...Array.from({ length: links }, (_, n) => [
    linkAdded(n),
    draft("link.noted.v1", { link: idOf("link", n), field: "uploader", value: `uploader_${String(n % 97)}` }),
    linkChecked(n, n % 4 === 0 ? "gone" : "still-there"),
  ]).flat(),
];
