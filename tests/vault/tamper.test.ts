import { beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { catalogueId } from "../../src/vault/catalogue.ts";
import { draftId } from "../../src/vault/drafts.ts";
import { chunkId } from "../../src/vault/files.ts";
import { headId } from "../../src/vault/head.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import type { RowId } from "../../src/vault/rows.ts";
import { secretId } from "../../src/vault/secrets.ts";
import { seedId } from "../../src/vault/seeds.ts";
import { segmentId } from "../../src/vault/segment.ts";
import type { Damage } from "../../src/vault/types.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import {
  append,
  at,
  codeOf,
  depsFor,
  draft,
  headOf,
  load,
  longDraft,
  makeCase,
  must,
  namesOf,
  numbers,
  passphrase,
  reopened,
  withStore,
  type RawStore,
} from "./support/harness.ts";

beforeAll(cryptoReady);

const flip = (row: Uint8Array, at: number): Uint8Array => row.map((byte, i) => (i === at ? byte ^ 0x10 : byte));
/** A case with every kind of row: 31 entries in four segments, two files (one of three chunks), a secret, a draft. */
interface Full {
  readonly name: string;
  readonly caseId: string;
  readonly file: string;
  readonly small: string;
  readonly rows: Readonly<
    Record<
      | "head"
      | "seg0"
      | "seg1"
      | "tail"
      | "keyring"
      | "chunk0"
      | "chunk1"
      | "chunk2"
      | "secret"
      | "seed"
      | "draft"
      | "catalogue0"
      | "catalogue1",
      string
    >
  >;
}
const makeFull = async (): Promise<Full> => {
  const { name, vault, caseId } = await makeCase();
  const { file } = must(await vault.importFile(caseId, new Blob([new Uint8Array(2_200_000).fill(5)])));
  const { file: small } = must(await vault.importFile(caseId, new Blob(["small"])));
  await append(vault, caseId, 0, [draft(0, { file, other: small })]);
  for (let i = 1; i < 30; i++) await append(vault, caseId, i, [longDraft(i, 5_000)]);
  must(
    await vault.append(caseId, 30, [{ kind: "s", body: { n: 30, pin: null }, secrets: [{ field: "pin", id: "s1", text: "4711" }] }], at, 0),
  );
  must(await vault.saveDraft(caseId, "note", "typed"));
  await vault.lock();
  const { segments } = await headOf(name, caseId);
  const segment = (number: number): RowId => segmentId(caseId, number, segments[number]?.first ?? 0);
  expect(segments).toHaveLength(4);
  const ids = {
    head: headId(caseId),
    seg0: segment(0),
    seg1: segment(1),
    tail: segment(3),
    keyring: keyringId(caseId, 0),
    chunk0: chunkId(file, 0),
    chunk1: chunkId(file, 1),
    chunk2: chunkId(file, 2),
    secret: secretId(caseId, 0),
    seed: seedId(caseId),
    draft: draftId(caseId),
    catalogue0: catalogueId(0),
    catalogue1: catalogueId(1),
  };
  const named = await namesOf(name, Object.values(ids));
  const nameOf = (key: keyof typeof ids): string => named[Object.keys(ids).indexOf(key)] ?? "";
  return {
    name,
    caseId,
    file,
    small,
    rows: {
      head: nameOf("head"),
      seg0: nameOf("seg0"),
      seg1: nameOf("seg1"),
      tail: nameOf("tail"),
      keyring: nameOf("keyring"),
      chunk0: nameOf("chunk0"),
      chunk1: nameOf("chunk1"),
      chunk2: nameOf("chunk2"),
      secret: nameOf("secret"),
      seed: nameOf("seed"),
      draft: nameOf("draft"),
      catalogue0: nameOf("catalogue0"),
      catalogue1: nameOf("catalogue1"),
    },
  };
};
type Row = keyof Full["rows"];

const all = Array.from({ length: 31 }, (_, i) => i);
const without = (from: number, to: number): readonly number[] => all.filter((n) => n < from || n >= to);

/** Changes the store, opens it anew, and puts it back afterwards. */
const tampering = async <T>(
  full: Full,
  change: (store: RawStore) => Promise<unknown>,
  look: (vault: WorkerVault) => Promise<T>,
): Promise<T> => {
  const saved = await withStore(full.name, async (store) => {
    const names = await store.names();
    const before = await Promise.all(names.map(async (row) => [row, await store.get(row)] as const));
    await change(store);
    return before;
  });
  try {
    const vault = await reopened(full.name);
    const seen = await look(vault);
    await vault.lock();
    return seen;
  } finally {
    await withStore(full.name, async (store) => {
      const kept = new Set(saved.map(([row]) => row));
      for (const row of await store.names()) if (!kept.has(row)) await store.remove(row);
      for (const [row, bytes] of saved) if (bytes !== undefined) await store.put(row, bytes);
    });
  }
};
const altering =
  (row: string, at: (length: number) => number) =>
  async (store: RawStore): Promise<void> => {
    const bytes = await store.get(row);
    if (bytes === undefined) throw new Error("no such row");
    await store.put(row, flip(bytes, at(bytes.length)));
  };
