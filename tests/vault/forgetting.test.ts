import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/crypto/hash.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex } from "../../src/lib/bytes.ts";
import { readForBackup } from "../../src/vault/backup.ts";
import { beforeTransactions, putBack } from "./support/browser.ts";
import { append, codeOf, draft, headOf, load, makeCase, must, numbers, reopened, withSession, withStore } from "./support/harness.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const rowCount = (name: string): Promise<number> => withStore(name, async (store) => (await store.names()).length);
const bytes = new Uint8Array(2_500_000).fill(7);

/** A case that names two files. */
const withTwo = async () => {
  const made = await makeCase();
  await append(made.vault, made.caseId, 0, [draft(0)]);
  const rows = await rowCount(made.name);
  const secret = must(await made.vault.importFile(made.caseId, new Blob([bytes])));
  const kept = must(await made.vault.importFile(made.caseId, new Blob(["kept"])));
  await append(made.vault, made.caseId, 1, [draft(1, { file: secret.file, sha256: secret.sha256 }), draft(2, { file: kept.file })]);
  return { ...made, rows, secret: secret.file, kept: kept.file };
};

describe("forgetting a file that an entry goes on to name", () => {
  test("takes its key and every chunk; the entry, its digest and all other files stay", async () => {
    const { name, vault, caseId, rows, secret, kept } = await withTwo();
    const full = await rowCount(name);
    must(await vault.forgetFiles(caseId, [secret]));
    expect(await rowCount(name)).toBe(full - 3);
    for (const open of [vault, await reopened(name)]) {
      expect(codeOf(await open.readFile(caseId, secret))).toBe("vault-not-found");
      expect(codeOf(await open.readChunk(caseId, secret, 0))).toBe("vault-not-found");
      expect(must(await open.readFile(caseId, kept)).byteLength).toBe(4);
      const loaded = await load(open, caseId);
      expect(loaded.damage).toEqual([]);
      expect(loaded.entries[1]?.body).toMatchObject({ file: secret, sha256: hex(sha256(bytes)) });
      // It is not missing: it was to go.
      expect(must(await open.checkIntegrity(caseId))).toEqual({ entries: 3, files: 1, damage: [] });
    }
    expect((await headOf(name, caseId)).absent).toEqual([secret]);
    // Keyring row, chunk of the other file, and those of an empty case.
    expect(await rowCount(name)).toBe(rows + 2);
  });

  test("asked again it changes nothing, and of an unknown file nothing either", async () => {
    const { name, vault, caseId, secret, kept } = await withTwo();
    must(await vault.forgetFiles(caseId, [secret]));
    const rows = await rowCount(name);
    must(await vault.forgetFiles(caseId, [secret, "0".repeat(32)]));
    expect(await rowCount(name)).toBe(rows);
    await append(vault, caseId, 3, [draft(3)]);
    must(await vault.forgetFiles(caseId, [kept]));
    expect(numbers(await load(await reopened(name), caseId))).toEqual([0, 1, 2, 3]);
    expect((await headOf(name, caseId)).absent).toEqual([secret, kept]);
  });

  test("a backup made afterwards has its entry and says that the file is not in it", async () => {
    const { name, vault, caseId, secret, kept } = await withTwo();
    must(await vault.forgetFiles(caseId, [secret]));
    await withSession(name, async (session) => {
      const [log] = must(await readForBackup(session, [{ caseId, size: 3, files: [secret, kept] }]))[0] ?? [];
      expect(log?.files.map(({ file }) => file)).toEqual([kept]);
      expect(log?.absent).toEqual([secret]);
    });
  });
});

describe("killed while it forgets", () => {
  test("after the key went: the chunks go with the next opening, though an entry names the file", async () => {
    let writes = 0;
    let most = Number.POSITIVE_INFINITY;
    beforeTransactions((_, options, mode) => {
      if (mode === "readwrite" && ++writes > most) throw new DOMException("killed", "UnknownError");
      return options;
    });
    const { name, vault, caseId, rows, secret, kept } = await withTwo();
    most = writes + 1;
    expect(codeOf(await vault.forgetFiles(caseId, [secret]))).toBe("vault-lost");
    most = Number.POSITIVE_INFINITY;
    expect(await rowCount(name)).toBe(rows + 5);
    const again = await reopened(name);
    expect(codeOf(await again.readFile(caseId, secret))).toBe("vault-not-found");
    expect((await load(again, caseId)).damage).toEqual([]);
    expect(await rowCount(name)).toBe(rows + 2);
    expect(must(await again.readFile(caseId, kept)).byteLength).toBe(4);
    expect(must(await again.checkIntegrity(caseId)).damage).toEqual([]);
  });

  test("before the key went: all is as it was, and asking again does it", async () => {
    let isDown = false;
    beforeTransactions((_, options, mode) => {
      if (isDown && mode === "readwrite") throw new DOMException("killed", "UnknownError");
      return options;
    });
    const { name, vault, caseId, secret } = await withTwo();
    isDown = true;
    expect(codeOf(await vault.forgetFiles(caseId, [secret]))).toBe("vault-lost");
    isDown = false;
    const again = await reopened(name);
    expect(must(await again.readFile(caseId, secret)).byteLength).toBe(bytes.length);
    must(await again.forgetFiles(caseId, [secret]));
    expect(codeOf(await again.readFile(caseId, secret))).toBe("vault-not-found");
  });
});
