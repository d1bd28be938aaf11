import { afterEach, beforeAll, describe, expect, test } from "vitest";
import Dexie from "dexie";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex, sameBytes } from "../../src/lib/bytes.ts";
import { openPlaces } from "../../src/vault/places.ts";
import { renew } from "../../src/vault/renew.ts";
import { endSession } from "../../src/vault/session.ts";
import { unlock } from "../../src/vault/unlock.ts";
import type { Progress } from "../../src/vault/types.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import { append, at, codeOf, depsFor, draft, load, makeCase, must, numbers, passphrase, withStore, type Made } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const next = "another long passphrase";
const second = (name: string): string => `${name}-2`;
const isThere = (name: string): Promise<boolean> => Dexie.exists(name);
const fresh = (name: string): WorkerVault => makeVault(depsFor(name)).vault;
const bytes = (n: number, size: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: size }, (_, i) => (i * n + (i >> 8)) & 255);

interface Filled extends Made {
  readonly files: readonly { readonly file: string; readonly content: Uint8Array }[];
}
/** One of everything: entries in several segments, an erased one, secrets, files of no, one and six chunks, a draft, recovery words, a second case. */
const filled = async (): Promise<Filled> => {
  const made = await makeCase();
  const { vault, caseId } = made;
  const files: { readonly file: string; readonly content: Uint8Array }[] = [];
  for (const [n, size] of [0, 40_000, 5_300_000].entries()) {
    const content = bytes(n + 3, size);
    files.push({ file: must(await vault.importFile(caseId, new Blob([content]))).file, content });
  }
  await append(vault, caseId, 0, [
    ...files.map(({ file }, n) => draft(n, { file })),
    ...Array.from({ length: 120 }, (_, n) => draft(n + 3, { text: "x".repeat(1_000) })),
  ]);
  must(await vault.append(caseId, 123, [{ ...draft(123), secrets: [{ field: "pin", id: "pin-1", text: "4711" }] }], at, 60));
  must(await vault.erase(caseId, 5));
  must(await vault.saveDraft(caseId, "note", "half a sentence"));
  must(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), "paper"));
  must(await vault.append(must(await vault.createCase()), 0, [draft(7)], at, 60));
  return { ...made, files };
};
const isWhole = async (vault: WorkerVault, { caseId, files }: Filled, cases: readonly string[]): Promise<void> => {
  const loaded = await load(vault, caseId);
  expect(loaded.damage).toEqual([]);
  expect(loaded.size).toBe(124);
  expect(numbers(loaded).filter((n) => n !== null)).toHaveLength(123);
  expect(must(await vault.readSecret(caseId, "pin-1"))).toBe("4711");
  expect(must(await vault.loadDrafts(caseId))).toEqual({ note: "half a sentence" });
  for (const { file, content } of files) expect(sameBytes(new Uint8Array(must(await vault.readFile(caseId, file))), content)).toBe(true);
  expect(must(await vault.checkIntegrity(caseId))).toEqual({ entries: 124, files: 3, damage: [] });
  const other = cases.find((id) => id !== caseId) ?? "";
  expect(numbers(await load(vault, other))).toEqual([7]);
};
const everyRow = (name: string): Promise<ReadonlyMap<string, string>> =>
  withStore(name, async ({ db, names, get }) => {
    const headers: readonly unknown[] = await db.table("headers").toArray();
    const rows = await Promise.all((await names()).map(async (row) => [row, hex((await get(row)) ?? new Uint8Array())] as const));
    return new Map([
      ...rows,
      ...headers.map((row, i) => [`header ${String(i)}`, row instanceof ArrayBuffer ? hex(new Uint8Array(row)) : ""] as const),
    ]);
  });

