import { beforeAll, describe, expect, test } from "vitest";
import { emptyRoot, rootOf } from "../../src/crypto/merkle.ts";
import { randomBytes } from "../../src/crypto/random.ts";
import { sealToBlob } from "../../src/export/age/collect.ts";
import { sealToFile } from "../../src/export/age/to-file.ts";
import { checkLineage } from "../../src/export/backup/check.ts";
import { writeBackup, type WriteDeps } from "../../src/export/backup/write.ts";
import { settle } from "../../src/export/refusal.ts";
import { hex } from "../../src/lib/bytes.ts";
import type { BackupLog } from "../../src/vault/backup-types.ts";
import { ready, scrypt } from "./age/support.ts";
import { words, atMinute } from "./backup-support.ts";

beforeAll(ready);

describe("what one log says of another", () => {
  const [own, other] = ["0a".repeat(16), "0b".repeat(16)];
  const facts = () => [own, other].map((log) => ({ log, size: 0, root: emptyRoot(), files: [], absent: [] }));
  const leaves = Array.from({ length: 9_000 }, (_, i) => Uint8Array.of(i & 255, i >> 8));
  const marksOf = () =>
    Array.from({ length: 150 }, (_, i) => {
      const size = ((i * 37) % 150) * 60;
      return { log: other, size, root: hex(rootOf(leaves.slice(0, size))) };
    });
  const check = (all: ReturnType<typeof marksOf>, of: readonly Uint8Array[], isStopped = (): boolean => false) => {
    const checked = new Map([
      [own, { leaves: [], marks: all }],
      [other, { leaves: of, marks: [] }],
    ]);
    return settle(() => checkLineage(facts(), checked, [], isStopped));
  };

  test("is checked in one way through the leaves, however often it says something", async () => {
    const marks = marksOf();
    let read = 0;
    const counting = new Proxy(leaves, {
      get: (target, key, receiver): unknown => {
        if (typeof key === "string" && /^\d+$/u.test(key)) read++;
        return Reflect.get(target, key, receiver);
      },
    });
    expect(await check(marks, counting)).toMatchObject({ ok: true });
    expect(read).toBeLessThanOrEqual(leaves.length);
    const lie = { log: other, size: 61, root: marks[0]?.root ?? "" };
    for (const wrong of [lie, { ...lie, size: 9_001 }, { ...lie, size: 0.5 }, { ...lie, root: "" }])
      expect(await check([...marks, wrong], leaves)).toMatchObject({ ok: false, error: { code: "backup-entry-changed" } });
  });

  test("can be stopped on the way", async () => {
    let stopped = false;
    setTimeout(() => (stopped = true), 0);
    expect(await check(marksOf(), leaves, () => stopped)).toMatchObject({ ok: false, error: { code: "stopped" } });
  });
});

describe("a backup in a file that was chosen", () => {
  const fileNamed = async (name: string): Promise<FileSystemFileHandle> =>
    (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const emptyLog = (): BackupLog => ({
    log: "0a".repeat(16),
    size: 0,
    root: emptyRoot(),
    lines: () => [],
    seed: () => new Uint8Array(32).fill(7),
    secrets: [],
    files: [],
    absent: [],
    bytes: () => {
      throw new Error("no files");
    },
  });
  const write = (to: FileSystemFileHandle, deps: Pick<WriteDeps, "onProgress" | "isStopped">) =>
    settle(() =>
      writeBackup({ date: "2026-11-22", made: atMinute(0) }, [[emptyLog()]], words, to, { random: randomBytes, scrypt, logN: 4, ...deps }),
    );

  test("does not take the place of one that is there", async () => {
    const to = await fileNamed("before.age");
    const out = await to.createWritable();
    await out.write("the one before");
    await out.close();
    async function* none(): AsyncGenerator<Uint8Array, void> {}
    const written = await settle(() => sealToFile(new Uint8Array(16), new Uint8Array(32), none(), to));
    expect(written).toMatchObject({ ok: false, error: { code: "backup-name-taken" } });
    expect(await (await to.getFile()).text()).toBe("the one before");
  });

  test.each([
    ["nothing", []],
    ["many small pieces", Array.from({ length: 3_000 }, (_, i) => 1 + ((i * 7919) % 2_000))],
    ["pieces as the store has them", Array.from({ length: 7 }, () => 1_048_576)],
    ["a piece larger than what is gathered", [5_000_001, 3, 9_000_000, 65_536]],
  ])("holds the same bytes as one that the browser keeps: %s", async (_, sizes) => {
    const to = await fileNamed(`same-${String(sizes.length)}.age`);
    const [start, key] = [randomBytes(200), randomBytes(32)];
    const all = sizes.map((size) => randomBytes(size));
    async function* pieces(): AsyncGenerator<Uint8Array, void> {
      yield* all;
    }
    const written = await sealToFile(start, key, pieces(), to);
    const kept = await sealToBlob(start, key, pieces());
    expect(new Uint8Array(await written.arrayBuffer())).toEqual(new Uint8Array(await kept.arrayBuffer()));
  });

  test("that cannot be written to the end is no backup: nothing lies there", async () => {
    const to = await fileNamed("full.age");
    const createWritable = to.createWritable.bind(to);
    let writes = 0;
    to.createWritable = async (...options) => {
      const out = await createWritable(...options);
      const write = out.write.bind(out);
      out.write = (bytes) => (++writes === 3 ? Promise.reject(new DOMException("no space", "QuotaExceededError")) : write(bytes));
      return out;
    };
    async function* pieces(): AsyncGenerator<Uint8Array, void> {
      for (let n = 0; n < 9; n++) yield randomBytes(1_048_576);
    }
    const written = await settle(() => sealToFile(randomBytes(200), randomBytes(32), pieces(), to));
    expect(written).toMatchObject({ ok: false, error: { code: "backup-not-saved" } });
    expect((await to.getFile()).size).toBe(0);
  });

  test("is stopped while it is written, and nothing lies there; once it does, it is checked to the end", async () => {
    const to = await fileNamed("stopped.age");
    expect(await write(to, { onProgress: () => undefined, isStopped: () => true })).toMatchObject({ error: { code: "stopped" } });
    expect((await to.getFile()).size).toBe(0);
    let isWritten = false;
    const getFile = to.getFile.bind(to);
    to.getFile = async () => {
      const file = await getFile();
      isWritten ||= file.size > 0;
      return file;
    };
    const written = await write(to, { onProgress: () => undefined, isStopped: () => isWritten });
    expect(written).toMatchObject({ ok: true });
    expect(isWritten).toBe(true);
  });
});
