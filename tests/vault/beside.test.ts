import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cryptoReady, sodium } from "../../src/crypto/sodium.ts";
import { openDatabase } from "../../src/vault/database.ts";
import { findSlot } from "../../src/vault/find-slot.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import {
  append,
  at,
  codeOf,
  depsFor,
  draft,
  load,
  makeCase,
  must,
  numbers,
  passphrase,
  reopened,
  withStore,
  type Made,
} from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const otherPass = "another passphrase";
const opened = async (name: string, typed: string): Promise<WorkerVault> => {
  const { vault } = makeVault(depsFor(name));
  must(await vault.unlock(typed));
  return vault;
};
/** A vault with an entry, and a second one with an entry of its own, both locked. */
const two = async (): Promise<Made & { readonly otherCase: string }> => {
  const made = await makeCase();
  await append(made.vault, made.caseId, 0, [draft(1)]);
  must(await made.vault.createBeside(passphrase, otherPass));
  await made.vault.lock();
  const other = await opened(made.name, otherPass);
  const otherCase = must(await other.createCase());
  await append(other, otherCase, 0, [draft(7)]);
  await other.lock();
  return { ...made, otherCase };
};
const countHeaders = (name: string): Promise<number> => withStore(name, ({ db }) => db.table("headers").count());

describe("a second vault, made from the open one", () => {
  test("is empty and opens by its own passphrase; the open one goes on writing", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    must(await vault.createBeside(passphrase, otherPass));
    await append(vault, caseId, 1, [draft(2)]);
    expect(must(await (await opened(name, otherPass)).waysIn())).toEqual([{ slot: 0, kind: "passphrase", name: "" }]);
    expect(must(await makeVault(depsFor(name)).vault.unlock(otherPass)).cases).toEqual([]);
    expect(numbers(await load(await reopened(name), caseId))).toEqual([1, 2]);
  });

  test("may be one of several, and the locked page says the same of one and of three", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const before = await makeVault(depsFor(name)).vault.status();
    const open = await reopened(name);
    for (const typed of [otherPass, "a third passphrase"]) must(await open.createBeside(passphrase, typed));
    await open.lock();
    expect(await countHeaders(name)).toBe(3);
    expect(await makeVault(depsFor(name)).vault.status()).toEqual(before);
    for (const typed of [passphrase, otherPass, "a third passphrase"]) await (await opened(name, typed)).lock();
  });

  test("cannot take what opens the first: its passphrase, another spelling of it, its recovery words", async () => {
    const { name, vault } = await makeCase();
    const words = await vault.newRecoveryWords();
    must(await vault.addRecovery(passphrase, words, ""));
    const wide = passphrase.replace("c", "\uFF43");
    expect(wide.normalize("NFKC")).toBe(passphrase);
    for (const typed of [passphrase, wide, words.join(" "), words.join("  ").toUpperCase()])
      expect(codeOf(await vault.createBeside(passphrase, typed))).toBe("vault-passphrase-used");
    expect(await countHeaders(name)).toBe(1);
    await vault.lock();
  });

  test("keeps its passphrase: the first cannot take it later, and may change its own", async () => {
    const { name } = await two();
    const first = await reopened(name);
    expect(codeOf(await first.changePassphrase(passphrase, otherPass))).toBe("vault-passphrase-used");
    const words = await first.newRecoveryWords();
    must(await first.addRecovery(passphrase, words, ""));
    await first.lock();
    const other = await opened(name, otherPass);
    expect(codeOf(await other.addRecovery(otherPass, words, ""))).toBe("vault-passphrase-used");
    expect(codeOf(await other.changePassphrase(otherPass, words.join(" ")))).toBe("vault-passphrase-used");
    expect(codeOf(await other.changePassphrase(otherPass, otherPass))).toBe("ok");
    expect(codeOf(await other.changePassphrase(otherPass, "yet another one"))).toBe("ok");
    await other.lock();
    await (await opened(name, "yet another one")).lock();
    await (await reopened(name)).lock();
  });

  test("too short a passphrase makes none, and a locked vault none either", async () => {
    const { name, vault } = await makeCase();
    expect(codeOf(await vault.createBeside(passphrase, "short"))).toBe("vault-passphrase-short");
    await vault.lock();
    expect(codeOf(await vault.createBeside(passphrase, otherPass))).toBe("vault-locked");
    expect(await countHeaders(name)).toBe(1);
  });
});