const swapping =
  (a: string, b: string) =>
  async (store: RawStore): Promise<void> => {
    const [first, second] = [await store.get(a), await store.get(b)];
    if (first === undefined || second === undefined) throw new Error("no such row");
    await store.put(a, second);
    await store.put(b, first);
  };

/** Every byte region is flipped in regions.test.ts; here whole rows go, or come back. */
describe("whatever is changed in the store is named, and the rest can be used", () => {
  let full: Full;
  beforeAll(async () => {
    full = await makeFull();
  });

  /** What the integrity check says, and which entries, files, secrets and drafts can still be read. */
  interface Seen {
    readonly damage: readonly Damage[];
    readonly entries: readonly unknown[];
    readonly file: string;
    readonly small: string;
    readonly secret: string;
    readonly draft: string;
  }
  const look = async (vault: WorkerVault): Promise<Seen> => {
    const check = must(await vault.checkIntegrity(full.caseId));
    const loaded = await load(vault, full.caseId);
    // Loading sees whatever concerns the log.
    expect(loaded.damage).toEqual(check.damage.filter(({ what }) => what === "segment" || what === "head" || what === "catalogue"));
    return {
      damage: check.damage,
      entries: numbers(loaded),
      file: codeOf(await vault.readFile(full.caseId, full.file)),
      small: codeOf(await vault.readFile(full.caseId, full.small)),
      secret: codeOf(await vault.readSecret(full.caseId, "s1")),
      draft: codeOf(await vault.loadDrafts(full.caseId)),
    };
  };
  const whole: Seen = { damage: [], entries: all, file: "ok", small: "ok", secret: "ok", draft: "ok" };
  const damaged = "vault-damaged";

  test("nothing changed, nothing named", async () => {
    expect(await tampering(full, async () => undefined, look)).toEqual(whole);
  });

  const cases: readonly (readonly [row: Row, what: Damage["what"], number: number, rest: Partial<Seen>])[] = [
    ["head", "head", 0, {}],
    ["seg0", "segment", 0, { entries: without(0, 10) }],
    ["seg1", "segment", 1, { entries: without(10, 19) }],
    ["tail", "segment", 3, { entries: without(28, 31) }],
    ["keyring", "keyring", 0, { file: damaged, small: damaged }],
    ["chunk0", "chunk", 0, { file: damaged }],
    ["chunk1", "chunk", 1, { file: damaged }],
    ["chunk2", "chunk", 2, { file: damaged }],
    ["secret", "secret", 1, { secret: damaged }],
    ["seed", "secret", 0, {}],
    ["draft", "draft", 0, { draft: damaged }],
    ["catalogue0", "catalogue", 0, {}],
    ["catalogue1", "catalogue", 1, {}],
  ];

  test.each(cases)("%s missing", async (row, what, number, rest) => {
    const seen = await tampering(full, (store) => store.remove(full.rows[row]), look);
    expect(seen).toEqual({ ...whole, ...rest, damage: [{ what, number, why: "missing" }] });
  });

  test.each(cases)("%s cut short, emptied, or with bytes at its end", async (row, what, number, rest) => {
    const changes: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
      (bytes) => bytes.subarray(0, -1),
      (bytes) => bytes.subarray(0, 30),
      () => new Uint8Array(0),
      (bytes) => Uint8Array.of(...bytes.subarray(0, 100)),
      (bytes) => new Uint8Array([...bytes.subarray(0, 5_000), 0]),
    ];
    for (const change of changes) {
      const seen = await tampering(
        full,
        async (store) => store.put(full.rows[row], change((await store.get(full.rows[row])) ?? new Uint8Array(0))),
        look,
      );
      expect(seen).toEqual({ ...whole, ...rest, damage: [{ what, number, why: "altered" }] });
    }
  });

  test("rows swapped: both are named", async () => {
    expect(await tampering(full, swapping(full.rows.seg0, full.rows.seg1), look)).toEqual({
      ...whole,
      entries: without(0, 19),
      damage: [
        { what: "segment", number: 0, why: "altered" },
        { what: "segment", number: 1, why: "altered" },
      ],
    });
    expect((await tampering(full, swapping(full.rows.chunk0, full.rows.chunk1), look)).damage).toEqual([
      { what: "chunk", number: 0, why: "altered" },
      { what: "chunk", number: 1, why: "altered" },
    ]);
    expect((await tampering(full, swapping(full.rows.seed, full.rows.secret), look)).damage).toEqual([
      { what: "secret", number: 0, why: "altered" },
      { what: "secret", number: 1, why: "altered" },
    ]);
    expect((await tampering(full, swapping(full.rows.catalogue0, full.rows.seed), look)).damage).toEqual([
      { what: "catalogue", number: 0, why: "altered" },
      { what: "secret", number: 0, why: "altered" },
    ]);
  });

  test("the last chunk cut away does not make the one before it the last", async () => {
    const seen = await tampering(full, (store) => store.remove(full.rows.chunk2), look);
    expect(seen.file).toBe(damaged);
    expect(seen.damage).toEqual([{ what: "chunk", number: 2, why: "missing" }]);
  });

  test("a row where none should be", async () => {
    const [beyondChunk, beyondSegment] = await namesOf(full.name, [chunkId(full.file, 3), segmentId(full.caseId, 4, 31)]);
    const put = (name: string | undefined) => (store: RawStore) => store.put(name ?? "", new Uint8Array(5_000));
    expect((await tampering(full, put(beyondChunk), look)).damage).toEqual([{ what: "chunk", number: 3, why: "unexpected" }]);
    expect(await tampering(full, put(beyondSegment), look)).toEqual({
      ...whole,
      damage: [{ what: "segment", number: 4, why: "unexpected" }],
    });
  });

  test("both copies of the catalogue: the vault says what is damaged", async () => {
    const both = async (store: RawStore): Promise<void> => {
      await store.remove(full.rows.catalogue0);
      await altering(full.rows.catalogue1, () => 40)(store);
    };
    await expect(tampering(full, both, look)).rejects.toThrow('{"code":"vault-damaged","where":"catalogue"}');
  });

  test("one goes on writing after any single loss, and the loss stays named", async () => {
    for (const [row, what, number] of cases) {
      await tampering(
        full,
        altering(full.rows[row], () => 40),
        async (vault) => {
          const before = await load(vault, full.caseId);
          await append(vault, full.caseId, before.size, [draft(100), longDraft(101, 20_000)]);
          must(await vault.saveDraft(full.caseId, "note", "typed again"));
          const { file } = must(await vault.importFile(full.caseId, new Blob(["more"])));
          await append(vault, full.caseId, before.size + 2, [draft(102, { file })]);
          await vault.lock();
          must(await vault.unlock(passphrase));
          const after = await load(vault, full.caseId);
          expect(numbers(after)).toEqual([...numbers(before), 100, 101, 102]);
          expect(after.size).toBe(before.size + 3);
          expect(codeOf(await vault.readFile(full.caseId, file))).toBe("ok");
          const check = must(await vault.checkIntegrity(full.caseId));
          // A draft and a catalogue are written anew as a whole, and so are whole again.
          const healed = what === "draft" || what === "catalogue";
          expect(check.damage).toEqual(healed ? [] : [{ what, number, why: "altered" }]);
        },
      );
    }
  });

  test("a lost segment: neither the erasing of its entries nor proofs are pretended", async () => {
    await tampering(
      full,
      (store) => store.remove(full.rows.seg1),
      async (vault) => {
        expect(await vault.erase(full.caseId, 12)).toEqual({ ok: false, error: { code: "vault-damaged", where: "segment 1" } });
        expect(codeOf(await vault.erase(full.caseId, 5))).toBe("ok");
        expect((await load(vault, full.caseId)).damage).toEqual([{ what: "segment", number: 1, why: "missing" }]);
      },
    );
  });
});

