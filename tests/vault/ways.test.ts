import { beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex, utf8 } from "../../src/lib/bytes.ts";
import { wordList } from "../../src/lib/wordlist.ts";
import { newRecoveryWords, recoveryBytes, typedBytes } from "../../src/vault/recovery.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { derive } from "../support/derive.ts";
import { append, codeOf, depsFor, draft, freshName, load, makeCase, must, numbers, passphrase, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);

const next = "another long passphrase";
const opens = async (name: string, typed: string): Promise<string> => codeOf(await makeVault(depsFor(name)).vault.unlock(typed));
const headerOf = (name: string): Promise<Uint8Array> =>
  withStore(name, async ({ db }) => {
    const [stored]: readonly unknown[] = await db.table("headers").toArray();
    if (!(stored instanceof ArrayBuffer)) throw new Error("no header");
    return new Uint8Array(stored);
  });

describe("twelve words", () => {
  test("spell 155 bits, big-endian, and come back as typed by a person", () => {
    const zero = Array.from({ length: 12 }, () => wordList[0] ?? "");
    expect(hex(recoveryBytes(zero.join(" ")) ?? new Uint8Array())).toBe("00".repeat(20));
    const one = [...zero.slice(1), wordList[1] ?? ""];
    expect(hex(recoveryBytes(one.join(" ")) ?? new Uint8Array())).toBe(`${"00".repeat(19)}20`);
    for (let i = 0; i < 50; i++) {
      const words = newRecoveryWords();
      expect(words).toHaveLength(12);
      const bytes = recoveryBytes(words.join(" "));
      expect(bytes).toHaveLength(20);
      expect((bytes?.[19] ?? 1) & 0x1f).toBe(0);
      expect(recoveryBytes(`\n ${words.join("   ").toUpperCase()} `)).toEqual(bytes);
    }
  });

  test("that go beyond 155 bits, are fewer, or are of another list are text like any other", () => {
    const last = wordList.at(-1) ?? "";
    for (const typed of [Array.from({ length: 12 }, () => last).join(" "), `${last} ${last}`, "ﬁne café weather"]) {
      expect(recoveryBytes(typed)).toBeUndefined();
      expect(typedBytes(typed)).toEqual(utf8(typed.normalize("NFKC")));
    }
  });

  test("never repeat", () => {
    const seen = new Set(Array.from({ length: 200 }, () => newRecoveryWords().join(" ")));
    expect(seen.size).toBe(200);
  });
});

describe("changing the passphrase", () => {
  test("the new one opens, the old one does not, and every entry is there", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const before = await headerOf(name);
    must(await vault.changePassphrase(passphrase, next));
    await append(vault, caseId, 1, [draft(2)]);
    expect(await opens(name, passphrase)).toBe("vault-wrong-passphrase");
    const again = makeVault(depsFor(name)).vault;
    must(await again.unlock(next));
    expect(numbers(await load(again, caseId))).toEqual([1, 2]);
    const after = await headerOf(name);
    expect(after.length).toBe(before.length);
    // Format, id, salt, parameters and the seven unused slots stay; nearly every other byte is another one.
    const same = after.filter((byte, i) => byte === before[i]).length;
    expect(same).toBeLessThan(before.length / 50);
  });

  test("asks for the old one, takes no short one, and changes nothing when refused", async () => {
    const { name, vault } = await makeCase();
    const before = await headerOf(name);
    expect(codeOf(await vault.changePassphrase("not the passphrase", next))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.changePassphrase(passphrase, "short"))).toBe("vault-passphrase-short");
    expect(await headerOf(name)).toEqual(before);
    expect(await opens(name, passphrase)).toBe("ok");
  });

  test("touches one row of the header and the list, however many entries there are", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(
      vault,
      caseId,
      0,
      Array.from({ length: 300 }, (_, n) => draft(n, { text: "x".repeat(1_000) })),
    );
    const rows = (): Promise<ReadonlyMap<string, string>> =>
      withStore(name, async ({ names, get }) => {
        const all = await names();
        return new Map(await Promise.all(all.map(async (row) => [row, hex((await get(row)) ?? new Uint8Array())] as const)));
      });
    const before = await rows();
    must(await vault.changePassphrase(passphrase, next));
    const changed = [...(await rows())].filter(([row, bytes]) => before.get(row) !== bytes);
    expect(changed).toHaveLength(1);
  });

  test("on a device that computes wrongly, or in another tab that lost its place, leaves the old one", async () => {
    const { name } = await makeCase();
    let count = 0;
    const unsteady = makeVault({
      ...depsFor(name),
      // Never the right byte, and never twice the same wrong one.
      derive: async (request) => (await derive(request))?.map((b, i) => (i === 0 ? b ^ (1 + (count++ % 2)) : b)),
    }).vault;
    expect(codeOf(await unsteady.unlock(passphrase))).toBe("vault-wrong-passphrase");
    let wrong = false;
    const turning = makeVault({
      ...depsFor(name),
      derive: async (request) => (await derive(request))?.map((b, i) => (wrong && i === 0 ? b ^ (1 + (count++ % 2)) : b)),
    }).vault;
    must(await turning.unlock(passphrase));
    wrong = true;
    expect(codeOf(await turning.changePassphrase(passphrase, next))).toBe("vault-wrong-passphrase");
    wrong = false;
    expect(await opens(name, passphrase)).toBe("ok");
    expect(codeOf(await turning.changePassphrase(passphrase, next))).toBe("vault-taken");
    expect(await opens(name, passphrase)).toBe("ok");
  });

  test("with another vault's passphrase, in the same browser, is refused like a wrong one", async () => {
    const { name, vault } = await makeCase();
    const other = await makeCase();
    const stranger = await headerOf(other.name);
    await withStore(name, ({ db }) => db.table("headers").add(stranger.buffer));
    must(await vault.unlock(passphrase));
    expect(codeOf(await vault.changePassphrase("somebody else’s words", next))).toBe("vault-wrong-passphrase");
    expect(await opens(name, passphrase)).toBe("ok");
  });
});

