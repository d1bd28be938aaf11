import { isKnown } from "../subject.ts";
import { decideOne, fresh, must, refuse, withReason, type Decides } from "./outcome.ts";
import { paste } from "./paste.ts";

export const linkDecides: Decides<
  | "paste"
  | "note-link"
  | "set-link-pictures"
  | "check-link"
  | "set-link-aside"
  | "take-link-up"
  | "note-search"
  | "note-site"
  | "keep-text"
  | "add-place"
  | "check-place"
  | "add-profile"
  | "check-profile"
> = {
  paste,
  "note-link": (state, command) => decideOne("link.noted.v1", command, ({ link }) => must(state.links.has(link))),
  "set-link-pictures": (state, command) =>
    decideOne("link.pictures-set.v1", command, ({ link, pictures }) =>
      must(state.links.has(link) && pictures.every((picture) => state.pictures.has(picture))),
    ),
  "check-link": (state, command) => decideOne("link.checked.v1", command, ({ link }) => must(state.links.has(link))),
  "set-link-aside": (state, command) =>
    withReason(command.reason, () => decideOne("link.set-aside.v1", command, ({ link }) => must(state.links.has(link)))),
  "take-link-up": (state, command) => {
    const link = state.links.get(command.link);
    if (link === undefined) return refuse("unknown-subject");
    return link.setAside === null ? refuse("nothing-to-add") : decideOne("link.taken-up.v1", command, () => undefined);
  },
  "note-search": (state, command) => decideOne("search.noted.v1", command, ({ link }) => must(state.links.has(link))),
  "note-site": (state, command) => decideOne("site.noted.v1", command, ({ site }) => must(state.sites.has(site))),
  "keep-text": (state, command) =>
    decideOne("text.kept.v1", command, ({ text, about }) => fresh(state.texts, text) ?? must(isKnown(state, about))),
  "add-place": (state, command) => decideOne("place.added.v1", command, ({ place }) => fresh(state.places, place)),
  "check-place": (state, command) => decideOne("place.checked.v1", command, ({ place }) => must(state.places.has(place))),
  "add-profile": (state, command) => decideOne("profile.added.v1", command, ({ profile }) => fresh(state.profiles, profile)),
  "check-profile": (state, command) => decideOne("profile.checked.v1", command, ({ profile }) => must(state.profiles.has(profile))),
};
