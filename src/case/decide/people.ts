import { isMedia, linksMayLeave, mayLeave, messageFileMayLeave } from "../media.ts";
import { decideOne, fresh, must, refuse, type Decides } from "./outcome.ts";

export const peopleDecides: Decides<"add-account" | "check-account" | "add-person" | "tell-person" | "record-bundle"> = {
  "add-account": (state, command) => decideOne("account.added.v1", command, ({ account }) => fresh(state.accounts, account)),
  "check-account": (state, command) => decideOne("account.checked.v1", command, ({ account }) => must(state.accounts.has(account))),
  "add-person": (state, command) => decideOne("person.added.v1", command, ({ person }) => fresh(state.people, person)),
  "tell-person": (state, command) => {
    const person = state.people.get(command.person);
    if (person === undefined) return refuse("unknown-subject");
    return person.told ? refuse("already-there") : decideOne("person.told.v1", command, () => undefined);
  },
  /** Decided before anything is sealed, and again when the seal is recorded. */
  "record-bundle": (state, command) =>
    decideOne("bundle.sealed.v2", command, ({ bundle, files, recipient, holdsLinks }) => {
      for (const { item: id, copy } of files) {
        const item = state.evidence.get(id);
        const message = state.messages.get(id);
        if (message !== undefined) {
          if (!messageFileMayLeave(state, id, recipient))
            return message.channel === "email" ? "bundle-media-under-18" : "bundle-links-under-18";
          // A message goes as it is kept.
          if (copy !== null) return "bad-value";
          continue;
        }
        if (item === undefined || item.forgotten) return "unknown-subject";
        if (!mayLeave(state, id, recipient)) return isMedia(item.type) ? "bundle-media-under-18" : "bundle-links-under-18";
      }
      if (holdsLinks && !linksMayLeave(state, recipient)) return "bundle-links-under-18";
      return state.bundles.some((known) => known.id === bundle) ? "already-there" : undefined;
    }),
};