describe("changing everything", () => {
  test("everything is there under another key, in another database; the old one and all other ways in are gone", async () => {
    const made = await filled();
    const { name, vault } = made;
    const before = await everyRow(name);
    const steps: Progress[] = [];
    expect(must(await vault.changeEverything(passphrase, next, (step) => steps.push(step)))).toEqual({ old: "gone" });
    expect(await isThere(name)).toBe(false);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.every(({ done, total }, i) => done >= (steps[i - 1]?.done ?? 0) && done <= total)).toBe(true);
    const after = await everyRow(second(name));
    expect(after.size).toBe(before.size);
    expect([...after.keys()].filter((row) => before.has(row))).toEqual(["header 0"]);
    const old = new Set([...before.values()].map((sealed) => sealed.slice(80, 280) || sealed));
    expect([...after].filter(([, sealed]) => old.has(sealed.slice(80, 280) || sealed))).toEqual([]);

    // It is open, and goes on.
    const [caseId = ""] = must(await vault.unlock(next)).cases;
    expect(caseId).toBe(made.caseId);
    await isWhole(vault, made, must(await vault.unlock(next)).cases);
    expect(must(await vault.waysIn())).toEqual([{ slot: 0, kind: "passphrase", name: "" }]);
    expect(codeOf(await fresh(name).unlock(passphrase))).toBe("vault-wrong-passphrase");
    expect((await fresh(name).status()).vault).toBe("present");
    const again = fresh(name);
    await isWhole(again, made, must(await again.unlock(next)).cases);
    await append(again, made.caseId, 124, [draft(124)]);

    // And once more, back into the first one.
    must(await again.changeEverything(next, next));
    expect([await isThere(name), await isThere(second(name))]).toEqual([true, false]);
    const last = fresh(name);
    expect(must(await last.unlock(next)).cases).toContain(made.caseId);
    expect((await load(last, made.caseId)).size).toBe(125);
    must(await last.eraseAll());
    expect([await isThere(name), await isThere(second(name))]).toEqual([false, false]);
    expect((await fresh(name).status()).vault).toBe("none");
  });

  test("goes on being open and writable without another unlocking, and a file that no entry names yet is kept", async () => {
    const { name, vault, caseId } = await makeCase();
    const { file } = must(await vault.importFile(caseId, new Blob([bytes(5, 9_000)])));
    must(await vault.changeEverything(passphrase, next));
    await append(vault, caseId, 0, [draft(0, { file })]);
    expect(numbers(await load(vault, caseId))).toEqual([0]);
    const again = fresh(name);
    must(await again.unlock(next));
    expect(numbers(await load(again, caseId))).toEqual([0]);
    expect(must(await again.checkIntegrity(caseId))).toEqual({ entries: 1, files: 1, damage: [] });
  });

  test("another vault of this browser moves along byte for byte", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    must(await vault.createBeside(passphrase, "somebody else’s words"));
    const other = fresh(name);
    must(await other.unlock("somebody else’s words"));
    const otherCase = must(await other.createCase());
    const { file } = must(await other.importFile(otherCase, new Blob([bytes(9, 2_500_000)])));
    await append(other, otherCase, 0, [draft(2, { file })]);
    await other.lock();
    must(await vault.unlock(passphrase));
    const before = await everyRow(name);
    expect(codeOf(await vault.changeEverything("somebody else’s words", next))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.changeEverything(passphrase, "somebody else’s words"))).toBe("vault-passphrase-used");
    must(await vault.changeEverything(passphrase, next));
    const after = await everyRow(second(name));
    expect(after.get("header 1")).toBe(before.get("header 1"));
    expect(after.get("header 0")).not.toBe(before.get("header 0"));
    const kept = [...before].filter(([row, sealed]) => after.get(row) === sealed);
    expect(kept.length).toBeGreaterThan(8);
    must(await other.unlock("somebody else’s words"));
    expect(numbers(await load(other, otherCase))).toEqual([2]);
    expect(sameBytes(new Uint8Array(must(await other.readFile(otherCase, file))), bytes(9, 2_500_000))).toBe(true);
    // Its turn: ours moves along.
    must(await other.changeEverything("somebody else’s words", "somebody else’s newer words"));
    const ours = fresh(name);
    must(await ours.unlock(next));
    expect(numbers(await load(ours, caseId))).toEqual([1]);
  });

  test("stopped, refused or damaged leaves the old one as it was", async () => {
    const made = await filled();
    const { name, vault, caseId } = made;
    const before = await everyRow(name);
    const cases = must(await vault.unlock(passphrase)).cases;
    expect(codeOf(await vault.changeEverything("not this one", next))).toBe("vault-wrong-passphrase");
    expect(codeOf(await vault.changeEverything(passphrase, "short"))).toBe("vault-passphrase-short");
    for (const when of [0.01, 0.3, 0.6, 0.9]) {
      const stopped = await vault.changeEverything(
        passphrase,
        next,
        ({ done, total }) => void (done >= when * total && vault.stopChanging()),
      );
      expect(codeOf(stopped)).toBe("vault-cancelled");
      expect(await isThere(second(name))).toBe(false);
      expect(await everyRow(name)).toEqual(before);
    }
    const [row = ""] = [...before].find(([, sealed]) => sealed.length > 2_000_000) ?? [];
    const whole = await withStore(name, ({ get }) => get(row));
    if (whole === undefined) throw new Error("no chunk");
    await withStore(name, ({ put }) => put(row, whole.with(500, (whole[500] ?? 0) ^ 1)));
    expect(codeOf(await vault.changeEverything(passphrase, next))).toBe("vault-damaged");
    expect(await isThere(second(name))).toBe(false);
    await withStore(name, ({ put }) => put(row, whole));
    await isWhole(vault, made, cases);
    await append(vault, caseId, 124, [draft(124)]);
    must(await vault.changeEverything(passphrase, next));
  });

  test("recovery words prove who asks, but are neither kept as the passphrase nor taken for the new one", async () => {
    const { name, vault, caseId } = await makeCase();
    const words = await vault.newRecoveryWords();
    must(await vault.addRecovery(passphrase, words, "paper"));
    const before = await everyRow(name);
    expect(codeOf(await vault.changeEverything(words.join(" "), null))).toBe("vault-not-passphrase");
    expect(codeOf(await vault.changeEverything(words.join(" "), words.join(" ").toUpperCase()))).toBe("vault-passphrase-used");
    expect(codeOf(await vault.changeEverything(passphrase, words.join(" ")))).toBe("vault-passphrase-used");
    expect(await everyRow(name)).toEqual(before);
    must(await vault.changeEverything(passphrase, null));
    const again = fresh(name);
    expect(codeOf(await again.unlock(words.join(" ")))).toBe("vault-wrong-passphrase");
    expect(must(await again.unlock(passphrase)).cases).toEqual([caseId]);
    must(await again.addRecovery(passphrase, words, "paper"));
    must(await again.changeEverything(words.join(" "), next));
    expect(must(await fresh(name).unlock(next)).cases).toEqual([caseId]);
  });

  test("a lock in the midst ends it, and the old one opens as before", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const ended = await vault.changeEverything(passphrase, next, () => void vault.lock());
    expect(codeOf(ended)).toBe("vault-locked");
    expect(codeOf(await vault.waysIn())).toBe("vault-locked");
    const again = fresh(name);
    must(await again.unlock(passphrase));
    await append(again, caseId, 1, [draft(2)]);
    expect(await isThere(second(name))).toBe(false);
  });
});

