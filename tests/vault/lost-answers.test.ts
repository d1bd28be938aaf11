import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { catalogueIds } from "../../src/vault/catalogue.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import { losingAnswers, putBack } from "./support/browser.ts";
import { append, at, codeOf, draft, load, makeCase, must, namesOf, numbers, reopened, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const bring = async (vault: Awaited<ReturnType<typeof makeCase>>["vault"], caseId: string, size: number): Promise<string> =>
  must(await vault.importFile(caseId, new Blob([new Uint8Array(size).fill(7)]))).file;

/** The rows as they are now, to be put back later. */
const copyOf = (name: string, rows: readonly string[]) =>
  withStore(name, async (store) => Promise.all(rows.map(async (row) => [row, await store.get(row)] as const)));
const putRows = (name: string, rows: readonly (readonly [string, Uint8Array | undefined])[]) =>
  withStore(name, async (store) => {
    for (const [row, bytes] of rows) if (bytes !== undefined) await store.put(row, bytes);
  });

describe("a change that was made, and whose answer got lost", () => {
  test("an entry: sent again it finds itself, and the file that it names stays", async () => {
    const losing = losingAnswers();
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(0)]);
    const file = await bring(vault, caseId, 50);
    losing.isOn = true;
    const send = () => vault.append(caseId, 1, [draft(1, { file })], at, 60);
    expect(codeOf(await send())).toBe("vault-lost");
    losing.isOn = false;
    expect(must(await send()).map(({ seq }) => seq)).toEqual([1]);
    expect(codeOf(await vault.append(caseId, 1, [draft(2)], at, 60))).toBe("vault-taken");
    expect(codeOf(await vault.dropFile(caseId, file))).toBe("vault-taken");
    const again = await reopened(name);
    expect(numbers(await load(again, caseId))).toEqual([0, 1]);
    expect(must(await again.readFile(caseId, file)).byteLength).toBe(50);
    expect(must(await again.checkIntegrity(caseId))).toEqual({ entries: 2, files: 1, damage: [] });
  });

  test("an entry: what is written next does not put back the intent of the file that it names", async () => {
    const losing = losingAnswers();
    const { name, vault, caseId } = await makeCase();
    const file = await bring(vault, caseId, 50);
    losing.isOn = true;
    expect(codeOf(await vault.append(caseId, 0, [draft(0, { file })], at, 60))).toBe("vault-lost");
    losing.isOn = false;
    const other = must(await vault.createCase());
    await bring(vault, other, 5);
    await load(vault, caseId);
    await append(vault, caseId, 1, [draft(1)]);
    const again = await reopened(name);
    await load(again, caseId);
    expect(must(await again.readFile(caseId, file)).byteLength).toBe(50);
    expect(must(await again.checkIntegrity(caseId)).damage).toEqual([]);
  });

  test("an import: the keys of both files are there afterwards", async () => {
    const losing = losingAnswers();
    const { name, vault, caseId } = await makeCase();
    const first = await bring(vault, caseId, 50);
    losing.isOn = true;
    expect(codeOf(await vault.importFile(caseId, new Blob(["lost"])))).toBe("vault-lost");
    losing.isOn = false;
    const second = await bring(vault, caseId, 60);
    await append(vault, caseId, 0, [draft(0, { file: first }), draft(1, { file: second })]);
    const again = await reopened(name);
    await load(again, caseId);
    for (const file of [first, second]) expect(codeOf(await again.readFile(caseId, file))).toBe("ok");
    expect(must(await again.checkIntegrity(caseId))).toEqual({ entries: 2, files: 2, damage: [] });
  });

  test("a new case, a draft, an erasing", async () => {
    const losing = losingAnswers();
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(0)]);
    for (const change of [() => vault.createCase(), () => vault.saveDraft(caseId, "note", "typed"), () => vault.erase(caseId, 0)]) {
      losing.isOn = true;
      expect(codeOf(await change())).toBe("vault-lost");
      losing.isOn = false;
      expect(codeOf(await change())).toBe("ok");
    }
    await append(vault, caseId, 1, [draft(1)]);
    const again = await reopened(name);
    // Nobody was told of the first of the two; it is there and empty.
    expect(must(await again.loadCase(caseId)).size).toBe(2);
    expect(must(await again.loadDrafts(caseId))).toEqual({ note: "typed" });
    expect(must(await again.checkIntegrity(caseId)).damage).toEqual([]);
  });
});

describe("both copies of the catalogue put back to an earlier day", () => {
  const rolledBack = async () => {
    const { name, vault, caseId } = await makeCase();
    const file = await bring(vault, caseId, 50);
    const rows = await namesOf(name, catalogueIds);
    const before = await copyOf(name, rows);
    must(await vault.unlock("correct horse battery"));
    must(await vault.createCase());
    // The entry ends the intent, which the older catalogue still has.
    await append(vault, caseId, 0, [draft(0, { file })]);
    await vault.lock();
    await putRows(name, before);
    return { name, caseId, file };
  };
  test("destroys no evidence, is named, and stays named when writing goes on", async () => {
    const { name, caseId, file } = await rolledBack();
    const older = { what: "catalogue", number: 0, why: "older" };
    for (let opening = 0; opening < 3; opening++) {
      const vault = await reopened(name);
      const loaded = await load(vault, caseId);
      expect(loaded.damage).toEqual([older]);
      expect(must(await vault.readFile(caseId, file)).byteLength).toBe(50);
      await append(vault, caseId, loaded.size, [draft(loaded.size)]);
      await bring(vault, caseId, 10);
      expect(must(await vault.checkIntegrity(caseId)).damage).toEqual([older]);
      await vault.lock();
    }
  });

  test("what no entry names is not cleaned away either while it is so", async () => {
    const { name, vault, caseId } = await makeCase();
    const file = await bring(vault, caseId, 50);
    const rows = await namesOf(name, catalogueIds);
    const before = await copyOf(name, rows);
    must(await vault.unlock("correct horse battery"));
    must(await vault.createCase());
    must(await vault.saveDraft(caseId, "a", "b"));
    await vault.lock();
    await putRows(name, before);
    const again = await reopened(name);
    await load(again, caseId);
    expect(codeOf(await again.readFile(caseId, file))).toBe("ok");
  });
});

test("a file that an entry names and whose key is gone is reported", async () => {
  const { name, vault, caseId } = await makeCase();
  const file = await bring(vault, caseId, 50);
  await append(vault, caseId, 0, [draft(0, { file }), draft(1, { file: "0".repeat(32) })]);
  expect(must(await vault.checkIntegrity(caseId)).damage).toEqual([{ what: "chunk", number: 0, why: "missing" }]);
  const [ring] = await namesOf(name, [keyringId(caseId, 0)]);
  await withStore(name, (store) => store.remove(ring ?? ""));
  const again = await reopened(name);
  // The lost keyring says enough.
  expect(must(await again.checkIntegrity(caseId)).damage).toEqual([{ what: "keyring", number: 0, why: "missing" }]);
});
