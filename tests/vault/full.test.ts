import { afterEach, beforeAll, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import { append, at, codeOf, depsFor, draft, load, makeCase, must, numbers, passphrase, reopened, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

/** A disk on which nothing more can be written while `isFull`. */
const disk = (): { isFull: boolean } => {
  const state = { isFull: false };
  replace(
    IDBObjectStore.prototype,
    "put",
    (real) =>
      function (this: IDBObjectStore, value, key) {
        if (state.isFull) throw new DOMException("full", "QuotaExceededError");
        return real.call(this, value, key);
      },
  );
  replace(
    CacheStorage.prototype,
    "open",
    (real) =>
      function (this: CacheStorage, name) {
        return state.isFull ? Promise.reject(new DOMException("full", "QuotaExceededError")) : real.call(this, name);
      },
  );
  return state;
};

test("a full store keeps nobody out: all can be read, nothing can be written, and deleting helps", async () => {
  const full = disk();
  const { name, vault, caseId } = await makeCase();
  const { file } = must(await vault.importFile(caseId, new Blob(["kept"])));
  const { file: spare } = must(await vault.importFile(caseId, new Blob([new Uint8Array(2_000_000)])));
  await append(vault, caseId, 0, [draft(0, { file }), draft(1)]);
  await vault.lock();
  full.isFull = true;
  const again = makeVault(depsFor(name)).vault;
  expect(must(await again.unlock(passphrase)).cases).toEqual([caseId]);
  expect(numbers(await load(again, caseId))).toEqual([0, 1]);
  expect(must(await again.readFile(caseId, file)).byteLength).toBe(4);
  const refused = [
    await again.append(caseId, 2, [draft(2)], at, 0),
    await again.saveDraft(caseId, "a", "b"),
    await again.importFile(caseId, new Blob([new Uint8Array(9_000_000)])),
    await again.createCase(),
    await again.erase(caseId, 1),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => "vault-full"));
  full.isFull = false;
  expect(codeOf(await again.erase(caseId, 1))).toBe("ok");
  await append(again, caseId, 2, [draft(2)]);
  const last = await reopened(name);
  expect(numbers(await load(last, caseId))).toEqual([0, null, 2]);
  expect(codeOf(await last.readFile(caseId, spare))).toBe("vault-not-found");
  expect(codeOf(await again.append(caseId, 3, [draft(3)], at, 0))).toBe("vault-taken");
});

test("a file for which the browser has no room is refused before a byte of it is stored", async () => {
  const { name, vault, caseId } = await makeCase();
  const rows = () => withStore(name, (store) => store.names());
  const before = await rows();
  const room = { usage: 1_000_000_000, quota: 1_010_000_000 };
  replace(StorageManager.prototype, "estimate", () => async () => room);
  const seen: unknown[] = [];
  const large = new Blob([new Uint8Array(9_000_000)]);
  const refused = await vault.importFile(caseId, large, (p) => void seen.push(p));
  expect([refused, seen, await rows()]).toEqual([{ ok: false, error: { code: "vault-no-room", where: "file" } }, [], before]);
  room.quota += 2_000_000;
  must(await vault.importFile(caseId, large));
  for (const silent of [async () => ({}), () => Promise.reject(new TypeError("not here"))]) {
    replace(StorageManager.prototype, "estimate", () => silent);
    must(await vault.importFile(caseId, new Blob(["x"])));
  }
});

test("a file in the midst of which the disk gets full leaves nothing behind, and gives its room back at once", async () => {
  const { name, vault, caseId } = await makeCase();
  await append(vault, caseId, 0, [draft(0)]);
  const before = (await withStore(name, (store) => store.names())).length;
  let room = 12;
  // Pieces of a file no longer fit; a small row still does.
  replace(
    IDBObjectStore.prototype,
    "put",
    (real) =>
      function (this: IDBObjectStore, value: unknown, key) {
        const isPiece = value instanceof ArrayBuffer && value.byteLength > 1_000_000;
        if (isPiece && room-- <= 0) throw new DOMException("full", "QuotaExceededError");
        return real.call(this, value, key);
      },
  );
  expect(codeOf(await vault.importFile(caseId, new Blob([new Uint8Array(20_000_000)])))).toBe("vault-full");
  expect(room).toBeLessThan(0);
  expect((await withStore(name, (store) => store.names())).length).toBe(before);
  await append(vault, caseId, 1, [draft(1)]);
  expect(must(await vault.checkIntegrity(caseId))).toEqual({ entries: 2, files: 0, damage: [] });
});

test("who opened on a full store does not take the place back from who came later", async () => {
  const full = disk();
  const { name, vault, caseId } = await makeCase();
  await append(vault, caseId, 0, [draft(0)]);
  await vault.lock();
  full.isFull = true;
  const reader = makeVault(depsFor(name)).vault;
  must(await reader.unlock(passphrase));
  await load(reader, caseId);
  full.isFull = false;
  const writer = await reopened(name);
  await append(writer, caseId, 1, [draft(1)]);
  expect(codeOf(await reader.append(caseId, 1, [draft(2)], at, 0))).toBe("vault-taken");
  await append(writer, caseId, 2, [draft(3)]);
});
