import type { Id, SubjectKey } from "../case/events.ts";
import type { CaseState, Evidence } from "../case/state.ts";
import { isMedia } from "../lib/media-type.ts";
import { isMinorNow, pictureBits, together } from "./link-view.ts";
import { ageBits } from "./view.ts";

const answeredUnderAge = ageBits.under18 | ageBits.unknown;

/** Pictures that a file shows, by what it is about; null where a page is among them whose picture nobody has named: then any of the case counts. */
const shownBy = (state: CaseState, pictures: readonly Id[], about: readonly SubjectKey[]): ReadonlySet<Id> | null => {
  const shown = new Set(pictures);
  const subjects = new Set(about);
  // A set goes on over what is added to it meanwhile: reports may cover reports, and messages be about them.
  for (const key of subjects) {
    const id = key.slice(key.indexOf(":") + 1);
    if (key.startsWith("picture:")) shown.add(id);
    else if (key.startsWith("link:") || key.startsWith("search:")) {
      const own = state.links.get(id.slice(0, 32))?.pictures ?? [];
      if (own.length === 0) return null;
      for (const picture of own) shown.add(picture);
    } else if (key.startsWith("site:")) {
      const links = state.sites.get(id)?.links ?? [];
      if (links.length === 0) return null;
      for (const link of links) subjects.add(`link:${link}`);
    } else if (key.startsWith("report:")) for (const covered of state.reports.get(id)?.covers ?? []) subjects.add(covered);
    else if (key.startsWith("message:")) for (const named of state.messages.get(id)?.about ?? []) subjects.add(named);
  }
  return shown.size === 0 ? null : shown;
};

/**
 * How many kept files, and mails kept as they came, show somebody who was, or may have been, under 18. A question that is still open
 * does not count here: it is asked first. `whole`: ages of all pictures of the case, as bits.
 */
export const countRefused = (state: CaseState, whole: number): number => {
  if ((whole & answeredUnderAge) === 0) return 0;
  const minorNow = isMinorNow(state);
  const isRefused = (pictures: readonly Id[], about: readonly SubjectKey[]): boolean => {
    const shown = shownBy(state, pictures, about);
    if (shown === null) return true;
    const known = [...shown].flatMap((id) => state.pictures.get(id) ?? []);
    // One that is not known any more cannot be asked about.
    if (known.length < shown.size) return true;
    return (together(known.map((picture) => pictureBits(picture, minorNow))).ages & answeredUnderAge) !== 0;
  };
  // A copy shows what it was made from.
  const isRefusedWithSources = (item: Evidence): boolean => {
    const seen = new Set<Evidence>();
    for (let one: Evidence | undefined = item; !seen.has(one);) {
      if (isRefused(one.pictures, one.about)) return true;
      seen.add(one);
      if (one.source === null) return false;
      one = state.evidence.get(one.source.evidence);
      if (one === undefined) return true;
    }
    return false;
  };
  let refused = 0;
  for (const item of state.evidence.values()) if (!item.forgotten && isMedia(item.type) && isRefusedWithSources(item)) refused += 1;
  for (const { channel, file, name, about } of state.messages.values())
    if (channel === "email" && file !== null && !/\.txt$/iu.test(name) && isRefused([], about)) refused += 1;
  return refused;
};
