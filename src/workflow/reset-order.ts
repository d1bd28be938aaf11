import type { Id } from "../case/events.ts";
import type { Account } from "../case/state.ts";

const folded = (name: string): string => name.trim().toLowerCase();

/** A mailbox can reset most things, also when nobody wrote that down. */
const looksLikeMail = /mail|outlook|hotmail|yahoo|proton|gmx|icloud/iu;
export const canResetOthers = (account: Account): boolean => account.resets.length > 0 || looksLikeMail.test(account.service);

/** Everything that can be taken over from an account, itself included, by name: what it resets, what those reset, and so on. */
const reachOf = (account: Account, byName: ReadonlyMap<string, readonly Account[]>): number => {
  const reached = new Set<string>([account.id]);
  const open: string[] = account.resets.map(folded);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const targets = byName.get(name);
    if (targets === undefined && name !== "") reached.add(`?${name}`);
    for (const target of targets ?? []) {
      if (reached.has(target.id)) continue;
      reached.add(target.id);
      open.push(...target.resets.map(folded));
    }
  }
  return reached.size;
};

/**
 * Accounts in the order in which they should be made safe. What can reset another comes before it: whoever holds the first can take the second
 * back. The one that reaches most goes first; if A can reset B and not the other way round, A reaches all that B does and B besides, so it
 * always comes earlier. Of those that reach as much, mailboxes come first; then the order of addition counts.
 */
export const inResetOrder = (accounts: ReadonlyMap<Id, Account>): readonly Account[] => {
  const all = [...accounts.values()];
  const byName = new Map<string, Account[]>();
  for (const account of all) {
    // People name an account by its service or by its login.
    for (const name of new Set([folded(account.service), folded(account.login)])) {
      if (name !== "") byName.set(name, [...(byName.get(name) ?? []), account]);
    }
  }
  return all
    .map((account) => ({ account, reach: reachOf(account, byName), leads: Number(canResetOthers(account)) }))
    .sort((a, b) => b.reach - a.reach || b.leads - a.leads)
    .map(({ account }) => account);
};
