import { randomId } from "../crypto/random.ts";
import { anyEpoch, openDatabase, type Database, type Marks } from "./database.ts";
import { Refused } from "./store-errors.ts";
import { removeScratch } from "./renew-log.ts";
import { within } from "./within.ts";

/**
 * Where the vaults of this browser lie: one of two databases. Everything is sealed anew into the one that is free; its marks say when it is whole,
 * and from that transaction on it is the one that counts. No other place says which one it is, so nothing can contradict it.
 */
export interface Places {
  /**
   * The one that counts. Removes what a killed change left over, unless a change is under way in another tab. Throws Refused `vault-busy` when
   * one of them cannot be looked into and the other one does not say by itself that it counts.
   */
  readonly current: () => Promise<Database>;
  readonly other: (database: Database) => Database;
  /** Empties it, so that it never counts again, and has it deleted. False: it may still hold something, and its deletion is not known to be under way. */
  readonly remove: (database: Database) => Promise<boolean>;
  /** Runs `job` while no other tab seals anew or tidies up; undefined when one does. */
  readonly alone: <T>(job: () => Promise<T>) => Promise<T | undefined>;
  readonly closeAll: () => void;
}

/** What lies there. `silent`: another window's deletion waits for a third one, and whoever opens it waits behind both. */
type Seen = Marks | "silent" | undefined;

interface Found {
  readonly current: Database;
  readonly marks: Marks | undefined;
  readonly leftover: Database | undefined;
}

/** How long an opening may say nothing. */
const defaultPatienceMs = 15_000;

export const openPlaces = (name: string, locks: LockManager = navigator.locks, patienceMs = defaultPatienceMs): Places => {
  const first = openDatabase(name);
  const secondName = `${name}-2`;
  const second = openDatabase(secondName);
  const silent = new Set<Database>();
  const alone = <T>(job: () => Promise<T>): Promise<T | undefined> =>
    locks.request(`${name}-renewing`, { ifAvailable: true }, (lock) => (lock === null ? undefined : job()));
  const marksOf = async (database: Database): Promise<Seen> => {
    if (silent.has(database)) return "silent";
    if (!(await database.exists())) return undefined;
    const asked = database.marks();
    const marks = await within(asked, patienceMs);
    if (marks !== undefined) return marks;
    silent.add(database);
    const speaks = (): void => void silent.delete(database);
    void asked.then(speaks, speaks);
    return "silent";
  };
  const look = async (): Promise<Found> => {
    const [one, two] = [await marksOf(first), await marksOf(second)];
    if (one === "silent") return { current: second, marks: await sure(second, two), leftover: undefined };
    if (two === "silent") return { current: first, marks: await sure(first, one), leftover: undefined };
    const isSecond = two !== undefined && !two.isMaking && (one === undefined || one.isMaking || two.generation > one.generation);
    if (isSecond) return { current: second, marks: two, leftover: one && first };
    // What is being deleted cannot be filled again before it is gone.
    if (one === undefined && two === undefined && first.isGoing()) return { current: second, marks: undefined, leftover: undefined };
    return { current: first, marks: one?.isMaking === true ? undefined : one, leftover: two === undefined ? undefined : second };
  };
  const remove = async (database: Database): Promise<boolean> => {
    if (database.isGoing() || !(await database.exists())) return true;
    if (silent.has(database)) return false;
    // Should a window that sleeps hold it, the deletion waits, but there is nothing left in it.
    const change = { epoch: anyEpoch, newEpoch: randomId(), isEmptied: true, marks: { isMaking: true, renewing: null } } as const;
    const emptied = await within(database.write(change), patienceMs);
    const gone = await database.destroy().catch(() => "failed" as const);
    return gone === "gone" || (gone === "blocked" && emptied?.ok === true);
  };
  return {
    current: async () => {
      const tidied = await alone(async () => {
        const { current, marks, leftover } = await look();
        if (leftover !== undefined) await remove(leftover);
        if (marks?.renewing === true) await current.write({ epoch: anyEpoch, marks: { renewing: null } });
        // Half-made and alone: what it was made from is gone.
        if (marks === undefined && (await current.exists())) await current.destroy();
        await Promise.all([removeScratch(name), removeScratch(secondName)]);
        return current;
      });
      return tidied ?? (await look()).current;
    },
    other: (database) => (database === first ? second : first),
    remove,
    alone,
    closeAll: () => {
      first.close();
      second.close();
    },
  };
};

/**
 * The marks of a database beside one that is silent, if they say by themselves that it counts: it is whole, nobody made another one from it, and
 * there is something in it, or the mark of an erasing. An old one never looks so.
 */
const sure = async (database: Database, marks: Seen): Promise<Marks> => {
  const isWhole = marks !== undefined && marks !== "silent" && !marks.isMaking && !marks.renewing;
  if (isWhole && ((await database.headers()).length > 0 || (await database.isErasing()))) return marks;
  throw new Refused({ code: "vault-busy", where: "database" });
};
