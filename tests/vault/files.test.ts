import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/crypto/hash.ts";
import { concat, hex } from "../../src/lib/bytes.ts";
import { discloseCase } from "../../src/vault/disclosure.ts";
import type { Progress, StoredFile } from "../../src/vault/types.ts";
import type { WorkerVault } from "../../src/vault/vault.ts";
import { append, codeOf, draft, load, makeCase, must, numbers, reopened, withSession, withStore } from "./support/harness.ts";

const mib = 1_048_576;
/** Not random, so that a failure can be seen again; not periodic in a chunk either. */
const bytesOf = (length: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(length);
  for (let i = 0, x = 7; i < length; i++) out[i] = x = (x * 167 + 13 + (i >> 8)) & 255;
  return out;
};
const bring = async (vault: WorkerVault, caseId: string, bytes: Uint8Array<ArrayBuffer>): Promise<StoredFile> => {
  const stored = must(await vault.importFile(caseId, new Blob([bytes])));
  expect(stored).toMatchObject({ sha256: hex(sha256(bytes)), size: bytes.length });
  return stored;
};
const rowCount = (name: string): Promise<number> => withStore(name, async (store) => (await store.names()).length);

describe("files", () => {
  test.each([0, 1, mib - 1, mib, mib + 1, 4 * mib, 4 * mib + 1, 9 * mib])(
    "%i bytes come back exactly, whole, by chunk and as a stream",
    async (length) => {
      const { name, vault, caseId } = await makeCase();
      const bytes = bytesOf(length);
      const { file } = await bring(vault, caseId, bytes);
      await append(vault, caseId, 0, [draft(1, { file })]);
      const again = await reopened(name);
      expect(hex(sha256(new Uint8Array(must(await again.readFile(caseId, file)))))).toBe(hex(sha256(bytes)));
      const chunks = Math.max(1, Math.ceil(length / mib));
      const last = new Uint8Array(must(await again.readChunk(caseId, file, chunks - 1)));
      expect(hex(last)).toBe(hex(bytes.subarray((chunks - 1) * mib)));
      for (const beyond of [chunks, -1, 0.5]) expect(codeOf(await again.readChunk(caseId, file, beyond))).toBe("vault-not-found");
      await withSession(name, async (session) => {
        const source = must(await discloseCase(session, caseId));
        const pieces: Uint8Array[] = [];
        for await (const piece of source.file(file)) pieces.push(piece);
        expect(pieces).toHaveLength(chunks);
        expect(hex(sha256(concat(...pieces)))).toBe(hex(sha256(bytes)));
      });
    },
  );

  test("progress runs to the end and never back", async () => {
    const { vault, caseId } = await makeCase();
    const seen: Progress[] = [];
    must(await vault.importFile(caseId, new Blob([bytesOf(6 * mib + 5)]), (p) => void seen.push(p)));
    // Told when four pieces more are on the disk, and at the end.
    expect(seen.map(({ done }) => done)).toEqual([4 * mib, 6 * mib + 5]);
    expect(seen.every(({ total }) => total === 6 * mib + 5)).toBe(true);
  });

  test("writing goes on while a large file comes in", async () => {
    const { name, vault, caseId } = await makeCase();
    const coming = vault.importFile(caseId, new Blob([bytesOf(12 * mib)]));
    for (let i = 0; i < 10; i++) await append(vault, caseId, i, [draft(i)]);
    must(await vault.saveDraft(caseId, "note", "typed"));
    const { file } = must(await coming);
    await append(vault, caseId, 10, [draft(10, { file })]);
    const again = await reopened(name);
    expect(must(await again.readFile(caseId, file)).byteLength).toBe(12 * mib);
    expect(numbers(await load(again, caseId))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("an unknown file, and one too large for one piece", async () => {
    const { vault, caseId } = await makeCase();
    expect(codeOf(await vault.readFile(caseId, "0".repeat(32)))).toBe("vault-not-found");
    expect(codeOf(await vault.dropFile(caseId, "0".repeat(32)))).toBe("vault-not-found");
    const { file } = must(await vault.importFile(caseId, new Blob([new Uint8Array(64 * mib + 1)])));
    expect(codeOf(await vault.readFile(caseId, file))).toBe("vault-too-large");
    expect(must(await vault.readChunk(caseId, file, 64)).byteLength).toBe(1);
  });

  test("a source that cannot be read any more leaves nothing behind that is seen", async () => {
    const { name, vault, caseId } = await makeCase();
    const before = await rowCount(name);
    const gone = new Blob([bytesOf(10)]);
    Object.defineProperty(gone, "slice", {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) }),
    });
    expect(await vault.importFile(caseId, gone)).toEqual({ ok: false, error: { code: "vault-not-found", where: "source" } });
    expect(await rowCount(name)).toBe(before);
  });

  test("dropping forgets the key, then the chunks", async () => {
    const { name, vault, caseId } = await makeCase();
    const kept = await bring(vault, caseId, bytesOf(10));
    const rows = await rowCount(name);
    const { file } = await bring(vault, caseId, bytesOf(2 * mib));
    must(await vault.dropFile(caseId, file));
    expect(await rowCount(name)).toBe(rows);
    expect(codeOf(await vault.readChunk(caseId, file, 0))).toBe("vault-not-found");
    expect(codeOf(await vault.dropFile(caseId, file))).toBe("vault-not-found");
    expect(must(await vault.readFile(caseId, kept.file)).byteLength).toBe(10);
  });

  test("more files than one keyring row holds", async () => {
    const { name, vault, caseId } = await makeCase();
    const files: string[] = [];
    for (let i = 0; i < 352; i++) files.push((await bring(vault, caseId, Uint8Array.of(i & 255, i >> 8))).file);
    await append(
      vault,
      caseId,
      0,
      files.map((file, i) => draft(i, { file })),
    );
    const again = await reopened(name);
    for (const i of [0, 349, 350, 351])
      expect([...new Uint8Array(must(await again.readFile(caseId, files[i] ?? "")))]).toEqual([i & 255, i >> 8]);
    must(await again.erase(caseId, 0));
    const { file } = await bring(again, caseId, Uint8Array.of(9));
    expect(must(await again.readFile(caseId, file)).byteLength).toBe(1);
    expect(must(await again.checkIntegrity(caseId))).toEqual({ entries: 352, files: 352, damage: [] });
  });
});