describe("ways in", () => {
  const withRecovery = async (): Promise<{
    readonly name: string;
    readonly vault: WorkerVault;
    readonly words: string;
    readonly caseId: string;
  }> => {
    const { name, vault, caseId } = await makeCase();
    const words = await vault.newRecoveryWords();
    must(await vault.addRecovery(passphrase, words, "paper in the drawer"));
    return { name, vault, caseId, words: words.join(" ") };
  };

  test("recovery words open the same vault, and a forgotten passphrase is replaced with them", async () => {
    const { name, vault, words, caseId } = await withRecovery();
    expect(must(await vault.waysIn())).toEqual([
      { slot: 0, kind: "passphrase", name: "" },
      { slot: 1, kind: "recovery", name: "paper in the drawer" },
    ]);
    await vault.lock();
    expect(await opens(name, words.toUpperCase())).toBe("ok");
    expect(await opens(name, passphrase)).toBe("ok");
    must(await vault.unlock(words));
    must(await vault.changePassphrase(words, next));
    expect(must(await vault.unlock(next)).cases).toEqual([caseId]);
    expect(await opens(name, passphrase)).toBe("vault-wrong-passphrase");
    expect(await opens(name, words)).toBe("ok");
  });

  test("a removed one opens nothing any more; the last one stays", async () => {
    const { name, vault, words } = await withRecovery();
    expect(codeOf(await vault.removeWay("not the passphrase", 1))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.removeWay(passphrase, 5))).toBe("vault-not-found");
    expect(must(await vault.removeWay(passphrase, 0))).toEqual([{ slot: 1, kind: "recovery", name: "paper in the drawer" }]);
    expect(codeOf(await vault.removeWay(words, 1))).toBe("vault-last-way");
    expect(await opens(name, passphrase)).toBe("vault-wrong-passphrase");
    expect(await opens(name, words)).toBe("ok");
    // A passphrase again, beside them.
    must(await vault.unlock(words));
    must(await vault.changePassphrase(words, next));
    expect(must(await vault.waysIn()).map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
    expect(await opens(name, next)).toBe("ok");
    expect(await opens(name, words)).toBe("ok");
  });

  const given = (): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 32 }, (_, i) => i + 1);
  const opensWith = async (name: string, output: Uint8Array<ArrayBuffer>): Promise<string> =>
    codeOf(await makeVault(depsFor(name)).vault.unlockWithPasskey(output));

  test("a passkey opens the same vault without a derivation; another one opens nothing, and is no wrong try", async () => {
    const { name, vault, caseId } = await makeCase();
    expect(codeOf(await vault.addPasskey("not the passphrase", given(), ""))).toBe("vault-wrong-passphrase");
    for (const unfit of [given().slice(1), new Uint8Array(32)])
      expect(codeOf(await vault.addPasskey(passphrase, unfit, ""))).toBe("vault-device-unfit");
    expect(must(await vault.addPasskey(passphrase, given(), "thumb"))[1]).toEqual({ slot: 1, kind: "passkey", name: "thumb" });
    const other = makeVault({ ...depsFor(name), derive: () => Promise.reject(new Error("derived")) }).vault;
    expect(must(await other.unlockWithPasskey(given())).cases).toEqual([caseId]);
    expect(must(await other.waysIn()).map(({ kind }) => kind)).toEqual(["passphrase", "passkey"]);
    for (let i = 0; i < 5; i++) expect(await opensWith(name, given().with(i, 0))).toBe("vault-wrong-passkey");
    expect((await other.status()).isSlowed).toBe(false);
    expect(await opens(name, passphrase)).toBe("ok");
    expect(await opensWith(freshName(), given())).toBe("vault-missing");
  });

  test("opens with a passkey when the clear row is lost, and puts that row right", async () => {
    const { name, vault, caseId } = await makeCase();
    must(await vault.addPasskey(passphrase, given(), ""));
    await withStore(name, ({ db }) => db.table("device").delete("device"));
    const again = makeVault(depsFor(name)).vault;
    expect(must(await again.unlockWithPasskey(given())).cases).toEqual([caseId]);
    expect(await opens(name, passphrase)).toBe("ok");
  });

  test("a passkey is never the only way in", async () => {
    const { name, vault, words } = await withRecovery();
    must(await vault.addPasskey(passphrase, given(), ""));
    must(await vault.addPasskey(passphrase, given().with(0, 9), ""));
    expect(must(await vault.removeWay(passphrase, 0)).map(({ kind }) => kind)).toEqual(["recovery", "passkey", "passkey"]);
    expect(codeOf(await vault.removeWay(words, 1))).toBe("vault-last-way");
    expect(await opens(name, words)).toBe("ok");
    must(await vault.unlock(words));
    expect(must(await vault.removeWay(words, 2)).map(({ slot }) => slot)).toEqual([1, 3]);
    expect(await opensWith(name, given())).toBe("vault-wrong-passkey");
    expect(await opensWith(name, given().with(0, 9))).toBe("ok");
  });

  test("a name is changed without a passphrase, kept sealed, and bounded", async () => {
    const { name, vault } = await withRecovery();
    expect(must(await vault.renameWay(1, "at my sister’s")).map((way) => way.name)).toEqual(["", "at my sister’s"]);
    expect(codeOf(await vault.renameWay(4, "none"))).toBe("vault-not-found");
    expect(codeOf(await vault.renameWay(1, "x".repeat(61)))).toBe("vault-too-large");
    const again = makeVault(depsFor(name)).vault;
    must(await again.unlock(passphrase));
    expect(must(await again.waysIn())[1]?.name).toBe("at my sister’s");
  });

  test("eight are the most, and words that are not twelve are none", async () => {
    const { vault } = await makeCase();
    expect(codeOf(await vault.addRecovery(passphrase, ["only", "three", "words"], ""))).toBe("vault-not-found");
    for (let i = 0; i < 7; i++) must(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), ""));
    expect(codeOf(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), ""))).toBe("vault-ways-full");
    expect(must(await vault.waysIn()).map(({ slot }) => slot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("a damaged list is said; nothing is given away or emptied, and the passphrase can still be changed", async () => {
    const name = freshName();
    const bare = makeVault(depsFor(name)).vault;
    const before = await withStore(name, ({ names }) => names()).catch(() => []);
    expect(before).toEqual([]);
    must(await bare.create(passphrase));
    // Without a case: catalogue twice, canary, and the list. Each of them altered in turn, the catalogue's copies stand in for one another.
    const rows = await withStore(name, ({ names }) => names());
    const header = await headerOf(name);
    const damaged: string[] = [];
    for (const row of rows) {
      const kept = await withStore(name, ({ get }) => get(row));
      if (kept === undefined) throw new Error("no row");
      await withStore(name, ({ put }) => put(row, kept.with(40, (kept[40] ?? 0) ^ 1)));
      const vault = makeVault(depsFor(name)).vault;
      must(await vault.unlock(passphrase));
      damaged.push(codeOf(await vault.waysIn()));
      if (damaged.at(-1) === "vault-damaged") {
        expect(codeOf(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), ""))).toBe("vault-damaged");
        expect(codeOf(await vault.removeWay(passphrase, 0))).toBe("vault-damaged");
        must(await vault.changePassphrase(passphrase, next));
        must(await vault.changePassphrase(next, passphrase));
      }
      // The list is that of this very header.
      await withStore(name, async ({ put, db }) => {
        await put(row, kept);
        await db.table("headers").put(header.slice().buffer, (await db.table("headers").toCollection().primaryKeys())[0]);
      });
    }
    expect(damaged.toSorted()).toEqual(["ok", "ok", "ok", "vault-damaged"]);
  });
});
