import type { VNode } from "preact";
import type { CaseState } from "../../case/state.ts";
import type { Action } from "../../workflow/types.ts";
import { useCase, useT } from "./context.tsx";
import { LinkText, UserText } from "./text.tsx";

/** `link:<id>` → kind and id; `case` has no id. */
export const splitSubject = (subject: string): { readonly kind: string; readonly id: string } => {
  const colon = subject.indexOf(":");
  return colon === -1 ? { kind: subject, id: "" } : { kind: subject.slice(0, colon), id: subject.slice(colon + 1) };
};

/** How many links an action is about: a batch lists them. */
export const linksCovered = (action: Action): number => action.covers.filter((key) => key.startsWith("link:")).length;

const siteOf = (state: CaseState, action: Action): string | undefined => {
  const { kind, id } = splitSubject(action.subject);
  if (kind === "site") return id;
  if (kind === "report") return state.reports.get(id)?.site;
  return undefined;
};

/** What an action is about, in a line; null when it is about the whole case. */
export const Subject = ({ action, short = false }: { readonly action: Action; readonly short?: boolean }): VNode | null => {
  const t = useT();
  const { state } = useCase();
  const { kind, id } = splitSubject(action.subject);
  const site = siteOf(state, action);
  if (site !== undefined) {
    const n = kind === "report" ? (state.reports.get(id)?.covers.length ?? 0) : linksCovered(action);
    return n === 0 ? <LinkText text={site} /> : <span>{t("now.covers", { site, n })}</span>;
  }
  if (kind === "link") return <LinkText text={state.links.get(id)?.text ?? ""} short={short} />;
  if (kind === "search") return <LinkText text={state.links.get(id.split("/")[0] ?? "")?.text ?? ""} short={short} />;
  const account = kind === "account" ? state.accounts.get(id) : undefined;
  const name =
    (kind === "picture" ? state.pictures.get(id)?.label : undefined) ??
    (kind === "place" ? state.places.get(id)?.name : undefined) ??
    (kind === "profile" ? state.profiles.get(id)?.handle : undefined) ??
    (kind === "person" ? state.people.get(id)?.name : undefined) ??
    (account === undefined ? undefined : `${account.service} · ${account.login}`);
  return name === undefined ? null : <UserText text={name} />;
};
