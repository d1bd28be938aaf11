import { err, ok } from "../../src/lib/result.ts";
import { defaultSettings } from "../../src/app/settings.ts";
import type { DeviceSettings, StoredEntry, Vault, VaultError, WayIn } from "../../src/vault/types.ts";

/** What a test may look at and change behind the app's back. */
export interface MemoryVault extends Vault {
  readonly entries: (caseId: string) => readonly StoredEntry[];
  /** The next append does this first: `error` answers it, `write` puts an entry there as another tab would. */
  readonly fail: (how: { readonly code: VaultError["code"]; readonly landed?: boolean } | Error) => void;
  /** Appends wait until `release` is called. */
  readonly hold: () => () => void;
  readonly appends: () => number;
  /** `changeEverything` waits half-way until this is called. */
  readonly finishChanging: () => void;
}

export const recoveryWords = ["oak", "pine", "elm", "fern", "moss", "reed", "clay", "sand", "rock", "wind", "rain", "snow"];

/** A vault that keeps its word (durable, numbered, size-checked) in memory. Everything a test did not provide for throws. */
export const memoryVault = (passphrase?: string): MemoryVault => {
  let right = passphrase;
  let isOpen = false;
  let settings: DeviceSettings = defaultSettings;
  let ways: readonly WayIn[] = [{ slot: 0, kind: "passphrase", name: "" }];
  let count = 0;
  let wrong = 0;
  let failure: { readonly code: VaultError["code"]; readonly landed?: boolean } | Error | undefined;
  let gate: Promise<void> = Promise.resolve();
  let isChanging = { end: (_: boolean): void => undefined };
  const changing = {
    wait: () =>
      new Promise<boolean>((resolve) => {
        isChanging = { end: resolve };
      }),
    stop: () => isChanging.end(true),
    finish: () => isChanging.end(false),
  };
  const passkeys = new Set<string>();
  const logs = new Map<string, StoredEntry[]>();
  const drafts = new Map<string, Record<string, string>>();
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const locked = err({ code: "vault-locked" } as const);
  const notProvided = (): never => {
    throw new Error("this test did not provide that");
  };
  const newCase = (): string => {
    const id = String(logs.size + 1).padStart(32, "0");
    logs.set(id, []);
    drafts.set(id, {});
    return id;
  };

  const eraseAll: Vault["eraseAll"] = async () => {
    logs.clear();
    right = undefined;
    isOpen = false;
    return ok(null);
  };

  return {
    entries: (caseId) => logs.get(caseId) ?? [],
    fail: (how) => {
      failure = how;
    },
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    appends: () => count,

    status: async () => ({ vault: right === undefined ? "none" : "present", isSlowed: wrong > 2, settings }),
    saveSettings: async (next) => {
      settings = next;
      return ok(null);
    },
    generateWords: async (n) => ["marble", "canyon", "ribbon", "walnut", "ember", "lantern"].slice(0, n),
    create: async (given) => {
      right = given;
      isOpen = true;
      return ok({ cases: [] });
    },
    createBeside: async (current, given) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      return given === right ? err({ code: "vault-passphrase-used" }) : ok(null);
    },
    unlock: async (given) => {
      wrong = given === right ? 0 : wrong + 1;
      if (given !== right) return err({ code: "vault-wrong-passphrase" });
      isOpen = true;
      return ok({ cases: [...logs.keys()] });
    },
    unlockWithPasskey: async (output) => {
      if (!passkeys.has(output.join())) return err({ code: "vault-wrong-passkey" });
      isOpen = true;
      return ok({ cases: [...logs.keys()] });
    },
    addPasskey: async (current, output, name) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      passkeys.add(output.join());
      ways = [...ways, { slot: ways.length, kind: "passkey", name }];
      return ok(ways);
    },
    waysIn: async () => ok(ways),
    changePassphrase: async (current, next) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      right = next;
      return ok(null);
    },
    newRecoveryWords: async () => recoveryWords,
    addRecovery: async (current, _, name) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      ways = [...ways, { slot: ways.length, kind: "recovery", name }];
      return ok(ways);
    },
    renameWay: async (slot, name) => {
      ways = ways.map((way) => (way.slot === slot ? { ...way, name } : way));
      return ok(ways);
    },
    removeWay: async (current, slot) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      if (ways.length === 1) return err({ code: "vault-last-way" });
      ways = ways.filter((way) => way.slot !== slot);
      return ok(ways);
    },
    changeEverything: async (current, next, onProgress) => {
      if (current !== right) return err({ code: "vault-wrong-passphrase" });
      onProgress?.({ done: 1, total: 2 });
      const isStopped = await changing.wait();
      if (isStopped) return err({ code: "vault-cancelled" });
      right = next ?? current;
      ways = [{ slot: 0, kind: "passphrase", name: "" }];
      return ok({ old: "gone" });
    },
    stopChanging: async () => changing.stop(),
    finishChanging: () => changing.finish(),
    takeOver: async () => ok(null),
    lock: async () => {
      isOpen = false;
    },
    createCase: async () => (isOpen ? ok(newCase()) : locked),
    loadCase: async (caseId) => {
      const entries = logs.get(caseId);
      if (!isOpen || entries === undefined) return err({ code: isOpen ? "vault-not-found" : "vault-locked" });
      return ok({ caseId, size: entries.length, entries: [...entries], damage: [] });
    },
    verifyLoaded: async () => ok([]),
    append: async (caseId, expectedSize, given, at, offset) => {
      count += 1;
      await gate;
      const log = logs.get(caseId);
      if (!isOpen || log === undefined) return locked;
      const made = given.map(({ kind, body }, i) => ({ seq: expectedSize + i, at, offset, kind, body }));
      const how = failure;
      failure = undefined;
      if (how instanceof Error) throw how;
      if (how !== undefined && how.landed !== true) return err({ code: how.code });
      // The same write again, after its answer was lost.
      const isSame = JSON.stringify(log.slice(expectedSize)) === JSON.stringify(made);
      if (log.length !== expectedSize) return isSame ? ok(made) : err({ code: "vault-taken" });
      log.push(...made);
      return how === undefined ? ok(made) : err({ code: how.code });
    },
    erase: async (caseId, seq, known) => {
      const log = logs.get(caseId);
      const entry = log?.[seq];
      if (log === undefined || entry === undefined) return err({ code: "vault-not-found" });
      if (known !== undefined && !JSON.stringify(entry.body).includes(known.id)) return err({ code: "vault-taken", where: "entry" });
      log[seq] = { ...entry, kind: "erased", body: null };
      return ok(null);
    },
    eraseCase: async (caseId) => (logs.delete(caseId), ok(null)),
    eraseVault: eraseAll,
    eraseAll,
    importFile: async (_, source) => {
      const file = String(files.size + 1).padStart(32, "f");
      const bytes = new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
      files.set(file, bytes);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return ok({ file, sha256: [...digest].map((b) => b.toString(16).padStart(2, "0")).join(""), size: bytes.length });
    },
    dropFile: async (_, file) => (files.delete(file), ok(null)),
    forgetFiles: async (_, gone) => (gone.forEach((file) => files.delete(file)), ok(null)),
    inbox: async () => ok({ isOn: false, items: [] }),
    switchInbox: notProvided,
    readShared: notProvided,
    importShared: notProvided,
    dropShared: notProvided,
    readChunk: notProvided,
    readFile: async (_, file) => {
      const bytes = files.get(file);
      return bytes === undefined ? err({ code: "vault-not-found" }) : ok(bytes.slice().buffer);
    },
    readSecret: notProvided,
    saveDraft: async (caseId, field, text) => {
      const kept = drafts.get(caseId);
      if (!isOpen || kept === undefined) return locked;
      if (text === "") delete kept[field];
      else kept[field] = text;
      return ok(null);
    },
    loadDrafts: async (caseId) => ok({ ...drafts.get(caseId) }),
    checkIntegrity: async (caseId) => ok({ entries: logs.get(caseId)?.length ?? 0, files: files.size, damage: [] }),
  };
};
