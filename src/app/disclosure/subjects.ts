import { linkMayLeave } from "../../case/media.ts";
import type { Id, SubjectKey } from "../../case/events.ts";
import type { CaseState } from "../../case/state.ts";
import type { Choices, Part } from "./choices.ts";

const partOf: Readonly<Record<string, Part>> = {
  place: "links",
  profile: "links",
  picture: "links",
  account: "accounts",
  report: "reports",
  message: "messages",
  person: "people",
};

/**
 * May this subject be named in what leaves? One rule for every place where a subject stands: its part is ticked, it was not taken out, and the
 * age rules let it go; a site only with one of its links, groups or profiles, a search with its link.
 */
export const subjectFilter = (state: CaseState, choices: Choices): ((key: SubjectKey) => boolean) => {
  const { parts, without, recipient } = choices;
  const link = (id: Id): boolean => parts.has("links") && !without.has(id) && linkMayLeave(state, id, recipient);
  const sites = new Set([
    ...[...state.links.values()].filter(({ id }) => link(id)).map(({ site }) => site),
    ...[...state.profiles.values()].filter(({ id }) => parts.has("links") && !without.has(id)).map(({ site }) => site),
  ]);
  return (key) => {
    if (key === "case") return true;
    const [kind = "", id = ""] = key.split(/:(.*)/su);
    if (kind === "link") return link(id);
    if (kind === "search") return link(id.split("/")[0] ?? "");
    if (kind === "site") return sites.has(id);
    const part = partOf[kind];
    return part !== undefined && parts.has(part) && !without.has(id);
  };
};
