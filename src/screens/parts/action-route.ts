import type { UiKey } from "../../content/locales/index.ts";
import type { Action, StepScreen } from "../../workflow/types.ts";
import type { ScreenName } from "../names.ts";
import { splitSubject } from "./subject.tsx";

interface Way {
  readonly screen: ScreenName;
  /** Words on the button. */
  readonly label: UiKey;
}

/** Which screen does a step, by what the step says. */
const ways = {
  tick: { screen: "step", label: "now.do-tick" },
  question: { screen: "question", label: "now.do-question" },
  "add-links": { screen: "add-links", label: "now.do-add-links" },
  "add-place": { screen: "add-place", label: "now.do-add-place" },
  capture: { screen: "capture", label: "now.do-capture" },
  "note-link": { screen: "link", label: "now.do-note-link" },
  "add-message": { screen: "add-message", label: "now.do-add-message" },
  report: { screen: "report", label: "now.do-report" },
  "follow-report": { screen: "follow-report", label: "now.do-follow-report" },
  "check-link": { screen: "check-link", label: "now.do-check-link" },
  "hash-service": { screen: "hash-service", label: "now.do-hash-service" },
  profile: { screen: "profiles", label: "now.do-profile" },
  search: { screen: "search", label: "now.do-search" },
  account: { screen: "accounts", label: "now.do-account" },
  person: { screen: "people", label: "now.do-person" },
  share: { screen: "share", label: "now.do-share" },
  close: { screen: "close-case", label: "now.do-close" },
  links: { screen: "links", label: "now.do-links" },
  evidence: { screen: "evidence", label: "now.do-evidence" },
} as const satisfies Readonly<Record<StepScreen, Way>>;

export interface ActionRoute extends Way {
  /** `step`, `subject` as in the action, and `<kind>: <id>` of the subject, e.g. `link`. */
  readonly params: Readonly<Record<string, string>>;
}

/** `<step>|<subject>`: what names an action. */
export const actionKey = (action: Pick<Action, "step" | "subject">): string => `${action.step}|${action.subject}`;

/** Where an action is done. A step about one profile or account leads to it, else to the list. */
export const actionRoute = (action: Action, screen: StepScreen): ActionRoute => {
  const { kind, id } = splitSubject(action.subject);
  const way: Way = ways[screen];
  const one = screen === "profile" && kind === "profile" ? "profile" : screen === "account" && kind === "account" ? "account" : way.screen;
  return { ...way, screen: one, params: { step: action.step, subject: action.subject, ...(id === "" ? {} : { [kind]: id }) } };
};