describe("an import that no entry came to name", () => {
  test.each([100, 5 * mib])("of %i bytes is gone after the next unlock; one that was named stays", async (length) => {
    const { name, vault, caseId } = await makeCase();
    const named = await bring(vault, caseId, bytesOf(20));
    await append(vault, caseId, 0, [draft(1, { file: named.file })]);
    const rows = await rowCount(name);
    const { file } = await bring(vault, caseId, bytesOf(length));
    expect((await load(vault, caseId)).entries).toHaveLength(1);
    expect(must(await vault.readFile(caseId, file)).byteLength).toBe(length);
    const again = await reopened(name);
    await load(again, caseId);
    expect(codeOf(await again.readFile(caseId, file))).toBe("vault-not-found");
    expect(must(await again.readFile(caseId, named.file)).byteLength).toBe(20);
    expect(await rowCount(name)).toBe(rows);
  });

  test("killed half-way: no key, chunks removed by the intent", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    const rows = await rowCount(name);
    const coming = vault.importFile(caseId, new Blob([bytesOf(40 * mib)]), ({ done }) => {
      if (done === 12 * mib) void vault.lock();
    });
    expect(codeOf(await coming)).toBe("vault-locked");
    expect(await rowCount(name)).toBeGreaterThan(rows);
    const again = await reopened(name);
    expect((await load(again, caseId)).damage).toEqual([]);
    expect(await rowCount(name)).toBe(rows);
    await append(again, caseId, 1, [draft(2)]);
  });
});

describe("erasing an entry that names a file", () => {
  test("forgets the file, unless another entry names it too", async () => {
    const { name, vault, caseId } = await makeCase();
    const { file } = await bring(vault, caseId, bytesOf(3 * mib));
    const other = await bring(vault, caseId, bytesOf(5));
    await append(vault, caseId, 0, [draft(0, { file }), draft(1, { about: [`file:${file}`] }), draft(2, { file: other.file })]);
    must(await vault.erase(caseId, 0));
    expect(must(await vault.readFile(caseId, file)).byteLength).toBe(3 * mib);
    const rows = await rowCount(name);
    must(await vault.erase(caseId, 1));
    expect(codeOf(await vault.readFile(caseId, file))).toBe("vault-not-found");
    expect(await rowCount(name)).toBe(rows - 3);
    expect(must(await vault.readFile(caseId, other.file)).byteLength).toBe(5);
    expect((await load(await reopened(name), caseId)).damage).toEqual([]);
  });
});

test("any bytes at all come back", async () => {
  const { vault, caseId } = await makeCase();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      const { file, sha256: digest } = must(await vault.importFile(caseId, new Blob([new Uint8Array(bytes)])));
      expect(digest).toBe(hex(sha256(bytes)));
      expect(hex(new Uint8Array(must(await vault.readFile(caseId, file))))).toBe(hex(bytes));
      must(await vault.dropFile(caseId, file));
    }),
    { numRuns: 40 },
  );
});
