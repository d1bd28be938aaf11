import { decideOne, fresh, must, type Decides } from "./outcome.ts";

export const pictureDecides: Decides<"add-picture" | "answer-age" | "describe-picture"> = {
  "add-picture": (state, command) => decideOne("picture.added.v1", command, ({ picture }) => fresh(state.pictures, picture)),
  "answer-age": (state, command) => decideOne("picture.age-answered.v1", command, ({ picture }) => must(state.pictures.has(picture))),
  "describe-picture": (state, command) => decideOne("picture.described.v1", command, ({ picture }) => must(state.pictures.has(picture))),
};