test("whichever opens, or none: one derivation and the same number of tries", async () => {
  const { name, vault } = await makeCase();
  for (const typed of [otherPass, "a third passphrase"]) must(await vault.createBeside(passphrase, typed));
  await vault.lock();
  let tries = 0;
  const counting = <F extends (...given: never) => unknown>(real: F): F =>
    new Proxy(real, {
      apply: (target, self, given): unknown => {
        tries += 1;
        return Reflect.apply(target, self, given);
      },
    });
  replace(sodium, "crypto_aead_xchacha20poly1305_ietf_decrypt", counting);
  const counted: object[] = [];
  for (const typed of [passphrase, otherPass, "a third passphrase", "none of them at all"]) {
    let derivations = 0;
    tries = 0;
    const deps = depsFor(name);
    const found = await findSlot({ ...deps, derive: (request) => ((derivations += 1), deps.derive(request)) }, openDatabase(name), typed);
    if (found.ok) found.value.slot.vaultKey.wipe();
    counted.push({ found: found.ok, tries, derivations });
  }
  const same = { tries: 24, derivations: 1 };
  expect(counted).toEqual([true, true, true, false].map((found) => ({ found, ...same })));
});

describe("erasing", () => {
  test("one vault leaves the other, row for row, and nothing of its own", async () => {
    const { name, vault, caseId } = await makeCase();
    const firsts = await withStore(name, (store) => store.names());
    must(await vault.createBeside(passphrase, otherPass));
    await vault.lock();
    const other = await opened(name, otherPass);
    const otherCase = must(await other.createCase());
    await append(other, otherCase, 0, [draft(7)]);
    await other.lock();
    const rowsOf = (names: readonly string[]) =>
      withStore(name, (store) => Promise.all(names.map(async (row) => [row, await store.get(row)] as const)));
    const both = await withStore(name, (store) => store.names());
    const seconds = await rowsOf(both.filter((row) => !firsts.includes(row)));
    expect(seconds.length).toBeGreaterThan(5);

    const open = await reopened(name);
    const { file } = must(await open.importFile(caseId, new Blob([new Uint8Array(5_000_000)])));
    await append(open, caseId, 0, [{ ...draft(1, { file }), secrets: [{ field: "pin", id: "s", text: "1" }] }]);
    must(await open.importFile(caseId, new Blob(["named by nobody"])));
    must(await open.saveDraft(caseId, "note", "typed"));
    await append(open, must(await open.createCase()), 0, [draft(2)]);
    expect((await withStore(name, (store) => store.names())).length).toBeGreaterThan(both.length + 8);

    must(await open.eraseVault());
    expect(codeOf(await open.createCase())).toBe("vault-locked");
    expect(await countHeaders(name)).toBe(1);
    expect(await rowsOf(await withStore(name, (store) => store.names()))).toEqual(seconds);
    const again = makeVault(depsFor(name)).vault;
    expect((await again.status()).vault).toBe("present");
    expect(codeOf(await again.unlock(passphrase))).toBe("vault-wrong-passphrase");
    must(await again.unlock(otherPass));
    const loaded = await load(again, otherCase);
    expect([numbers(loaded), loaded.damage]).toEqual([[7], []]);
    await append(again, otherCase, 1, [draft(8)]);
  });

  test("the only one leaves nothing at all", async () => {
    const { name, vault } = await makeCase();
    must(await vault.eraseVault());
    expect((await makeVault(depsFor(name)).vault.status()).vault).toBe("none");
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  });

  test("everything takes both", async () => {
    const { name } = await two();
    must(await (await opened(name, otherPass)).eraseAll());
    expect((await makeVault(depsFor(name)).vault.status()).vault).toBe("none");
    expect(codeOf(await makeVault(depsFor(name)).vault.unlock(passphrase))).toBe("vault-missing");
  });

  test("is refused to a tab that is no longer the writer", async () => {
    const { name, otherCase } = await two();
    const late = await reopened(name);
    const other = await opened(name, otherPass);
    expect(codeOf(await late.eraseVault())).toBe("vault-taken");
    must(await other.append(otherCase, 1, [draft(8)], at, 0));
    expect(await countHeaders(name)).toBe(2);
  });
});
