import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { create } from "../../src/vault/create.ts";
import { openDatabase } from "../../src/vault/database.ts";
import { endSession } from "../../src/vault/session.ts";
import type { VaultDeps } from "../../src/vault/unlock.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import { derive } from "../support/derive.ts";
import { append, codeOf, depsFor, draft, freshName, load, makeCase, must, numbers, passphrase, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const other = "another seven words";

/** Counts the derivations from what was typed. */
const counting = (name: string): { readonly deps: VaultDeps; readonly count: () => number } => {
  let count = 0;
  return { deps: { ...depsFor(name), derive: (request) => (count++, derive(request)) }, count: () => count };
};

const changeDevice = (name: string, change: (row: Record<string, unknown>) => Record<string, unknown> | undefined): Promise<void> =>
  withStore(name, async ({ db }) => {
    const table = db.table<Record<string, unknown>, string>("device");
    const changed = change((await table.get("device")) ?? {});
    await (changed === undefined ? table.delete("device") : table.put(changed, "device"));
  });
const flipSalt = (name: string): Promise<void> =>
  changeDevice(name, (row) => {
    const { salt } = row;
    if (!(salt instanceof Uint8Array)) throw new Error("no salt");
    return { ...row, salt: salt.map((byte, i) => (i === 3 ? byte ^ 4 : byte)) };
  });

describe("two tabs that make a vault at the same time", () => {
  test("the one that comes second is told so, and the first one's can be opened", async () => {
    const name = freshName();
    let first: Promise<void> | undefined;
    const meanwhile = async (): Promise<void> => {
      const { vault } = makeVault(depsFor(name));
      must(await vault.create(passphrase));
      await append(vault, must(await vault.createCase()), 0, [draft(1)]);
      await vault.lock();
    };
    const slow: VaultDeps = {
      ...depsFor(name),
      derive: async (request) => {
        await (first ??= meanwhile());
        return derive(request);
      },
    };
    expect(codeOf(await makeVault(slow).vault.create(other))).toBe("vault-exists");
    const { vault } = makeVault(depsFor(name));
    const { cases } = must(await vault.unlock(passphrase));
    expect(numbers(await load(vault, cases[0] ?? ""))).toEqual([1]);
    expect(codeOf(await vault.unlock(other))).toBe("vault-wrong-passphrase");
  });

  test("also when only the clear row has got another salt meanwhile", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    let isChanged = false;
    const slow: VaultDeps = {
      ...depsFor(name),
      derive: async (request) => {
        if (!isChanged) await flipSalt(name);
        isChanged = true;
        return derive(request);
      },
    };
    expect(codeOf(await create(slow, openDatabase(name), other, true))).toBe("vault-exists");
    await flipSalt(name);
    expect(codeOf(await vault.unlock(passphrase))).toBe("ok");
  });
});

describe("the clear row with the salt", () => {
  test("a flipped bit in it keeps nobody out, and is put right", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const whole = await withStore(name, ({ db }) => db.table("device").get("device"));
    const opening = counting(name);
    must(await makeVault(opening.deps).vault.unlock(passphrase));
    expect(opening.count()).toBe(1);
    await flipSalt(name);
    const damaged = counting(name);
    expect(codeOf(await makeVault(damaged.deps).vault.unlock("not the passphrase"))).toBe("vault-wrong-passphrase");
    expect(damaged.count()).toBe(2);
    must(await makeVault(damaged.deps).vault.unlock(passphrase));
    expect(damaged.count()).toBe(4);
    expect(await withStore(name, ({ db }) => db.table("device").get("device"))).toEqual(whole);
    const again = counting(name);
    expect(codeOf(await makeVault(again.deps).vault.unlock("not the passphrase"))).toBe("vault-wrong-passphrase");
    must(await makeVault(again.deps).vault.unlock(passphrase));
    expect(again.count()).toBe(2);
  });

  test("lost, a second vault takes the salt of the first, and both can be opened", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await changeDevice(name, () => undefined);
    endSession(must(await create(depsFor(name), openDatabase(name), other, true)));
    for (const words of [passphrase, other]) {
      const { deps, count } = counting(name);
      const { vault: opened } = makeVault(deps);
      must(await opened.unlock(words));
      expect(count()).toBe(1);
      await opened.lock();
    }
  });
});

test("what was typed is wiped once a key was made of it", async () => {
  const given: { readonly text: string; readonly bytes: Uint8Array }[] = [];
  const name = freshName();
  const noting: VaultDeps = {
    ...depsFor(name),
    derive: (request) => {
      given.push({ text: new TextDecoder().decode(request.password), bytes: request.password });
      return derive(request);
    },
  };
  const { vault } = makeVault(noting);
  must(await vault.create(passphrase));
  must(await vault.changePassphrase(passphrase, other));
  must(await vault.unlock(other));
  const typed = given.filter(({ text }) => text === passphrase || text === other);
  // Twice to make, once to ask again, twice for the new one, once to open.
  expect(typed.map(({ text }) => text)).toEqual([passphrase, passphrase, passphrase, other, other, other]);
  expect(typed.filter(({ bytes }) => bytes.some((byte) => byte !== 0))).toEqual([]);
});

test("a header that was not stored as written goes again; one that another tab wrote meanwhile stays", async () => {
  const { name, vault } = await makeCase();
  await vault.lock();
  const elsewhere = await makeCase();
  const foreign: unknown = await withStore(elsewhere.name, ({ db }) => db.table("headers").get(1));
  let isOn = true;
  replace(
    IDBObjectStore.prototype,
    "add",
    (real) =>
      function (this: IDBObjectStore, value, key) {
        if (!isOn || this.name !== "headers") return real.call(this, value, key);
        isOn = false;
        // The other tab's, just before ours.
        real.call(this, foreign);
        return real.call(this, new Uint8Array(73_728).buffer);
      },
  );
  expect(codeOf(await create(depsFor(name), openDatabase(name), other, true))).toBe("vault-device-unfit");
  expect(isOn).toBe(false);
  expect(await withStore(name, ({ db }) => db.table("headers").toCollection().primaryKeys())).toEqual([1, 2]);
  must(await makeVault(depsFor(name)).vault.unlock(passphrase));
});
