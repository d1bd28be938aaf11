import { ok, type Result } from "../lib/result.ts";
import { anyEpoch, type Database } from "./database.ts";
import { asFields, isCount } from "./json-row.ts";
import type { Session } from "./session.ts";
import type { VaultError } from "./types.ts";

/** Wrong tries in a row in this browser, whichever vault they were near; lies in the clear beside the device row. */
export interface Tries {
  readonly wrong: number;
  /** When the last one began, in milliseconds by the device's clock. */ readonly at: number;
}

/** Clock and rest, as a test may move them. */
export interface Patience {
  /** Milliseconds since 1970 by the device's clock. */ readonly clock: () => number;
  readonly rest: (ms: number) => Promise<void>;
}

/** So many wrong ones are free: slips of the finger. */
const free = 3;
const longest = 60_000;

/** How long the next try waits after so many wrong ones, in milliseconds: doubling from one second, never more than a minute. */
export const delayAfter = (wrong: number): number => (wrong < free ? 0 : Math.min(1_000 * 2 ** (wrong - free), longest));

export const devicePatience: Patience = {
  clock: () => Date.now(),
  rest: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

export const readTries = (stored: unknown): Tries => {
  const { wrong, at } = asFields(stored) ?? {};
  return isCount(wrong) && isCount(at) ? { wrong, at } : { wrong: 0, at: 0 };
};

const untilDue = async ({ clock, rest }: Patience, { wrong, at }: Tries): Promise<void> => {
  const delay = delayAfter(wrong);
  const left = Math.min(delay, delay - (clock() - at));
  if (left > 0) await rest(left);
};

/** One try that stays counted, whatever comes of it: where making a vault tells whether its passphrase opens one that is there. */
export const countTry = (patience: Patience, database: Database): Promise<Result<null, VaultError>> =>
  patiently(patience, database, () => Promise.resolve({ isWrong: true, value: null }));

const whileOpen = new WeakMap<Session, Tries>();

/** The same for as long as a vault is open: until it is opened anew, and the locked page says nothing of it. */
export const countWhileOpen = async (patience: Patience, session: Session): Promise<void> => {
  const tries = whileOpen.get(session) ?? { wrong: 0, at: 0 };
  await untilDue(patience, tries);
  whileOpen.set(session, { wrong: tries.wrong + 1, at: patience.clock() });
};

/**
 * Waits until the next try is due, counts it, and takes it back if it was not a wrong one. Counted before it is made, so that ending the browser in
 * between gains nothing. Whoever sets the clock back waits once, from now: nobody is ever locked out, and nothing is ever deleted.
 */
export const patiently = async <T>(
  { clock, rest }: Patience,
  database: Database,
  attempt: () => Promise<{ readonly isWrong: boolean; readonly value: T }>,
): Promise<Result<T, VaultError>> => {
  const { wrong, at } = readTries(await database.tries());
  await untilDue({ clock, rest }, { wrong, at });
  const counted = await database.write({ epoch: anyEpoch, tries: { wrong: wrong + 1, at: clock() } });
  // A full store keeps nobody out.
  if (!counted.ok && counted.error.code !== "vault-full") return counted;
  const { isWrong, value } = await attempt();
  if (isWrong) return ok(value);
  const uncounted = await database.write({ epoch: anyEpoch, tries: { wrong: 0, at: 0 } });
  return uncounted.ok || uncounted.error.code === "vault-full" ? ok(value) : uncounted;
};