describe("a full disk", () => {
  test("is seen before it begins", async () => {
    const { name, vault } = await makeCase();
    replace(navigator.storage, "estimate", () => async () => ({ quota: 10_000_000, usage: 6_000_000 }));
    expect(await vault.changeEverything(passphrase, next)).toEqual({ ok: false, error: { code: "vault-full", where: "room" } });
    expect(await isThere(second(name))).toBe(false);
  });

  test.each([0, 2, 4, 9, 20])("after %i more rows leaves the old one whole, and the new one goes", async (room) => {
    const made = await filled();
    const { name, vault, caseId } = made;
    let left = Infinity;
    replace(
      IDBObjectStore.prototype,
      "put",
      (real) =>
        function (this: IDBObjectStore, value, key) {
          if (this.transaction.db.name === second(name) && left-- <= 0) throw new DOMException("full", "QuotaExceededError");
          return real.call(this, value, key);
        },
    );
    left = room;
    expect(codeOf(await vault.changeEverything(passphrase, next))).toBe("vault-full");
    expect(await isThere(second(name))).toBe(false);
    await append(vault, caseId, 124, [draft(124)]);
    left = Infinity;
    must(await vault.changeEverything(passphrase, next));
    expect((await load(vault, caseId)).size).toBe(125);
  });
});