describe("a row put back as it was on an earlier day", () => {
  /** Remembers every row, lets `later` happen, then puts one row back. */
  const rolledBack = async (rowOf: (full: Full) => string, later: (vault: WorkerVault, full: Full) => Promise<unknown>) => {
    const full = await makeFull();
    const before = await withStore(full.name, (store) => store.get(rowOf(full)));
    const vault = await reopened(full.name);
    await load(vault, full.caseId);
    await later(vault, full);
    await vault.lock();
    await withStore(full.name, async (store) => {
      if (before === undefined) throw new Error("no such row");
      await store.put(rowOf(full), before);
    });
    const again = await reopened(full.name);
    const loaded = await load(again, full.caseId);
    return { full, vault: again, loaded, damage: must(await again.checkIntegrity(full.caseId)).damage };
  };
  const addOne = (vault: WorkerVault, { caseId }: Full): Promise<void> => append(vault, caseId, 31, [draft(31)]);

  test("the tail", async () => {
    const { damage, loaded, vault, full } = await rolledBack(({ rows }) => rows.tail, addOne);
    expect(damage).toEqual([{ what: "segment", number: 3, why: "older" }]);
    expect(loaded.size).toBe(32);
    expect(numbers(loaded)).toEqual(without(28, 31));
    await append(vault, full.caseId, 32, [draft(32)]);
  });

  test("an earlier segment, from before an entry in it was erased", async () => {
    const { damage, loaded } = await rolledBack(
      ({ rows }) => rows.seg0,
      (vault, { caseId }) => vault.erase(caseId, 4),
    );
    expect(damage).toEqual([{ what: "segment", number: 0, why: "older" }]);
    expect(numbers(loaded)).toEqual(without(0, 10));
  });

  test("the head, with more in the tail", async () => {
    const { damage, loaded, vault, full } = await rolledBack(({ rows }) => rows.head, addOne);
    expect(damage).toEqual([{ what: "head", number: 0, why: "older" }]);
    expect(numbers(loaded)).toEqual([...all, 31]);
    await append(vault, full.caseId, 32, [draft(32)]);
    expect((await load(vault, full.caseId)).damage).toEqual([{ what: "head", number: 0, why: "older" }]);
  });

  test("the head, with a whole segment more", async () => {
    const { damage, loaded } = await rolledBack(
      ({ rows }) => rows.head,
      (vault, { caseId }) => append(vault, caseId, 31, [longDraft(31, 40_000)]),
    );
    expect(damage).toEqual([{ what: "head", number: 0, why: "older" }]);
    expect(numbers(loaded)).toEqual([...all, 31]);
  });

  test("the keyring, from before a file was dropped", async () => {
    const { damage, vault, full } = await rolledBack(
      ({ rows }) => rows.keyring,
      async (v, { caseId }) => must(await v.dropFile(caseId, must(await v.importFile(caseId, new Blob(["x"]))).file)),
    );
    expect(damage).toEqual([{ what: "keyring", number: 0, why: "older" }]);
    expect(codeOf(await vault.readFile(full.caseId, full.small))).toBe("vault-damaged");
  });

  test("the draft", async () => {
    const { damage } = await rolledBack(
      ({ rows }) => rows.draft,
      (vault, { caseId }) => vault.saveDraft(caseId, "note", "other"),
    );
    expect(damage).toEqual([{ what: "draft", number: 0, why: "older" }]);
  });

  test.each([0, 1] as const)("one copy of the catalogue (%i)", async (copy) => {
    const { damage, vault, full } = await rolledBack(
      ({ rows }) => rows[copy === 0 ? "catalogue0" : "catalogue1"],
      (v) => v.createCase(),
    );
    expect(damage).toEqual([{ what: "catalogue", number: copy, why: "older" }]);
    await vault.lock();
    expect(must(await vault.unlock(passphrase)).cases).toHaveLength(2);
    expect(full.name).not.toBe("");
  });

  test("a secret that went with its entry does not come back", async () => {
    const { damage, vault, full } = await rolledBack(
      ({ rows }) => rows.secret,
      (v, { caseId }) => v.erase(caseId, 30),
    );
    expect(damage).toEqual([]);
    expect(codeOf(await vault.readSecret(full.caseId, "s1"))).toBe("vault-not-found");
  });
});

describe("the header", () => {
  const headerOf = (name: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Promise<void> =>
    withStore(name, async ({ db }) => {
      const table = db.table<ArrayBuffer, number>("headers");
      const [key] = await table.toCollection().primaryKeys();
      const bytes = key === undefined ? undefined : await table.get(key);
      if (key === undefined || bytes === undefined) throw new Error("no header");
      const changed = change(new Uint8Array(bytes));
      if (changed === undefined) await table.delete(key);
      else await table.put(new Uint8Array(changed).buffer, key);
    });

  test("cut short or empty it is damaged; gone, the vault is missing", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    for (const length of [72 * 1024 - 1, 100, 1, 0]) {
      await headerOf(name, (bytes) => bytes.subarray(0, length));
      expect(codeOf(await makeVault(depsFor(name)).vault.unlock(passphrase))).toBe("vault-damaged");
    }
    await headerOf(name, () => undefined);
    expect(codeOf(await makeVault(depsFor(name)).vault.unlock(passphrase))).toBe("vault-missing");
    expect((await makeVault(depsFor(name)).vault.status()).vault).toBe("missing");
  });
});
