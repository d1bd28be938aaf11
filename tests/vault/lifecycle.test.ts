import Dexie from "dexie";
import { beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import type { DeriveKey } from "../../src/crypto/kdf-worker.ts";
import { expectationIn } from "../../src/vault/expectation.ts";
import type { DeviceSettings } from "../../src/vault/types.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { derive } from "../support/derive.ts";
import { append, at, codeOf, depsFor, draft, freshName, load, makeCase, must, numbers, passphrase, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);

const open = (name: string): WorkerVault => makeVault(depsFor(name)).vault;

describe("making and opening", () => {
  test("made, locked, opened again by another instance: everything is there", async () => {
    const { name, vault, caseId } = await makeCase();
    expect((await vault.status()).vault).toBe("present");
    await append(vault, caseId, 0, [draft(1), draft(2)]);
    await vault.lock();
    const again = open(name);
    expect(await again.unlock("correct horse batterz")).toEqual({ ok: false, error: { code: "vault-wrong-passphrase" } });
    expect(must(await again.unlock(passphrase)).cases).toEqual([caseId]);
    const loaded = await load(again, caseId);
    expect(numbers(loaded)).toEqual([1, 2]);
    expect(loaded.damage).toEqual([]);
  });

  test("locked, it answers nothing", async () => {
    const { vault, caseId } = await makeCase();
    await vault.lock();
    const answers = [
      await vault.createCase(),
      await vault.loadCase(caseId),
      await vault.verifyLoaded(caseId),
      await vault.append(caseId, 0, [draft(1)], at, 0),
      await vault.erase(caseId, 0),
      await vault.importFile(caseId, new Blob(["x"])),
      await vault.dropFile(caseId, caseId),
      await vault.readChunk(caseId, caseId, 0),
      await vault.readFile(caseId, caseId),
      await vault.readSecret(caseId, "x"),
      await vault.saveDraft(caseId, "x", "y"),
      await vault.loadDrafts(caseId),
      await vault.checkIntegrity(caseId),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => "vault-locked"));
  });

  test("a passphrase that is the same to the eye opens it; a short one makes nothing", async () => {
    const name = freshName();
    const vault = open(name);
    expect(codeOf(await vault.create("1234567"))).toBe("vault-passphrase-short");
    expect(await Dexie.exists(name)).toBe(false);
    must(await vault.create("ﬁne café weather"));
    await vault.lock();
    expect(codeOf(await vault.unlock("fine cafe\u0301 weather"))).toBe("ok");
  });

  test("a second vault is not made over a first one", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    expect(codeOf(await open(name).create("another passphrase"))).toBe("vault-exists");
    expect(numbers(await load(vault, caseId))).toEqual([1]);
  });

  test("none was made: none is there, none is opened, and asking leaves no trace", async () => {
    const name = freshName();
    expect((await open(name).status()).vault).toBe("none");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("vault-missing");
    expect(await Dexie.exists(name)).toBe(false);
  });

  test("one was expected and is gone: that is said, and none is made silently", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await Dexie.delete(name);
    expect((await open(name).status()).vault).toBe("missing");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("vault-missing");
    must(await open(name).saveSettings((await vault.status()).settings));
    expect((await open(name).status()).vault).toBe("missing");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("vault-missing");
    await expectationIn(name).clear();
    expect((await open(name).status()).vault).toBe("none");
  });

  test("the database vanishes while it is open: the next write says so and makes no new one", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    await Dexie.delete(name);
    expect(codeOf(await vault.append(caseId, 1, [draft(2)], at, 0))).toBe("vault-missing");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("vault-missing");
  });

  test("words are of the list, and drawn anew", async () => {
    const vault = open(freshName());
    const words = await vault.generateWords(6);
    expect(words).toHaveLength(6);
    expect(words.every((word) => /^[a-z-]{3,9}$/u.test(word))).toBe(true);
    expect(await vault.generateWords(6)).not.toEqual(words);
  });
});

describe("a device that computes or stores wrongly is found out before the first record", () => {
  const makeWith = async (name: string, wrong: DeriveKey): Promise<string> =>
    codeOf(await makeVault({ ...depsFor(name), derive: wrong }).vault.create(passphrase));
  const isReal = (ops: number): boolean => ops > 1;

  test.each<[string, DeriveKey]>([
    ["no memory at all", async () => undefined],
    ["a wrong but stable answer", async (request) => (await derive(request))?.with(0, 1)],
    [
      "an all-zero key",
      async (request) => (request.kind === "argon2id" && isReal(request.params.ops) ? new Uint8Array(32) : derive(request)),
    ],
  ])("%s", async (_, wrong) => {
    const name = freshName();
    expect(await makeWith(name, wrong)).toBe("vault-device-unfit");
    expect(await Dexie.exists(name)).toBe(false);
  });

  test("an answer that changes from one time to the next", async () => {
    const name = freshName();
    let calls = 0;
    const unsteady: DeriveKey = async (request) =>
      request.kind === "argon2id" && isReal(request.params.ops) ? (await derive(request))?.with(0, calls++) : derive(request);
    expect(await makeWith(name, unsteady)).toBe("vault-device-unfit");
    expect(await Dexie.exists(name)).toBe(false);
  });

  test("unlocking without enough memory says so, and opens nothing", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const poor = makeVault({ ...depsFor(name), derive: async () => undefined }).vault;
    expect(await poor.unlock(passphrase)).toEqual({ ok: false, error: { code: "vault-device-unfit", where: "memory" } });
  });
});

