import type { Account } from "../state.ts";
import type { Applies } from "./types.ts";

export const accountApplies: Applies<"account.added.v1" | "account.checked.v1" | "person.added.v1" | "person.told.v1"> = {
  "account.added.v1": (draft, origin, { account: id, ...rest }) => {
    draft.accounts.add(id, { ...origin, id, ...rest, checks: {} });
  },
  "account.checked.v1": (draft, origin, { account, check, result, note }) =>
    draft.accounts.update(account, (known): Account => {
      if (result !== "undone") return { ...known, checks: { ...known.checks, [check]: { ...origin, result, note } } };
      const { [check]: _, ...checks } = known.checks;
      return { ...known, checks };
    }),
  "person.added.v1": (draft, origin, { person: id, ...rest }) => {
    draft.people.add(id, { ...origin, id, ...rest });
  },
  "person.told.v1": (draft, _, { person }) => draft.people.update(person, (known) => ({ ...known, told: true })),
};
