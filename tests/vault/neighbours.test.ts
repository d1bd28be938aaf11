import { beforeAll, describe, expect, test } from "vitest";
import { blake2b } from "../../src/crypto/hash.ts";
import { secret } from "../../src/crypto/secret.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { utf8 } from "../../src/lib/bytes.ts";
import { catalogueId } from "../../src/vault/catalogue.ts";
import { create } from "../../src/vault/create.ts";
import { openDatabase } from "../../src/vault/database.ts";
import { discloseCase } from "../../src/vault/disclosure.ts";
import { draftId } from "../../src/vault/drafts.ts";
import { formatVersion } from "../../src/vault/format.ts";
import { headId } from "../../src/vault/head.ts";
import { makeHeader, openSlots, readHeader, slotKeyOf, type Header } from "../../src/vault/header.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import { rowName, sealRow, type RowId } from "../../src/vault/rows.ts";
import { secretId } from "../../src/vault/secrets.ts";
import { seedId } from "../../src/vault/seeds.ts";
import { endSession } from "../../src/vault/session.ts";
import { encodeSegment, segmentId } from "../../src/vault/segment.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import {
  append,
  codeOf,
  depsFor,
  draft,
  load,
  makeCase,
  must,
  numbers,
  passphrase,
  reopened,
  withSession,
  withStore,
} from "./support/harness.ts";

beforeAll(cryptoReady);

const otherPass = "another passphrase";

describe("two vaults in one store", () => {
  test("each opens by its own passphrase and disturbs nothing of the other", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const { file } = must(await vault.importFile(caseId, new Blob(["first"])));
    await append(vault, caseId, 1, [draft(2, { file })]);
    await vault.lock();
    const before = await withStore(name, async (store) =>
      Promise.all((await store.names()).map(async (row) => [row, await store.get(row)] as const)),
    );

    const database = openDatabase(name);
    endSession(must(await create(depsFor(name), database, otherPass, true)));
    database.close();
    const second = makeVault(depsFor(name)).vault;
    must(await second.unlock(otherPass));
    const otherCase = must(await second.createCase());
    await append(second, otherCase, 0, [draft(7)]);
    must(await second.importFile(otherCase, new Blob(["second"])));
    expect(codeOf(await second.loadCase(caseId))).toBe("vault-not-found");
    must(await second.erase(otherCase, 0));
    const again = makeVault(depsFor(name)).vault;
    must(await again.unlock(otherPass));
    expect((await load(again, otherCase)).damage).toEqual([]);

    await withStore(name, async (store) => {
      for (const [row, bytes] of before) expect(await store.get(row)).toEqual(bytes);
    });
    const first = await reopened(name);
    expect(numbers(await load(first, caseId))).toEqual([1, 2]);
    expect(must(await first.checkIntegrity(caseId))).toEqual({ entries: 2, files: 1, damage: [] });
    expect(codeOf(await first.unlock("a third passphrase"))).toBe("vault-wrong-passphrase");
  });

  test("damage in one vault's rows is no damage in the other", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    await vault.lock();
    const own = await withStore(name, (store) => store.names());
    const database = openDatabase(name);
    endSession(must(await create(depsFor(name), database, otherPass, true)));
    database.close();
    await withStore(name, async (store) => {
      for (const row of own) await store.put(row, new Uint8Array(5_000));
    });
    const second = makeVault(depsFor(name)).vault;
    expect(must(await second.unlock(otherPass)).cases).toEqual([]);
    expect(codeOf(await second.createCase())).toBe("ok");
    expect(codeOf(await second.unlock(passphrase))).toBe("vault-damaged");
  });

  test("every slot of every header is tried, whichever opens", () => {
    const kdf = { salt: new Uint8Array(16), params: { ops: 3, mebibytes: 64 } };
    const derived = (n: number): Uint8Array => new Uint8Array(32).fill(n);
    const ids = ["a", "b", "c"].map((letter) => letter.repeat(32));
    const read = new Set<string>();
    const headers = ids.map((id, n): Header => {
      const header = readHeader(makeHeader(kdf, slotKeyOf(derived(n)), secret("vault-key", derived(n)), id));
      if (typeof header === "string") throw new Error(header);
      const slots = new Proxy(header.slots, {
        get: (target, key) => {
          if (typeof key === "string" && /^[0-9]+$/u.test(key)) read.add(`${String(n)}/${key}`);
          return Reflect.get(target, key, target);
        },
      });
      return { ...header, slots };
    });
    for (const [n, id] of [...ids, undefined].entries()) {
      read.clear();
      expect(openSlots(headers, slotKeyOf(derived(n)))?.vaultId).toBe(id);
      expect(read.size).toBe(24);
    }
  });
});

