import Dexie from "dexie";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { anyEpoch, openDatabase, type Change } from "../../src/vault/database.ts";
import { takeWriterLock } from "../../src/vault/writer-lock.ts";
import { beforeTransactions, putBack, replace } from "./support/browser.ts";
import { append, at, codeOf, draft, freshName, load, makeCase, must, numbers, passphrase, reopened } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

describe("two writers", () => {
  test("the one who unlocked last writes; the other is told, and nothing of either is lost or doubled", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const other = await reopened(name);
    await append(other, caseId, 1, [draft(2)]);
    const refused = [
      await vault.append(caseId, 1, [draft(3)], at, 0),
      await vault.erase(caseId, 0),
      await vault.saveDraft(caseId, "note", "x"),
      await vault.createCase(),
      await vault.importFile(caseId, new Blob(["x"])),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => "vault-taken"));
    expect(numbers(await load(other, caseId))).toEqual([1, 2]);
    must(await vault.unlock(passphrase));
    expect(numbers(await load(vault, caseId))).toEqual([1, 2]);
    await append(vault, caseId, 2, [draft(3)]);
    expect(codeOf(await other.append(caseId, 2, [draft(4)], at, 0))).toBe("vault-taken");
  });

  test("a lock stolen in the midst of writing loses no acknowledged write", async () => {
    const { name, vault, caseId } = await makeCase();
    const acknowledged: number[] = [];
    const writing = (async () => {
      for (let n = 0; n < 400; n++) {
        const added = await vault.append(caseId, n, [draft(n)], at, 0);
        if (!added.ok) return added.error.code;
        acknowledged.push(n);
      }
      return "never stopped";
    })();
    while (acknowledged.length < 20) await new Promise((resolve) => requestAnimationFrame(resolve));
    const other = await reopened(name);
    const there = numbers(await load(other, caseId));
    expect(await writing).toBe("vault-taken");
    expect(there).toEqual(acknowledged);
    await append(other, caseId, there.length, [draft(1_000)]);
    expect(numbers(await load(other, caseId))).toEqual([...acknowledged, 1_000]);
  });

  test("even if the lock itself says nothing, the epoch in the store does", async () => {
    const name = freshName();
    const database = openDatabase(name);
    const write = (epoch: string, n: number): Promise<string> => database.write({ epoch, put: [["row", Uint8Array.of(n)]] }).then(codeOf);
    must(await database.write({ epoch: anyEpoch, newEpoch: "first" }));
    expect(await write("first", 1)).toBe("ok");
    must(await openDatabase(name).write({ epoch: anyEpoch, newEpoch: "second" }));
    expect(await write("first", 2)).toBe("vault-taken");
    expect(await database.rows(["row"])).toEqual([Uint8Array.of(1)]);
  });

  test("the lock: taking it takes it away; giving it back is no loss", async () => {
    const name = freshName();
    const first = await takeWriterLock(name);
    expect(first.lost()).toBe(false);
    const second = await takeWriterLock(name);
    await expect.poll(first.lost).toBe(true);
    expect(second.lost()).toBe(false);
    second.release();
    const third = await takeWriterLock(name);
    expect(second.lost()).toBe(false);
    third.release();
  });

  test("a browser that refuses locks is an error of the caller", async () => {
    const refusing: LockManager = Object.assign(Object.create(navigator.locks), {
      request: () => Promise.reject(new DOMException("no", "SecurityError")),
    });
    await expect(takeWriterLock("x", refusing)).rejects.toThrow("no");
  });
});

describe("a retried write", () => {
  const name = freshName();
  const database = openDatabase(name);
  const row = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(40).fill(n);
  const version = (n: number): string => n.toString(16).padStart(2, "0").repeat(12);
  const change = (from: number | null, to: number): Change => ({
    epoch: "e",
    expect: { name: "head", version: from === null ? null : version(from) },
    put: [
      ["head", row(to)],
      [`tail-${String(to)}`, row(to)],
    ],
  });

  test("is done once: the same change finds itself and is acknowledged; another is refused whole", async () => {
    must(await database.write({ epoch: anyEpoch, newEpoch: "e" }));
    expect(codeOf(await database.write(change(null, 1)))).toBe("ok");
    expect(codeOf(await database.write(change(null, 1)))).toBe("ok");
    expect(codeOf(await database.write(change(null, 2)))).toBe("vault-taken");
    expect(codeOf(await database.write(change(1, 2)))).toBe("ok");
    expect(codeOf(await database.write(change(1, 3)))).toBe("vault-taken");
    expect(await database.rows(["head", "tail-3"])).toEqual([row(2), undefined]);
  });

  test("removing counts as a change too", async () => {
    expect(codeOf(await database.write({ epoch: "e", expect: { name: "head", version: version(9) }, remove: ["head"] }))).toBe(
      "vault-taken",
    );
    expect(codeOf(await database.write({ epoch: "e", expect: { name: "head", version: version(2) }, remove: ["head"] }))).toBe("ok");
    expect(await database.rows(["head"])).toEqual([undefined]);
  });
});

