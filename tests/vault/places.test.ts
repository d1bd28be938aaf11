import { afterEach, beforeAll, describe, expect, test } from "vitest";
import Dexie from "dexie";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { defaultSettings } from "../../src/vault/device-row.ts";
import { openPlaces } from "../../src/vault/places.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import { append, codeOf, depsFor, draft, freshName, load, makeCase, must, numbers, passphrase, withStore } from "./support/harness.ts";

const asleep: IDBDatabase[] = [];
beforeAll(cryptoReady);
afterEach(() => {
  putBack();
  for (const connection of asleep.splice(0)) connection.close();
});

const next = "another long passphrase";
const second = (name: string): string => `${name}-2`;
const fresh = (name: string): WorkerVault => makeVault(depsFor(name)).vault;
const isThere = async (name: string): Promise<boolean> => (await indexedDB.databases()).some((one) => one.name === name);
const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no answer"));
  });
/** A window that fell asleep: it holds the database and hears nobody who wants to delete it. */
const sleepsOn = async (name: string): Promise<IDBDatabase> => {
  const connection = await answerOf(indexedDB.open(name));
  asleep.push(connection);
  return connection;
};
const sizeOf = (connection: IDBDatabase, table: string): Promise<number> =>
  answerOf(connection.transaction(table).objectStore(table).count());
/** What was in the old store comes back, as if it had been neither emptied nor deleted. */
const withOldBack = async (): Promise<{ readonly name: string; readonly vault: WorkerVault; readonly caseId: string }> => {
  const made = await makeCase();
  const { name, vault, caseId } = made;
  await append(vault, caseId, 0, [draft(1)]);
  const copied = ["device", "headers", "rows"];
  const old = await withStore(name, ({ db }) =>
    Promise.all(
      copied.map(async (table) => [table, await db.table(table).toArray(), await db.table(table).toCollection().primaryKeys()] as const),
    ),
  );
  must(await vault.changeEverything(passphrase, next));
  await withStore(name, async ({ db }) => {
    for (const [table, values, keys] of old) for (const [i, key] of keys.entries()) await db.table(table).put(values[i], key);
    await db.table("device").put("0".repeat(32), "renewing");
  });
  return made;
};

describe("a window that sleeps holds the old store", () => {
  test("which is emptied; all goes on, here and after a new start, and the deletion ends with that window", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const sleeper = await sleepsOn(name);
    expect(must(await vault.changeEverything(passphrase, next))).toEqual({ old: "blocked" });
    expect([await sizeOf(sleeper, "headers"), await sizeOf(sleeper, "rows")]).toEqual([0, 0]);
    must(await vault.saveSettings({ ...defaultSettings, lockAfterMinutes: 5 }));
    must(await vault.takeOver());
    await append(vault, caseId, 1, [draft(2)]);
    expect(codeOf(await vault.changeEverything(next, passphrase))).toBe("vault-busy");
    const again = fresh(name);
    expect(await again.status()).toMatchObject({ vault: "present", settings: { lockAfterMinutes: 5 } });
    must(await again.unlock(next));
    expect(numbers(await load(again, caseId))).toEqual([1, 2]);
    sleeper.close();
    await expect.poll(() => isThere(name), { timeout: 20_000 }).toBe(false);
    must(await again.changeEverything(next, passphrase));
    expect([await isThere(name), await isThere(second(name))]).toEqual([true, false]);
  });

  test("and another window's deletion waits for it: the new one is taken, the old one is left alone", async () => {
    const { name, caseId } = await withOldBack();
    const sleeper = await sleepsOn(name);
    const deletion = indexedDB.deleteDatabase(name);
    const over = answerOf(deletion);
    await new Promise((resolve) => {
      deletion.onblocked = resolve;
    });
    const places = openPlaces(name, navigator.locks, 2_000);
    const current = await places.current();
    expect((await current.headers()).length).toBe(1);
    expect((await current.marks()).generation).toBe(1);
    // A second time it is known, and the answer comes at once.
    expect(await places.current()).toBe(current);
    places.closeAll();
    sleeper.close();
    await over;
    const again = fresh(name);
    must(await again.unlock(next));
    expect(numbers(await load(again, caseId))).toEqual([1]);
  });

  test("where nobody can say which one counts, none is taken", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await withStore(name, ({ db }) => db.table("device").put("0".repeat(32), "renewing"));
    const sleeper = await sleepsOn(name);
    await answerOf(indexedDB.open(second(name))).then((made) => asleep.push(made));
    const deletion = indexedDB.deleteDatabase(second(name));
    await new Promise((resolve) => {
      deletion.onblocked = resolve;
    });
    await expect(openPlaces(name, navigator.locks, 500).current()).rejects.toMatchObject({ code: "vault-busy" });
    expect(await sizeOf(sleeper, "headers")).toBe(1);
  });
});

