import type { Applies } from "./types.ts";

export const placeApplies: Applies<"place.added.v1" | "place.checked.v1" | "profile.added.v1" | "profile.checked.v1"> = {
  "place.added.v1": (draft, origin, { place: id, ...rest }) => {
    draft.places.add(id, { ...origin, id, ...rest, evidence: [], reports: [], checks: [] });
  },
  "place.checked.v1": (draft, origin, { place, found, by }) =>
    draft.places.update(place, (known) => ({ ...known, checks: draft.lists.append(known.checks, { ...origin, found, by }) })),
  "profile.added.v1": (draft, origin, { profile: id, ...rest }) => {
    draft.profiles.add(id, { ...origin, id, ...rest, evidence: [], reports: [], checks: [] });
  },
  "profile.checked.v1": (draft, origin, { profile, found }) =>
    draft.profiles.update(profile, (known) => ({ ...known, checks: draft.lists.append(known.checks, { ...origin, found }) })),
};