describe("when the browser fails", () => {
  test("a connection that is lost is opened again, and the write is made once", async () => {
    const open = new Set<IDBDatabase>();
    beforeTransactions((connection, options) => {
      open.add(connection);
      return options;
    });
    const { vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const before = open.size;
    expect(before).toBeGreaterThan(0);
    for (const connection of open) connection.close();
    await append(vault, caseId, 1, [draft(2)]);
    expect(open.size).toBe(before + 1);
    for (const connection of open) connection.close();
    expect(numbers(await load(vault, caseId))).toEqual([1, 2]);
    expect(open.size).toBe(before + 2);
  });

  test("a connection that is lost again and again is said, and nothing is acknowledged", async () => {
    let isLost = false;
    beforeTransactions((_, options) => {
      if (isLost) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      return options;
    });
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    isLost = true;
    expect(codeOf(await vault.append(caseId, 1, [draft(2)], at, 0))).toBe("vault-lost");
    expect(codeOf(await vault.loadCase(caseId))).toBe("vault-lost");
    isLost = false;
    await append(vault, caseId, 1, [draft(3)]);
    expect(numbers(await load(await reopened(name), caseId))).toEqual([1, 3]);
  });

  test("a full disk is said; the write happens wholly or not at all", async () => {
    const { vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    let puts = 0;
    replace(
      IDBObjectStore.prototype,
      "put",
      (real) =>
        function (this: IDBObjectStore, value, key) {
          if (++puts === 2) throw new DOMException("full", "QuotaExceededError");
          return real.call(this, value, key);
        },
    );
    expect(codeOf(await vault.append(caseId, 1, [draft(2)], at, 0))).toBe("vault-full");
    expect(puts).toBe(2);
    expect(numbers(await load(vault, caseId))).toEqual([1]);
    await append(vault, caseId, 1, [draft(3)]);
    expect(numbers(await load(vault, caseId))).toEqual([1, 3]);
  });

  test("a transaction that is not strict is not trusted", async () => {
    const asked = new Set<unknown>();
    let isRelaxed = false;
    beforeTransactions((_, options, mode) => {
      if (mode === "readwrite") asked.add(options?.durability);
      return isRelaxed ? { durability: "relaxed" } : options;
    });
    const { vault, caseId } = await makeCase();
    isRelaxed = true;
    expect(await vault.append(caseId, 0, [draft(1)], at, 0)).toEqual({
      ok: false,
      error: { code: "vault-device-unfit", where: "durability" },
    });
    expect([...asked]).toEqual(["strict"]);
    isRelaxed = false;
    expect((await load(vault, caseId)).size).toBe(0);
  });

  test("a row whose file the browser has lost is missing; its neighbours are not", async () => {
    const database = openDatabase(freshName());
    const [a, b] = [Uint8Array.of(1), Uint8Array.of(2)];
    must(await database.write({ epoch: anyEpoch, newEpoch: "e", put: Object.entries({ a, b }) }));
    replace(
      IDBObjectStore.prototype,
      "get",
      (real) =>
        function (this: IDBObjectStore, key) {
          if (key === "a") throw new DOMException("Failed to read large IndexedDB value", "DataError");
          return real.call(this, key);
        },
    );
    expect(await database.rows(["a", "b"])).toEqual([undefined, b]);
  });

  test("what is no failure of the store is a bug, and is thrown", async () => {
    let isBug = false;
    beforeTransactions((_, options) => {
      if (isBug) throw new TypeError("a bug");
      return options;
    });
    const name = freshName();
    const database = openDatabase(name);
    must(await database.write({ epoch: anyEpoch, newEpoch: "e" }));
    const reader = openDatabase(name);
    expect(await reader.rows(["a"])).toEqual([undefined]);
    isBug = true;
    await expect(database.write({ epoch: anyEpoch, newEpoch: "f" })).rejects.toThrow("a bug");
    await expect(reader.rows(["a"])).rejects.toThrow("a bug");
  });
});

describe("taking over again", () => {
  test("without a passphrase: what the other wrote is read first, and then the other one is refused", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const other = await reopened(name);
    await append(other, caseId, 1, [draft(2)]);
    const added = must(await other.createCase());
    expect(codeOf(await vault.append(caseId, 1, [draft(3)], at, 0))).toBe("vault-taken");
    must(await vault.takeOver());
    expect(codeOf(await vault.append(caseId, 1, [draft(3)], at, 0))).toBe("vault-taken");
    expect(numbers(await load(vault, caseId))).toEqual([1, 2]);
    await append(vault, caseId, 2, [draft(3)]);
    await append(vault, added, 0, [draft(9)]);
    expect(codeOf(await other.append(caseId, 2, [draft(4)], at, 0))).toBe("vault-taken");
    must(await other.takeOver());
    expect(numbers(await load(other, caseId))).toEqual([1, 2, 3]);
  });

  test("locked, or with the database gone, nothing is taken and nothing is made", async () => {
    const { name, vault } = await makeCase();
    await Dexie.delete(name);
    expect(codeOf(await vault.takeOver())).toBe("vault-missing");
    expect(await Dexie.exists(name)).toBe(false);
    await vault.lock();
    expect(codeOf(await vault.takeOver())).toBe("vault-locked");
  });
});
