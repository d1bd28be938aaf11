import type { Commands } from "../../src/case/kinds.ts";
import { found, helpers, idOf, sites, subjectsOf, type Making } from "./making.ts";

type LinkCommand =
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
  | "check-profile";

export const linkMakers: { readonly [D in LinkCommand]: (making: Making) => Commands[D] } = {
  paste: ({ state, dice, newId }) => ({
    do: "paste",
    from: dice.pick(["paste", "typed", "import"]),
    pictures: dice.some(state.pictures.keys()),
    lines: Array.from({ length: dice.roll() % 4 }, () => {
      const site = dice.pick(sites);
      const path = dice.roll() % 6;
      const text = `${dice.pick(["https", "http"])}://${site}/${path}`;
      return dice.often()
        ? {
            as: "link" as const,
            body: {
              link: newId(),
              text,
              key: `${site}/${path}`,
              host: site,
              site,
              platform: site === "friendly.example" ? "friendly" : null,
            },
          }
        : {
            as: "text" as const,
            body: {
              text: newId(),
              value: dice.pick(["see there", ` data:image/png;base64,${"A".repeat(80)}`, ""]),
              why: "not-a-link" as const,
            },
          };
    }),
  }),
  "note-link": ({ state, dice }) => ({
    do: "note-link",
    link: idOf(dice, state.links),
    field: dice.pick(["uploader", "caption", "posted-at", "found-at", "hint"]),
    value: dice.pick(["grey_harbor_42", ""]),
  }),
  "set-link-pictures": ({ state, dice }) => ({
    do: "set-link-pictures",
    link: idOf(dice, state.links),
    pictures: dice.some(state.pictures.keys()),
  }),
  "check-link": ({ state, dice }) => ({ do: "check-link", link: idOf(dice, state.links), found: dice.pick(found), by: dice.pick(helpers) }),
  "set-link-aside": ({ state, dice }) => ({ do: "set-link-aside", link: idOf(dice, state.links), reason: dice.pick(["not mine", " "]) }),
  "take-link-up": ({ state, dice }) => ({ do: "take-link-up", link: idOf(dice, state.links) }),
  "note-search": ({ state, dice }) => ({
    do: "note-search",
    link: idOf(dice, state.links),
    engine: dice.pick(["google", "bing"]),
    state: dice.pick(["shown", "asked", "out"]),
  }),
  "note-site": ({ state, dice }) => ({
    do: "note-site",
    site: dice.any(state.sites.keys()) ?? "nowhere.example",
    value: dice.pick(["yes", "no"]),
    note: "",
    fact: dice.pick(["asks-for-money", "run-by-person", "reupload-asked", "reupload-answered", "preservation-asked"]),
  }),
  "keep-text": ({ state, dice, newId }) => ({
    do: "keep-text",
    text: newId(),
    value: dice.pick(["a note", `data:video/mp4;base64,${"B".repeat(80)}`]),
    why: "note",
    about: dice.any(subjectsOf(state)) ?? "case",
  }),
  "add-place": ({ newId }) => ({
    do: "add-place",
    place: newId(),
    name: "group",
    platform: "telegram",
    invite: "",
    admins: "",
    numbers: "",
  }),
  "check-place": ({ state, dice }) => ({
    do: "check-place",
    place: idOf(dice, state.places),
    found: dice.pick(found),
    by: dice.pick(helpers),
  }),
  "add-profile": ({ newId, dice }) => ({
    do: "add-profile",
    profile: newId(),
    handle: "@fake",
    text: "https://friendly.example/fake",
    site: dice.pick(sites),
    platform: null,
    note: "",
  }),
  "check-profile": ({ state, dice }) => ({ do: "check-profile", profile: idOf(dice, state.profiles), found: dice.pick(found) }),
};