describe("rows of a format that nobody has written yet", () => {
  const newer = utf8(JSON.stringify({ v: formatVersion + 1 }));
  const newerSegment = (): Uint8Array => {
    const content = encodeSegment({ revision: 1, entries: [] });
    content[0] = formatVersion + 1;
    return content;
  };
  /** A case with one of everything, in which one row is of the newer format. */
  const withNewer = async (
    idOf: (caseId: string) => RowId,
    content: Uint8Array,
  ): Promise<{ readonly name: string; readonly caseId: string; readonly vault: WorkerVault }> => {
    const { name, vault, caseId } = await makeCase();
    const { file } = must(await vault.importFile(caseId, new Blob(["x"])));
    await append(vault, caseId, 0, [{ ...draft(1, { file }), secrets: [{ field: "pin", id: "s", text: "1" }] }]);
    must(await vault.saveDraft(caseId, "note", "typed"));
    await vault.lock();
    const [row, sealed] = await withSession(
      name,
      async (session) => [rowName(session, idOf(caseId)), sealRow(session, idOf(caseId), content)] as const,
    );
    await withStore(name, (store) => store.put(row, sealed));
    return { name, caseId, vault: makeVault(depsFor(name)).vault };
  };

  test.each<[string, (caseId: string) => RowId, Uint8Array | "segment", (vault: WorkerVault, caseId: string) => Promise<unknown>]>([
    ["catalogue", () => catalogueId(0), newer, async () => undefined],
    ["head", headId, newer, (vault, caseId) => vault.loadCase(caseId)],
    ["segment", (caseId) => segmentId(caseId, 0, 0), "segment", (vault, caseId) => vault.loadCase(caseId)],
    ["keyring", (caseId) => keyringId(caseId, 0), newer, (vault, caseId) => vault.readFile(caseId, "0".repeat(32))],
    ["secret", (caseId) => secretId(caseId, 0), newer, (vault, caseId) => vault.readSecret(caseId, "s")],
    ["draft", draftId, newer, (vault, caseId) => vault.loadDrafts(caseId)],
    ["draft (written)", draftId, newer, (vault, caseId) => vault.saveDraft(caseId, "note", "x")],
  ])("%s: refused, not guessed at", async (what, idOf, content, ask) => {
    const { vault, caseId } = await withNewer(idOf, content === "segment" ? newerSegment() : content);
    const unlocked = await vault.unlock(passphrase);
    if (what === "catalogue") expect(unlocked).toEqual({ ok: false, error: { code: "vault-newer", where: "catalogue" } });
    else expect(await ask(vault, caseId)).toMatchObject({ ok: false, error: { code: "vault-newer" } });
  });

  test("seed: nothing is signed with what is not understood", async () => {
    const { name, caseId } = await withNewer(seedId, newer);
    const source = await withSession(name, (session) => discloseCase(session, caseId));
    expect(source).toEqual({ ok: false, error: { code: "vault-newer", where: "seed" } });
  });

  test("a header of the newer format beside none that opens", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await withStore(name, async ({ db }) => {
      const table = db.table<ArrayBuffer, number>("headers");
      const [key] = await table.toCollection().primaryKeys();
      const bytes = new Uint8Array((await table.get(key ?? 0)) ?? new ArrayBuffer(0));
      bytes[1] = formatVersion + 1;
      bytes.set(blake2b(32, bytes.subarray(0, -32)), bytes.length - 32);
      await table.put(bytes.buffer, key);
    });
    expect(codeOf(await makeVault(depsFor(name)).vault.unlock(passphrase))).toBe("vault-newer");
  });

  test.each<[string, object]>([
    ["catalogue", { revision: 1, cases: ["no id"], intents: [] }],
    ["catalogue", { revision: 1, cases: [], intents: [{ file: 1 }] }],
    ["head", { revision: 1 }],
    [
      "head",
      {
        revision: "1",
        size: 0,
        root: "",
        peaks: [],
        segments: [],
        keyrings: [],
        draft: null,
        secrets: [],
        nextSecret: 0,
        catalogue: 0,
        scars: [],
      },
    ],
    [
      "head",
      {
        revision: 1,
        size: 0,
        root: "AAAA",
        peaks: [],
        segments: [],
        keyrings: [],
        draft: null,
        secrets: [],
        nextSecret: 0,
        catalogue: 0,
        scars: [],
      },
    ],
    [
      "head",
      {
        revision: 1,
        size: 0,
        root: "",
        peaks: [],
        segments: [7],
        keyrings: [],
        draft: null,
        secrets: [],
        nextSecret: 0,
        catalogue: 0,
        scars: [],
      },
    ],
    [
      "head",
      {
        revision: 1,
        size: 0,
        root: "",
        peaks: [],
        segments: [],
        keyrings: [],
        draft: null,
        secrets: [7],
        nextSecret: 0,
        catalogue: 0,
        scars: [],
      },
    ],
    [
      "head",
      {
        revision: 1,
        size: 0,
        root: "",
        peaks: [],
        segments: [],
        keyrings: [],
        draft: null,
        secrets: [],
        nextSecret: 0,
        catalogue: 0,
        scars: [7],
      },
    ],
    ["keyring", { revision: 1, keys: [7] }],
    ["keyring", { revision: 1, keys: 7 }],
    ["secret", { id: 1 }],
  ])("a %s that our own key sealed in another shape is damage, not a crash: %j", async (what, fields) => {
    const idOf = {
      catalogue: () => catalogueId(0),
      head: headId,
      keyring: (caseId: string) => keyringId(caseId, 0),
      secret: (caseId: string) => secretId(caseId, 0),
    }[what];
    if (idOf === undefined) throw new Error(what);
    const { vault, caseId } = await withNewer(idOf, utf8(JSON.stringify({ ...fields, v: formatVersion })));
    must(await vault.unlock(passphrase));
    const { damage } = must(await vault.checkIntegrity(caseId));
    expect(damage.map((one) => one.what)).toEqual([what]);
  });
});
