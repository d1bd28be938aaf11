import type { AccountCheck } from "../case/events.ts";
import type { Account, CaseState } from "../case/state.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { AccountRow } from "../evidence/accounts.ts";
import { canResetOthers, inResetOrder } from "../workflow/reset-order.ts";
import type { App, AppError } from "./types.ts";

/** In the order in which they are done: what is there is written down before anything changes. */
export const accountChecks = [
  "recorded",
  "passphrase",
  "second-factor",
  "sessions",
  "forwarding",
  "recovery",
] as const satisfies readonly AccountCheck[];

export interface AccountView {
  readonly account: Account;
  /** Names it can reset, as in the list where they are in it, else as written. */
  readonly resets: readonly string[];
  readonly resetBy: readonly string[];
  /** Checks that are done or cannot be done. */
  readonly checked: number;
}
/** `from` can reset `to`: places in the list. */
export interface ResetArrow {
  readonly from: number;
  readonly to: number;
}

const folded = (name: string): string => name.trim().toLowerCase();
const isNamed = (account: Account, name: string): boolean =>
  folded(name) !== "" && (folded(account.service) === folded(name) || folded(account.login) === folded(name));

/** Accounts in the order of the plan: the one that the others hang on first. */
export const accountViews = (state: CaseState): readonly AccountView[] => {
  const all = inResetOrder(state.accounts);
  return all.map((account) => ({
    account,
    resets: [...new Set(account.resets.map((name) => all.find((one) => isNamed(one, name))?.service ?? name))],
    resetBy: all.filter((one) => one !== account && one.resets.some((name) => isNamed(account, name))).map(({ service }) => service),
    checked: accountChecks.filter((check) => account.checks[check] !== undefined).length,
  }));
};

/** Arrows between the accounts of a list; one that is named but not listed has none. */
export const resetArrows = (views: readonly AccountView[]): readonly ResetArrow[] =>
  views.flatMap(({ account }, from) =>
    views.flatMap((other, to) => (from !== to && account.resets.some((name) => isNamed(other.account, name)) ? [{ from, to }] : [])),
  );

/** Does anything hang on the first one? Then it is named as the place to start. */
export const startsThere = (views: readonly AccountView[]): boolean =>
  views.length > 1 && views[0] !== undefined && canResetOthers(views[0].account);

/** Reads a list of accounts, typed, pasted or from a file. Rows without service and login are left out, and so is the second of two alike. */
export const readAccounts = async (text: string): Promise<readonly AccountRow[]> => {
  const { parseAccounts } = await import("../evidence/accounts.ts");
  const seen = new Set<string>();
  return parseAccounts(text).filter(({ service, login }) => {
    const key = JSON.stringify([folded(service), folded(login)]);
    if (seen.has(key) || (service === "" && login === "")) return false;
    seen.add(key);
    return true;
  });
};

/** A list that people keep by hand is far shorter than this, in bytes. */
const MAX_LIST = 256 * 1024;

/** The same from a file, in UTF-8, UTF-16 with its mark, or what older table programs write. */
export const readAccountsFile = async (file: Blob): Promise<Result<readonly AccountRow[], AppError>> => {
  if (file.size > MAX_LIST) return err({ code: "file-too-large" });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { decodeText } = await import("../evidence/text.ts");
    return ok(await readAccounts(decodeText(bytes) ?? new TextDecoder("windows-1252").decode(bytes)));
  } catch {
    return err({ code: "file-unreadable" });
  }
};

export const isKnownAccount = (state: CaseState, row: Pick<AccountRow, "service" | "login">): boolean =>
  [...state.accounts.values()].some((one) => folded(one.service) === folded(row.service) && folded(one.login) === folded(row.login));

/** Keeps new accounts in their order; true when all of them are saved. A refusal has been told. */
export const keepAccounts = (app: App, rows: readonly AccountRow[]): Promise<boolean> =>
  app.actAll(
    rows.map((row) => ({ do: "add-account", account: app.newId(), ...row, service: row.service === "" ? row.login : row.service })),
  );