describe("what a killed one leaves", () => {
  const marks = (name: string, values: Readonly<Record<string, unknown>>): Promise<void> =>
    withStore(name, async ({ db }) => {
      for (const [key, value] of Object.entries(values)) await db.table("device").put(value, key);
    });

  test("a half-made one is deleted at the next start; the old one can be written to again", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    await vault.lock();
    await marks(name, { renewing: "0".repeat(32) });
    await marks(second(name), { making: true });
    const again = fresh(name);
    expect((await again.status()).vault).toBe("present");
    expect(await isThere(second(name))).toBe(false);
    must(await again.unlock(passphrase));
    await append(again, caseId, 1, [draft(2)]);
  });

  test("a whole one counts, whatever lies in the old one, which is deleted", async () => {
    const { name, vault, caseId } = await makeCase();
    const header = await withStore(name, ({ db }) => db.table("headers").get(1));
    must(await vault.changeEverything(passphrase, next));
    await vault.lock();
    await withStore(name, ({ db }) => db.table("headers").put(header, 1));
    const again = fresh(name);
    expect((await again.status()).vault).toBe("present");
    expect([await isThere(name), await isThere(second(name))]).toEqual([false, true]);
    expect(codeOf(await again.unlock(passphrase))).toBe("vault-wrong-passphrase");
    expect(must(await again.unlock(next)).cases).toEqual([caseId]);
  });

  test("one that is gone with all its databases is missing, not none", async () => {
    const { name, vault } = await makeCase();
    must(await vault.changeEverything(passphrase, next));
    await vault.lock();
    await Dexie.delete(second(name));
    expect((await fresh(name).status()).vault).toBe("missing");
    expect(codeOf(await fresh(name).unlock(next))).toBe("vault-missing");
  });
});

test("a tab that slept through another's change never deletes what that one made", async () => {
  const { name, vault, caseId } = await makeCase();
  await append(vault, caseId, 0, [draft(1)]);
  const old = await withStore(name, async ({ db }) => ({
    headers: await db.table("headers").toArray(),
    device: await db.table("device").toArray(),
  }));
  const keys = await withStore(name, ({ db }) => db.table("device").toCollection().primaryKeys());
  const deps = depsFor(name);
  const places = openPlaces(name);
  const session = must(await unlock(deps, await places.current(), passphrase));
  // Nothing tells it that it lost its place.
  const asleep = { ...session, lock: { ...session.lock, lost: () => false } };
  must(await vault.unlock(passphrase));
  must(await vault.changeEverything(passphrase, next));
  // And the old store is there again as it was.
  await withStore(name, async ({ db }) => {
    await db.table("headers").put(old.headers[0], 1);
    for (const [i, key] of keys.entries()) await db.table("device").put(old.device[i], key);
  });
  const port = { deps, places, onProgress: () => undefined, isStopped: () => false };
  expect(codeOf(await renew(port, asleep, passphrase, "a third long passphrase"))).toBe("vault-renewed");
  endSession(session);
  expect(await isThere(second(name))).toBe(true);
  const again = fresh(name);
  must(await again.unlock(next));
  expect(numbers(await load(again, caseId))).toEqual([1]);
});

test("another tab can neither write nor unlock meanwhile; afterwards it is told to unlock again", async () => {
  const { name, vault, caseId } = await makeCase();
  const tab = fresh(name);
  must(await tab.unlock(passphrase));
  must(await vault.takeOver());
  const third = fresh(name);
  const answers: Promise<string>[] = [];
  const done = await vault.changeEverything(passphrase, next, () => {
    if (answers.length > 0) return;
    answers.push(third.unlock(passphrase).then(codeOf), tab.takeOver().then(codeOf), third.changeEverything(passphrase, next).then(codeOf));
  });
  expect(await Promise.all(answers)).toEqual(["vault-busy", "vault-busy", "vault-locked"]);
  expect(done.ok).toBe(true);
  expect(codeOf(await tab.append(caseId, 0, [draft(1)], at, 60))).toBe("vault-taken");
  expect(codeOf(await tab.takeOver())).toBe("vault-renewed");
  await append(vault, caseId, 0, [draft(1)]);
  must(await tab.unlock(next));
  expect(numbers(await load(tab, caseId))).toEqual([1]);
});