describe("erasing everything with an old store that could not be deleted", () => {
  test("takes both, though a sleeping window holds the old one", async () => {
    const { name, vault } = await withOldBack();
    const sleeper = await sleepsOn(name);
    must(await vault.eraseAll());
    expect([await sizeOf(sleeper, "headers"), await sizeOf(sleeper, "rows")]).toEqual([0, 0]);
    expect(await isThere(second(name))).toBe(false);
    expect((await fresh(name).status()).vault).toBe("none");
    // And a new beginning need not wait for that window.
    const again = fresh(name);
    must(await again.create("a third long passphrase"));
    const caseId = must(await again.createCase());
    await append(again, caseId, 0, [draft(9)]);
    sleeper.close();
    await expect.poll(() => isThere(name), { timeout: 20_000 }).toBe(false);
    const later = fresh(name);
    expect(codeOf(await later.unlock(passphrase))).toBe("vault-wrong-passphrase");
    must(await later.unlock("a third long passphrase"));
    expect(numbers(await load(later, caseId))).toEqual([9]);
  });

  test("ended after the headers went, the next start takes the old one with it", async () => {
    const { name, vault } = await withOldBack();
    await vault.lock();
    await withStore(second(name), async ({ db }) => {
      await db.table("headers").clear();
      await db.table("device").put(true, "erasing");
    });
    expect((await fresh(name).status()).vault).toBe("none");
    expect([await isThere(name), await isThere(second(name))]).toEqual([false, false]);
  });
});

test("a new header that was not stored as written never counts, not even when the browser dies before it is read back", async () => {
  const { name, vault, caseId } = await makeCase();
  await append(vault, caseId, 0, [draft(1)]);
  let isDead = false;
  replace(
    IDBObjectStore.prototype,
    "put",
    (real) =>
      function (this: IDBObjectStore, value, key) {
        const { db } = this.transaction;
        if (db.name !== second(name) || this.name !== "headers") return real.call(this, value, key);
        this.transaction.addEventListener("complete", () => (isDead = true));
        return real.call(this, new Uint8Array(73_728).buffer, key);
      },
  );
  replace(
    IDBDatabase.prototype,
    "transaction",
    (real) =>
      function (this: IDBDatabase, stores, mode, options) {
        if (isDead) throw new DOMException("dead", "UnknownError");
        return real.call(this, stores, mode, options);
      },
  );
  replace(indexedDB, "deleteDatabase", (real) => (which) => {
    if (isDead) throw new DOMException("dead", "UnknownError");
    return real.call(indexedDB, which);
  });
  expect((await vault.changeEverything(passphrase, next)).ok).toBe(false);
  expect(isDead).toBe(true);
  putBack();
  const again = fresh(name);
  expect((await again.status()).vault).toBe("present");
  must(await again.unlock(passphrase));
  expect(numbers(await load(again, caseId))).toEqual([1]);
  expect(await Dexie.exists(second(name))).toBe(false);
});

test("a window that fell asleep while it renewed the log keeps nobody out", async () => {
  const name = freshName();
  await sleepsOn(`${name}-log`);
  const { vault, caseId } = await makeCase(name);
  await append(vault, caseId, 0, [draft(1)]);
  const again = fresh(name);
  must(await again.unlock(passphrase));
  expect(numbers(await load(again, caseId))).toEqual([1]);
});

test("an empty database that a kill left while the log was renewed is gone at the next start", async () => {
  const name = freshName();
  const left = [`${name}-log`, `${second(name)}-log`];
  for (const one of left) (await answerOf(indexedDB.open(one))).close();
  expect(await Promise.all(left.map(isThere))).toEqual([true, true]);
  expect((await fresh(name).status()).vault).toBe("none");
  expect(await Promise.all(left.map(isThere))).toEqual([false, false]);
});
