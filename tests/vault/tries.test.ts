import { beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { delayAfter, readTries } from "../../src/vault/tries.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { at, codeOf, depsFor, draft, freshName, makeCase, must, passphrase, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);

/** A clock that stands still but for the rests, which are noted. */
const patient = (start = 1_780_000_000_000) => {
  const rests: number[] = [];
  const hand = { now: start };
  return {
    rests,
    hand,
    patience: {
      clock: () => hand.now,
      rest: async (ms: number) => {
        rests.push(ms);
        hand.now += ms;
      },
    },
  };
};
type Patient = ReturnType<typeof patient>;
const opened = (name: string, { patience }: Patient): WorkerVault => makeVault({ ...depsFor(name), patience }).vault;
const wrongly = async (vault: WorkerVault, times: number): Promise<void> => {
  for (let i = 0; i < times; i++) expect(codeOf(await vault.unlock("not the passphrase"))).toBe("vault-wrong-passphrase");
};

describe("after wrong tries", () => {
  test("the delay doubles from one second and never passes a minute", () => {
    expect(Array.from({ length: 12 }, (_, wrong) => delayAfter(wrong) / 1_000)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(delayAfter(Number.MAX_SAFE_INTEGER)).toBe(60_000);
  });

  test("the next one waits, also in a page loaded anew; the right one still opens and ends it", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const slow = patient();
    await wrongly(opened(name, slow), 5);
    expect(slow.rests).toEqual([1_000, 2_000]);
    const again = opened(name, slow);
    expect((await again.status()).isSlowed).toBe(true);
    must(await again.unlock(passphrase));
    expect(slow.rests).toEqual([1_000, 2_000, 4_000]);
    expect((await again.status()).isSlowed).toBe(false);
    await again.lock();
    await wrongly(again, 3);
    expect(slow.rests).toHaveLength(3);
  });

  test("time that passed counts, a clock set back waits once from now, and a hundred wrong ones delete nothing", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const slow = patient();
    await wrongly(opened(name, slow), 100);
    expect(slow.rests.at(-1)).toBe(60_000);
    const before = slow.rests.length;
    slow.hand.now += 45_000;
    await wrongly(opened(name, slow), 1);
    expect(slow.rests.slice(before)).toEqual([15_000]);
    slow.hand.now -= 365 * 86_400_000;
    await wrongly(opened(name, slow), 1);
    expect(slow.rests.slice(before)).toEqual([15_000, 60_000]);
    slow.hand.now += 60_000;
    must(await opened(name, slow).unlock(passphrase));
    expect(slow.rests.slice(before)).toEqual([15_000, 60_000]);
  });

  test("a try is counted before it is made: ending the browser in the midst of it gains nothing", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    for (let i = 0; i < 4; i++) {
      const begun = Promise.withResolvers<void>();
      const dying = makeVault({
        ...depsFor(name),
        derive: () => {
          begun.resolve();
          return new Promise(() => undefined);
        },
        patience: patient().patience,
      }).vault;
      void dying.unlock("not the passphrase");
      await begun.promise;
    }
    expect((await opened(name, patient()).status()).isSlowed).toBe(true);
  });

  test("asking once more before a change waits too, and says as little", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const slow = patient();
    const open = opened(name, slow);
    must(await open.unlock(passphrase));
    for (let i = 0; i < 4; i++)
      expect(codeOf(await open.changePassphrase(`guess number ${String(i)}`, "another passphrase"))).toBe("vault-wrong-passphrase");
    expect(slow.rests).toEqual([1_000]);
  });

  test("a second place needs a way in of the open one, and making it counts as a try: it tells whether something typed opens another", async () => {
    const { name, vault } = await makeCase();
    must(await vault.createBeside(passphrase, "somebody else’s words"));
    await vault.lock();
    const slow = patient();
    const open = opened(name, slow);
    must(await open.unlock(passphrase));
    for (const wrong of ["not the passphrase", "somebody else’s words"])
      expect(codeOf(await open.createBeside(wrong, "another passphrase"))).toBe("vault-wrong-passphrase");
    expect(codeOf(await open.createBeside(passphrase, "somebody else’s words"))).toBe("vault-passphrase-used");
    for (const next of ["another passphrase", "a third passphrase"]) must(await open.createBeside(passphrase, next));
    expect(slow.rests).toEqual([]);
    for (let i = 0; i < 2; i++) expect(codeOf(await open.createBeside(passphrase, "somebody else’s words"))).toBe("vault-passphrase-used");
    expect(slow.rests).toEqual([1_000, 2_000]);
    // The locked page says nothing of what was made.
    await open.lock();
    expect((await open.status()).isSlowed).toBe(false);
    must(await open.unlock(passphrase));
    must(await open.createBeside(passphrase, "a fourth passphrase"));
    expect(slow.rests).toHaveLength(2);
  });

  test("restoring beside what is there counts as a try too; into an empty app it asks nobody", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const slow = patient();
    const { backup, vault: locked } = makeVault({ ...depsFor(name), patience: slow.patience });
    const beside = (typed: string): ReturnType<typeof backup.restore> =>
      backup.restore(
        typed,
        [],
        () => draft(0),
        { at, offset: 0 },
        () => undefined,
      );
    for (let i = 0; i < 4; i++) expect(codeOf(await beside(passphrase))).toBe("vault-passphrase-used");
    expect(slow.rests).toEqual([1_000]);
    expect((await locked.status()).isSlowed).toBe(true);
    const empty = makeVault({ ...depsFor(freshName()), patience: slow.patience });
    must(
      await empty.backup.restore(
        passphrase,
        [],
        () => draft(0),
        { at, offset: 0 },
        () => undefined,
      ),
    );
    expect(slow.rests).toEqual([1_000]);
    expect((await empty.vault.status()).isSlowed).toBe(false);
  });

  test("the row holds two numbers, and nonsense in it is none", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await wrongly(opened(name, patient()), 2);
    await withStore(name, async ({ db }) => {
      expect(await db.table("device").get("tries")).toEqual({ wrong: 2, at: 1_780_000_000_000 });
      await db.table("device").put("soon", "tries");
    });
    expect(codeOf(await opened(name, patient()).unlock(passphrase))).toBe("ok");
    expect([null, 7, { wrong: -1, at: 0 }, { wrong: 9 }].map(readTries)).toEqual(Array.from({ length: 4 }, () => ({ wrong: 0, at: 0 })));
  });
});
