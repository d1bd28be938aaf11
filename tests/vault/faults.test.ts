import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { pushLeaf } from "../../src/crypto/merkle.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { discloseCase } from "../../src/vault/disclosure.ts";
import { chunkId } from "../../src/vault/files.ts";
import { readCase } from "../../src/vault/read-case.ts";
import { segmentId } from "../../src/vault/segment.ts";
import { commit } from "../../src/vault/session.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { beforeTransactions, putBack, replace } from "./support/browser.ts";
import {
  append,
  at,
  codeOf,
  depsFor,
  draft,
  freshName,
  load,
  longDraft,
  makeCase,
  must,
  namesOf,
  passphrase,
  reopened,
  withSession,
  withStore,
} from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const rowCount = (name: string): Promise<number> => withStore(name, async (store) => (await store.names()).length);

describe("a store that does not give back what it was given", () => {
  test.each(["headers", "rows"])("is found out when the vault is made (%s), and nothing of the vault stays", async (table) => {
    const name = freshName();
    const { vault } = makeVault(depsFor(name));
    replace(
      IDBObjectStore.prototype,
      "put",
      (real) =>
        function (this: IDBObjectStore, value: unknown, key) {
          const isTarget = this.name === table && value instanceof ArrayBuffer;
          return real.call(this, isTarget ? new Uint8Array(value).fill(0, 50, 60).buffer : value, key);
        },
    );
    replace(
      IDBObjectStore.prototype,
      "add",
      (real) =>
        function (this: IDBObjectStore, value: unknown, key) {
          const isTarget = this.name === table && value instanceof ArrayBuffer;
          return real.call(this, isTarget ? new Uint8Array(value).fill(0, 50, 60).buffer : value, key);
        },
    );
    expect(await vault.create(passphrase)).toEqual({ ok: false, error: { code: "vault-device-unfit", where: "canary" } });
    putBack();
    expect((await vault.status()).vault).toBe("none");
    expect(await rowCount(name)).toBe(0);
    expect(codeOf(await vault.create(passphrase))).toBe("ok");
  });
});

describe("a mistake of our own", () => {
  test("a root that the entries do not have is named, and nothing is handed over on it", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    await withSession(name, async (session) => {
      const { state } = must(await readCase(session, caseId));
      must(await commit(session, state, { head: { tree: pushLeaf(state.head.tree, new Uint8Array(32)) } }));
      expect(await discloseCase(session, caseId)).toEqual({ ok: false, error: { code: "vault-damaged", where: "head" } });
    });
    const again = await reopened(name);
    expect((await load(again, caseId)).damage).toEqual([{ what: "head", number: 0, why: "altered" }]);
    expect(must(await again.checkIntegrity(caseId)).damage).toEqual([{ what: "head", number: 0, why: "altered" }]);
  });

  test("verifying is of the case that was just loaded, once", async () => {
    const { vault, caseId } = await makeCase();
    must(await vault.loadCase(caseId));
    expect(must(await vault.verifyLoaded("0".repeat(32)))).toEqual([]);
    expect(must(await vault.verifyLoaded(caseId))).toEqual([]);
  });
});

describe("handing over from a damaged store", () => {
  test("a lost segment: its entries are not there, proofs throw, a damaged file throws", async () => {
    const { name, vault, caseId } = await makeCase();
    const { file } = must(await vault.importFile(caseId, new Blob([new Uint8Array(1_200_000)])));
    await append(vault, caseId, 0, [draft(0, { file }), longDraft(1, 60_000), draft(2)]);
    await vault.lock();
    const [segment, chunk] = await namesOf(name, [segmentId(caseId, 1, 1), chunkId(file, 1)]);
    await withStore(name, async (store) => {
      await store.remove(segment ?? "");
      await store.remove(chunk ?? "");
    });
    await withSession(name, async (session) => {
      const source = must(await discloseCase(session, caseId));
      expect([0, 1, 2].map((seq) => source.entry(seq) === undefined)).toEqual([false, true, false]);
      expect(source.entry(3)).toBeUndefined();
      expect(source.entry(-1)).toBeUndefined();
      expect(() => source.leaves()).toThrow(expect.objectContaining({ code: "vault-damaged" }));
      const read = async (id: string): Promise<number> => {
        let pieces = 0;
        for await (const _ of source.file(id)) pieces++;
        return pieces;
      };
      await expect(read(file)).rejects.toMatchObject({ code: "vault-damaged" });
      await expect(read("0".repeat(32))).rejects.toMatchObject({ code: "vault-not-found" });
      const seed = source.signingSeed();
      seed.fill(0);
      expect(source.signingSeed().some((byte) => byte !== 0)).toBe(true);
    });
  });
});

describe("killed in between", () => {
  test("the key of an erased entry's file is forgotten with it; its chunks go with the next opening", async () => {
    let writes = 0;
    let most = Number.POSITIVE_INFINITY;
    beforeTransactions((_, options, mode) => {
      if (mode === "readwrite" && ++writes > most) throw new DOMException("killed", "UnknownError");
      return options;
    });
    const { name, vault, caseId } = await makeCase();
    const rows = (await rowCount(name)) + 2;
    const { file } = must(await vault.importFile(caseId, new Blob([new Uint8Array(2_500_000)])));
    await append(vault, caseId, 0, [draft(0, { file })]);
    most = writes + 1;
    expect(codeOf(await vault.erase(caseId, 0))).toBe("vault-lost");
    most = Number.POSITIVE_INFINITY;
    expect(await rowCount(name)).toBe(rows + 3);
    const again = await reopened(name);
    expect((await load(again, caseId)).entries.map(({ kind }) => kind)).toEqual(["erased"]);
    expect(codeOf(await again.readFile(caseId, file))).toBe("vault-not-found");
    expect(await rowCount(name)).toBe(rows);
  });

  test("an erasing that was not written changes nothing", async () => {
    let isDown = false;
    beforeTransactions((_, options, mode) => {
      if (isDown && mode === "readwrite") throw new DOMException("killed", "UnknownError");
      return options;
    });
    const { vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(0)]);
    const { file } = must(await vault.importFile(caseId, new Blob(["x"])));
    isDown = true;
    const answers = [
      await vault.erase(caseId, 0),
      await vault.dropFile(caseId, file),
      await vault.append(caseId, 1, [draft(1)], at, 0),
      await vault.saveDraft(caseId, "a", "b"),
      await vault.createCase(),
      await vault.importFile(caseId, new Blob(["y"])),
      await vault.importFile(caseId, new Blob([new Uint8Array(9_000_000)])),
      await vault.unlock(passphrase),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => "vault-lost"));
    isDown = false;
    must(await vault.unlock(passphrase));
    expect((await load(vault, caseId)).entries.map(({ body }) => body)).toEqual([{ n: 0 }]);
  });

  test("a long import that is stopped by another writer says so", async () => {
    const { name, vault, caseId } = await makeCase();
    let other: Promise<unknown> = Promise.resolve();
    const coming = vault.importFile(caseId, new Blob([new Uint8Array(30_000_000)]), ({ done }) => {
      if (done === 8 * 1_048_576) other = reopened(name);
    });
    expect(codeOf(await coming)).toBe("vault-taken");
    await other;
  });
});
