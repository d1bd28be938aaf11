import { describe, expect, test } from "vitest";
import type { Result } from "../../src/lib/result.ts";
import { instantFromMs, type Instant } from "../../src/lib/time.ts";
import type { EntryDraft, LoadedCase, StoredEntry, Vault, VaultError } from "../../src/vault/types.ts";

/** The part of the vault that keeps a log: what every implementation of it has to do. */
export type LogVault = Pick<Vault, "createCase" | "loadCase" | "append" | "erase">;

export const at: Instant = instantFromMs(1_790_000_000_000);
export const later: Instant = instantFromMs(1_790_000_060_000);
export const thing = (n: number): EntryDraft => ({ kind: "thing.added.v1", body: { n }, secrets: [] });

export const valueOf = <T>(result: Result<T, VaultError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: Result<unknown, VaultError>): string => (result.ok ? "ok" : result.error.code);

/** `make` gives an open vault without a case. */
export const logContract = (name: string, make: () => Promise<LogVault>): void => {
  const made = async (): Promise<{ readonly vault: LogVault; readonly caseId: string; readonly load: () => Promise<LoadedCase> }> => {
    const vault = await make();
    const caseId = valueOf(await vault.createCase());
    return { vault, caseId, load: async () => valueOf(await vault.loadCase(caseId)) };
  };
  const entry = (seq: number, n: number, when = at): StoredEntry => ({ seq, at: when, offset: 60, kind: "thing.added.v1", body: { n } });

  describe(`the log, ${name}`, () => {
    test("begins empty, under an id of its own", async () => {
      const { vault, caseId, load } = await made();
      expect(caseId).toMatch(/^[0-9a-f]{32}$/u);
      expect(await load()).toEqual({ caseId, size: 0, entries: [], damage: [] });
      expect(valueOf(await vault.createCase())).not.toBe(caseId);
    });

    test("numbers entries from 0 in the order in which they came, with their time and offset", async () => {
      const { vault, caseId, load } = await made();
      expect(valueOf(await vault.append(caseId, 0, [thing(1), thing(2)], at, 60))).toEqual([entry(0, 1), entry(1, 2)]);
      expect(valueOf(await vault.append(caseId, 2, [thing(3)], later, 60))).toEqual([entry(2, 3, later)]);
      expect((await load()).entries).toEqual([entry(0, 1), entry(1, 2), entry(2, 3, later)]);
    });

    test("appends all or nothing, and nothing over what is there", async () => {
      const { vault, caseId, load } = await made();
      valueOf(await vault.append(caseId, 0, [thing(1)], at, 60));
      expect(codeOf(await vault.append(caseId, 0, [thing(2)], at, 60))).toBe("vault-taken");
      expect(codeOf(await vault.append(caseId, 2, [thing(2)], at, 60))).toBe("vault-taken");
      expect((await load()).entries).toEqual([entry(0, 1)]);
    });

    test("does not double what is sent twice", async () => {
      const { vault, caseId, load } = await made();
      const first = await vault.append(caseId, 0, [thing(1), thing(2)], at, 60);
      expect(await vault.append(caseId, 0, [thing(1), thing(2)], at, 60)).toEqual(first);
      expect((await load()).size).toBe(2);
    });

    test("an erased entry keeps its place and nothing else", async () => {
      const { vault, caseId, load } = await made();
      valueOf(await vault.append(caseId, 0, [thing(1), thing(2), thing(3)], at, 60));
      valueOf(await vault.erase(caseId, 1));
      valueOf(await vault.erase(caseId, 1));
      const { size, entries } = await load();
      expect(size).toBe(3);
      expect(entries.map(({ seq, body }) => [seq, body])).toEqual([
        [0, { n: 1 }],
        [1, null],
        [2, { n: 3 }],
      ]);
      expect(entries[1]).toEqual({ seq: 1, at: instantFromMs(0), offset: 0, kind: "erased", body: null });
    });

    test("says what is not there", async () => {
      const { vault, caseId } = await made();
      const nowhere = "f".repeat(32);
      expect(codeOf(await vault.erase(caseId, 0))).toBe("vault-not-found");
      expect(codeOf(await vault.loadCase(nowhere))).toBe("vault-not-found");
      expect(codeOf(await vault.append(nowhere, 0, [thing(1)], at, 0))).toBe("vault-not-found");
      expect(codeOf(await vault.erase(nowhere, 0))).toBe("vault-not-found");
    });

    test("two at once: one after the other, and the second finds its place taken", async () => {
      const { vault, caseId, load } = await made();
      const both = await Promise.all([vault.append(caseId, 0, [thing(1)], at, 60), vault.append(caseId, 0, [thing(2)], at, 60)]);
      expect(both.map(codeOf)).toEqual(["ok", "vault-taken"]);
      expect((await load()).entries).toEqual([entry(0, 1)]);
    });
  });
};
