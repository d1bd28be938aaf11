import type { Id, SubjectKey } from "../case/events.ts";
import type { CaseState, Evidence } from "../case/state.ts";
import { isMedia } from "../lib/media-type.ts";
import { isMinorNow, pictureBits, together } from "./link-view.ts";
import { ageBits } from "./view.ts";

const answeredUnderAge = ageBits.under18 | ageBits.unknown;

interface Shown {
  /** Pictures that are named. */ readonly named: ReadonlySet<Id>;
  /** Nobody has named any, or a page is among what it is about whose picture nobody has named: then any of the case counts. */
  readonly isOpen: boolean;
}

/** Pictures that a file shows, by what it is about. */
const shownBy = (state: CaseState, pictures: readonly Id[], about: readonly SubjectKey[]): Shown => {
  const shown = new Set(pictures);
  let isOpen = false;
  const subjects = new Set(about);
  // A set goes on over what is added to it meanwhile: reports may cover reports, and messages be about them.
  for (const key of subjects) {
    const id = key.slice(key.indexOf(":") + 1);
    if (key.startsWith("picture:")) shown.add(id);
    else if (key.startsWith("link:") || key.startsWith("search:")) {
      const own = state.links.get(id.slice(0, 32))?.pictures ?? [];
      if (own.length === 0) isOpen = true;
      for (const picture of own) shown.add(picture);
    } else if (key.startsWith("site:")) {
      const links = state.sites.get(id)?.links ?? [];
      if (links.length === 0) isOpen = true;
      for (const link of links) subjects.add(`link:${link}`);
    } else if (key.startsWith("report:") || key.startsWith("message:")) {
      const inner = key.startsWith("report:") ? state.reports.get(id)?.covers : state.messages.get(id)?.about;
      // What one that is erased was about, nobody can say.
      if (inner === undefined) isOpen = true;
      for (const named of inner ?? []) subjects.add(named);
    }
  }
  return { named: shown, isOpen: isOpen || shown.size === 0 };
};

/** The file itself, and what it was made from, nearest first; null: some of that is not known any more. */
const withSources = (state: CaseState, item: Evidence): readonly Evidence[] | null => {
  const sources = new Set([item]);
  // Sets go on over what is added to them meanwhile, and take nothing in twice.
  for (const { source } of sources) {
    const next = source === null ? undefined : state.evidence.get(source.evidence);
    if (source !== null && next === undefined) return null;
    if (next !== undefined) sources.add(next);
  }
  return [...sources];
};

/** What was made from a file, and from that again. */
const copies = (state: CaseState): ((root: Evidence) => readonly Evidence[]) => {
  const made = new Map<Id, Evidence[]>();
  for (const item of state.evidence.values()) {
    if (item.source === null) continue;
    const beside = made.get(item.source.evidence);
    if (beside === undefined) made.set(item.source.evidence, [item]);
    else beside.push(item);
  }
  return (root) => {
    const family = new Set([root]);
    for (const { id } of family) for (const copy of made.get(id) ?? []) family.add(copy);
    return [...family].slice(1);
  };
};

/**
 * How many kept files, and mails kept as they came, show somebody who was, or may have been, under 18. A question that is still open
 * does not count here: it is asked first. `whole`: ages of all pictures of the case, as bits.
 */
export const countRefused = (state: CaseState, whole: number): number => {
  if ((whole & answeredUnderAge) === 0) return 0;
  const minorNow = isMinorNow(state);
  const areRefused = (named: ReadonlySet<Id>): boolean => {
    const known = [...named].flatMap((id) => state.pictures.get(id) ?? []);
    // One that is not known any more cannot be asked about.
    if (known.length < named.size) return true;
    return (together(known.map((picture) => pictureBits(picture, minorNow))).ages & answeredUnderAge) !== 0;
  };
  const isRefused = (pictures: readonly Id[], about: readonly SubjectKey[]): boolean => {
    const { named, isOpen } = shownBy(state, pictures, about);
    return isOpen || areRefused(named);
  };
  const copiesOf = copies(state);
  const refusedCopies = new Map<Evidence, boolean>();
  const hasRefusedCopy = (root: Evidence): boolean => {
    const known = refusedCopies.get(root);
    if (known !== undefined) return known;
    const has = copiesOf(root).some((copy) => areRefused(shownBy(state, copy.pictures, copy.about).named));
    refusedCopies.set(root, has);
    return has;
  };
  // A copy shows what it was made from, and that shows what is seen in its copies.
  const isRefusedInFamily = (item: Evidence): boolean => {
    const sources = withSources(state, item);
    if (sources === null) return true;
    return sources.some((one) => isRefused(one.pictures, one.about)) || hasRefusedCopy(sources.at(-1) ?? item);
  };
  let refused = 0;
  for (const item of state.evidence.values()) if (!item.forgotten && isMedia(item.type) && isRefusedInFamily(item)) refused += 1;
  for (const { channel, file, name, about } of state.messages.values())
    if (channel === "email" && file !== null && !/\.txt$/iu.test(name) && isRefused([], about)) refused += 1;
  return refused;
};
