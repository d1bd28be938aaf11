import Dexie from "dexie";
import { beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { anyEpoch, openDatabase } from "../../src/vault/database.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { append, at, codeOf, depsFor, draft, load, makeCase, must, numbers, passphrase, reopened, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);

const rowsOf = (name: string): Promise<readonly string[]> => withStore(name, ({ names }) => names());

describe("erasing a case", () => {
  test("leaves not one row of it, and the other case whole", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const before = new Set(await rowsOf(name));
    const second = must(await vault.createCase());
    await append(
      vault,
      second,
      0,
      Array.from({ length: 60 }, (_, n) => draft(n, { text: "x".repeat(2_000) })),
    );
    const { file } = must(await vault.importFile(second, new Blob([new Uint8Array(5_500_000)])));
    must(await vault.append(second, 60, [{ kind: "f.v1", body: { file }, secrets: [{ field: "pin", id: "p", text: "4711" }] }], at, 0));
    must(await vault.importFile(second, new Blob(["named by nothing"])));
    must(await vault.saveDraft(second, "note", "typed"));
    expect((await rowsOf(name)).length).toBeGreaterThan(before.size + 12);

    must(await vault.eraseCase(second));
    expect(new Set(await rowsOf(name))).toEqual(before);
    expect(codeOf(await vault.loadCase(second))).toBe("vault-not-found");
    expect(codeOf(await vault.eraseCase(second))).toBe("vault-not-found");
    await append(vault, caseId, 1, [draft(2)]);
    await vault.lock();
    const again = makeVault(depsFor(name)).vault;
    expect(must(await again.unlock(passphrase)).cases).toEqual([caseId]);
    expect(numbers(await load(again, caseId))).toEqual([1, 2]);
    expect(must(await again.checkIntegrity(caseId)).damage).toEqual([]);
  });

  test("is refused to a tab that lost its place", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const other = await reopened(name);
    expect(codeOf(await vault.eraseCase(caseId))).toBe("vault-taken");
    expect(codeOf(await vault.eraseAll())).toBe("vault-taken");
    expect(numbers(await load(other, caseId))).toEqual([1]);
  });
});

describe("erasing everything", () => {
  test("leaves no database and no expectation of one, and a new start is possible", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    must(await vault.eraseAll());
    expect(codeOf(await vault.loadCase(caseId))).toBe("vault-locked");
    expect(await Dexie.exists(name)).toBe(false);
    const fresh = makeVault(depsFor(name)).vault;
    expect((await fresh.status()).vault).toBe("none");
    expect(codeOf(await fresh.unlock(passphrase))).toBe("vault-missing");
    must(await fresh.create(passphrase));
    expect(must(await fresh.unlock(passphrase)).cases).toEqual([]);
  });

  test("takes every vault of the browser with it", async () => {
    const { name, vault } = await makeCase();
    await withStore(name, ({ db }) => db.table("headers").add(new Uint8Array(73_728).buffer));
    must(await vault.eraseAll());
    expect((await makeVault(depsFor(name)).vault.status()).vault).toBe("none");
    expect(await Dexie.exists(name)).toBe(false);
  });

  test("ended after the headers went, the next start finishes it", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const database = openDatabase(name);
    const removeHeaders = (await database.headers()).map(({ key }) => key);
    must(await database.write({ epoch: anyEpoch, removeHeaders, isErasing: true }));
    database.close();
    const next = makeVault(depsFor(name)).vault;
    expect((await next.status()).vault).toBe("none");
    expect(await Dexie.exists(name)).toBe(false);
    expect((await next.status()).vault).toBe("none");
  });

  test("the mark alone erases nothing while there is a header", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await withStore(name, ({ db }) => db.table("device").put(true, "erasing"));
    const again = makeVault(depsFor(name)).vault;
    expect((await again.status()).vault).toBe("present");
    expect(codeOf(await again.unlock(passphrase))).toBe("ok");
  });
});
