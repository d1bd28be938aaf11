import type { Applies } from "./types.ts";

export const pictureApplies: Applies<"picture.added.v1" | "picture.age-answered.v1" | "picture.described.v1"> = {
  "picture.added.v1": (draft, origin, { picture: id, label }) => {
    draft.pictures.add(id, { ...origin, id, label, age: "unanswered", shows: [], takenByPerson: null, described: false });
  },
  "picture.age-answered.v1": (draft, _, { picture, age }) => draft.pictures.update(picture, (known) => ({ ...known, age })),
  "picture.described.v1": (draft, _, { picture, shows, takenByPerson }) =>
    draft.pictures.update(picture, (known) => ({ ...known, shows, takenByPerson, described: true })),
};
