import { wrap, type ProxyMarked } from "comlink";
import { afterEach, expect, test } from "vitest";
import { storageName } from "../../src/lib/app-id.ts";
import { hex } from "../../src/lib/bytes.ts";
import { openVault, type VaultClient } from "../../src/vault/client.ts";
import type { Progress } from "../../src/vault/types.ts";
import workerUrl from "../../src/worker.ts?worker&url";
import workerText from "../../src/worker.ts?raw";
import { at, must, withStore } from "./support/harness.ts";
import type { VaultSurface } from "../../src/vault/surface.ts";
import dyingUrl from "./support/dying.worker.ts?worker&url";
import lateUrl from "./support/late.worker.ts?worker&url";
import probeUrl from "./support/probe.worker.ts?worker&url";

let client: VaultClient | undefined;
afterEach(() => client?.end());

test("through the real worker: make, append, load, files, lock, unlock", async () => {
  client = openVault(workerUrl);
  const { vault } = client;
  expect((await vault.status()).vault).toBe("none");
  expect(await vault.generateWords(6)).toHaveLength(6);
  must(await vault.create("correct horse battery"));
  const caseId = must(await vault.createCase());
  const drafts = [{ kind: "a.v1", body: { x: 1 }, secrets: [{ field: "pin", id: "s", text: "4711" }] }];
  const added = must(await vault.append(caseId, 0, drafts, at, 60));
  expect(must(await vault.readSecret(caseId, "s"))).toBe("4711");
  const seen: Progress[] = [];
  const bytes = new Uint8Array(1_500_000).fill(7);
  const { file } = must(await vault.importFile(caseId, new Blob([bytes]), (p) => void seen.push(p)));
  expect(seen.at(-1)).toEqual({ done: 1_500_000, total: 1_500_000 });
  const more = must(await vault.append(caseId, 1, [{ kind: "b.v1", body: { file }, secrets: [] }], at, 60));
  expect(must(await vault.loadCase(caseId))).toEqual({ caseId, size: 2, entries: [...added, ...more], damage: [] });
  expect(must(await vault.verifyLoaded(caseId))).toEqual([]);
  expect(must(await vault.readChunk(caseId, file, 1)).byteLength).toBe(1_500_000 - 1_048_576);
  expect(hex(new Uint8Array(must(await vault.readFile(caseId, file))).subarray(0, 3))).toBe("070707");
  must(await vault.saveDraft(caseId, "note", "typed"));
  expect(must(await vault.loadDrafts(caseId))).toEqual({ note: "typed" });
  const checked: Progress[] = [];
  expect(must(await vault.checkIntegrity(caseId, (p) => void checked.push(p)))).toEqual({ entries: 2, files: 1, damage: [] });
  expect(checked).toEqual([1_048_576, 1_500_000].map((done) => ({ done, total: 1_500_000 })));
  const told: Progress[] = [];
  expect(await vault.checkIntegrity(caseId, (p) => (told.push(p), false))).toEqual({ ok: false, error: { code: "vault-cancelled" } });
  expect(told).toEqual([{ done: 1_048_576, total: 1_500_000 }]);
  must(await vault.erase(caseId, 1));
  expect(await vault.readFile(caseId, file)).toEqual({ ok: false, error: { code: "vault-not-found", where: "file" } });
  expect(await vault.dropFile(caseId, file)).toEqual({ ok: false, error: { code: "vault-not-found", where: "file" } });
  must(await vault.saveSettings({ ...(await vault.status()).settings, theme: "dark" }));
  expect((await vault.status()).settings.theme).toBe("dark");
  await vault.lock();
  expect(await vault.loadCase(caseId)).toEqual({ ok: false, error: { code: "vault-locked" } });
  expect(await vault.unlock("correct horse batter")).toEqual({ ok: false, error: { code: "vault-wrong-passphrase" } });
  expect(must(await vault.unlock("correct horse battery"))).toEqual({ cases: [caseId] });
  expect(must(await vault.loadCase(caseId)).entries.map(({ kind }) => kind)).toEqual(["a.v1", "erased"]);
  await withStore(storageName("vault"), async ({ db }) => {
    const row: unknown = await db.table("device").get("device");
    expect(row).toMatchObject({ format: 1, theme: "dark" });
  });
});

test("ended in the midst of a call, the call is answered", async () => {
  const one = openVault(workerUrl);
  const [call, words] = [one.vault.unlock("whatever it may be"), Promise.allSettled([one.vault.generateWords(6)])];
  one.end();
  expect(await call).toEqual({ ok: false, error: { code: "vault-stopped" } });
  expect(await words).toMatchObject([{ status: "rejected", reason: { message: "vault-stopped" } }]);
  await one.stopped;
  one.end();
  expect(await one.vault.createCase()).toEqual({ ok: false, error: { code: "vault-stopped" } });
});

test("a worker that ends without a word is noticed, and calls under way are answered", async () => {
  const dying = openVault(dyingUrl);
  expect(await dying.vault.generateWords(1)).toHaveLength(1);
  let isStopped = false;
  void dying.stopped.then(() => {
    isStopped = true;
  });
  const call = dying.vault.create("correct horse battery");
  expect(await Promise.race([dying.stopped.then(() => "stopped"), dying.vault.generateWords(6).then(() => "lives")])).toBe("lives");
  expect(isStopped).toBe(false);
  dying.worker.postMessage("end");
  await dying.stopped;
  expect(await call).toEqual({ ok: false, error: { code: "vault-stopped" } });
});

/** The vault in a worker as any other client of the same worker asks it: without waiting for anything. */
const ungated = (worker: Worker): Promise<readonly string[]> =>
  wrap<{ readonly vault: VaultSurface & ProxyMarked }>(worker).vault.generateWords(1);

test("nothing is asked of a worker before it holds what tells its end", async () => {
  const late = openVault(lateUrl);
  let isAnswered = false;
  const words = late.vault.generateWords(2).then((list) => {
    isAnswered = true;
    return list;
  });
  // It lives, and answers in order whatever it is asked.
  expect(await ungated(late.worker)).toHaveLength(1);
  expect(isAnswered).toBe(false);
  late.worker.postMessage("grant");
  expect(await words).toHaveLength(2);
  late.worker.postMessage("end");
  await late.stopped;
  late.end();
});

test("a worker that cannot be loaded answers at once", async () => {
  const none = openVault("./no-such-worker.js");
  expect(await none.vault.unlock("whatever it may be")).toEqual({ ok: false, error: { code: "vault-stopped" } });
  none.end();
});

test("the network is taken from the worker before anything else runs in it", async () => {
  const left = await new Promise((resolve) => {
    const worker = new Worker(probeUrl, { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
  });
  expect(left).toEqual([]);
  expect(workerText.split("\n")[0]).toBe('import "./vault/disarm.ts";');
});