describe("the clear row", () => {
  const settings: DeviceSettings = {
    language: "de-AT",
    lockAfterMinutes: 3,
    lockHiddenSeconds: 0,
    leaveTo: "https://example.org/",
    theme: "dark",
  };

  test("settings are kept before and after a vault is made, locked or not", async () => {
    const name = freshName();
    const vault = open(name);
    must(await vault.saveSettings(settings));
    expect(await vault.status()).toEqual({ vault: "none", isSlowed: false, settings });
    must(await vault.create(passphrase));
    expect(await vault.status()).toEqual({ vault: "present", isSlowed: false, settings });
    await vault.lock();
    must(await vault.saveSettings({ ...settings, theme: "light" }));
    expect((await open(name).status()).settings.theme).toBe("light");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("ok");
  });

  test("only allow-listed fields are stored, and only in their allowed shapes", async () => {
    const name = freshName();
    const vault = open(name);
    const odd = {
      ...settings,
      caseName: "secret",
      language: "de\u0000",
      lockAfterMinutes: 0,
      lockHiddenSeconds: -1,
      leaveTo: "javascript:alert(1)",
    };
    must(await vault.saveSettings(odd));
    await withStore(name, async ({ db }) => {
      const row: unknown = await db.table("device").get("device");
      expect(Object.keys(row ?? {}).toSorted()).toEqual(
        ["format", "language", "leaveTo", "lockAfterMinutes", "lockHiddenSeconds", "mebibytes", "ops", "salt", "theme"].toSorted(),
      );
    });
    const { settings: kept } = await vault.status();
    expect(kept).toEqual({
      language: "en",
      lockAfterMinutes: 5,
      lockHiddenSeconds: 30,
      leaveTo: "https://www.wikipedia.org/",
      theme: "dark",
    });
  });

  const tampered = async (change: (row: Record<string, unknown>) => unknown): Promise<WorkerVault> => {
    const { name, vault } = await makeCase();
    await vault.lock();
    await withStore(name, async ({ db }) => {
      const row: Record<string, unknown> = await db.table("device").get("device");
      const changed = change({ ...row });
      if (changed === undefined) await db.table("device").delete("device");
      else await db.table("device").put(changed, "device");
    });
    return open(name);
  };

  test.each<[string, (row: Record<string, unknown>) => unknown]>([
    ["weaker parameters", (row) => ({ ...row, ops: 1 })],
    ["less memory", (row) => ({ ...row, mebibytes: 8 })],
    ["so much memory that a phone cannot", (row) => ({ ...row, mebibytes: 4096 })],
    ["so many passes that it never ends", (row) => ({ ...row, ops: 1e9 })],
    ["no salt", (row) => ({ ...row, salt: null })],
    ["a short salt", (row) => ({ ...row, salt: new Uint8Array(8) })],
    ["a salt of another type", (row) => ({ ...row, salt: "salt" })],
    ["parameters of another type", (row) => ({ ...row, ops: "3" })],
    ["not an object", () => 7],
    ["a format that is no number", (row) => ({ ...row, format: "1" })],
    ["the row missing", () => undefined],
  ])("%s: the copy in the header is used, and the row is written back", async (_, change) => {
    const vault = await tampered(change);
    expect(codeOf(await vault.unlock("not the passphrase"))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.unlock(passphrase))).toBe("ok");
    expect((await vault.status()).vault).toBe("present");
  });

  test("another salt: the header's own opens it", async () => {
    const vault = await tampered((row) => ({ ...row, salt: new Uint8Array(16) }));
    expect(codeOf(await vault.unlock("not the passphrase"))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.unlock(passphrase))).toBe("ok");
  });

  test("a format that nobody has written yet is refused", async () => {
    const vault = await tampered((row) => ({ ...row, format: 2 }));
    expect(codeOf(await vault.unlock(passphrase))).toBe("vault-newer");
    expect(codeOf(await vault.saveSettings(settings))).toBe("vault-newer");
    expect((await vault.status()).vault).toBe("present");
  });

  test("a database that a newer version has changed is refused", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const newer = new Dexie(name);
    newer.version(2).stores({ device: "", headers: "++", rows: "", more: "" });
    await newer.open();
    newer.close();
    expect((await open(name).status()).vault).toBe("present");
    expect(codeOf(await open(name).unlock(passphrase))).toBe("vault-newer");
  });
});
