import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/crypto/hash.ts";
import { leafHash, rootOf, verifyConsistency, consistencyProof } from "../../src/crypto/merkle.ts";
import { concat, hex, unhex, utf8 } from "../../src/lib/bytes.ts";
import { commitmentOf, entryText, leafOf, liveEntry } from "../../src/vault/entry.ts";
import { discloseCase } from "../../src/vault/disclosure.ts";
import { rowName } from "../../src/vault/rows.ts";
import { secretId, openSecret } from "../../src/vault/secrets.ts";
import { segmentId } from "../../src/vault/segment.ts";
import type { DisclosureSource, EntryDraft } from "../../src/vault/types.ts";
import {
  append,
  at,
  codeOf,
  draft,
  headOf,
  load,
  longDraft,
  makeCase,
  must,
  namesOf,
  numbers,
  reopened,
  withSession,
  withStore,
} from "./support/harness.ts";

const zeros = new Uint8Array(16);
const disclosed = <T>(name: string, caseId: string, job: (source: DisclosureSource) => T): Promise<T> =>
  withSession(name, async (session) => job(must(await discloseCase(session, caseId))));

describe("entries", () => {
  test("a frozen entry: its canonical text, leaf and commitment never change", async () => {
    await makeCase();
    const text = entryText(7, at, -210, "thing.added.v1", { z: 1, a: "Ünï\u2028", nested: { b: [true, null, 0.5], a: "" } });
    expect(new TextDecoder().decode(text)).toBe(
      '{"at":"2026-05-28T20:26:40.000Z","body":{"a":"Ünï\u2028","nested":{"a":"","b":[true,null,0.5]},"z":1},"kind":"thing.added.v1","offset":-210,"seq":7}',
    );
    const salt = unhex("000102030405060708090a0b0c0d0e0f") ?? zeros;
    const leaf = leafOf(liveEntry(salt, text));
    expect(hex(leaf)).toBe(hex(leafHash(salt, text)));
    expect(hex(leaf)).toBe(hex(sha256(concat(Uint8Array.of(0), salt, text))));
    expect(hex(leaf)).toBe("1e219cb5e39be2002c19b7fe6df56020cafe73e03344881f962942e3a0ef76e2");
    expect(commitmentOf(salt, "1234")).toBe(hex(sha256(concat(Uint8Array.of(2), salt, utf8("1234")))));
    expect(commitmentOf(salt, "1234")).toBe("e2bb1eee74e7ab1a4dc22ef788ba3e2dd85e78bfe273171ff5f156d4e5f23fbe");
  });

  test("what is no JSON is a bug, and nothing is written", async () => {
    const { vault, caseId } = await makeCase();
    await expect(vault.append(caseId, 0, [{ kind: "a", body: { n: Number.NaN }, secrets: [] }], at, 0)).rejects.toThrow();
    await expect(
      vault.append(caseId, 0, [{ kind: "a", body: "text", secrets: [{ field: "pin", id: "s", text: "1" }] }], at, 0),
    ).rejects.toThrow(TypeError);
    expect((await load(vault, caseId)).size).toBe(0);
  });

  test("salts are random: the same entry twice has different leaves", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    await append(vault, caseId, 1, [draft(1)]);
    const salts = await disclosed(name, caseId, (source) =>
      [source.entry(0)?.salt, source.entry(1)?.salt].map((salt) => hex(salt ?? zeros)),
    );
    expect(new Set(salts).size).toBe(2);
    expect(salts.every((salt) => salt.length === 32 && salt !== hex(zeros))).toBe(true);
  });
});

describe("segments", () => {
  test("the tail is rewritten until 48 KiB, then a new one begins; all of it loads in order", async () => {
    const { name, vault, caseId } = await makeCase();
    for (let i = 0; i < 30; i++) await append(vault, caseId, i, [longDraft(i, 5_000)]);
    const head = await headOf(name, caseId);
    const names = await namesOf(
      name,
      head.segments.map(({ first }, number) => segmentId(caseId, number, first)),
    );
    const rows = await withStore(name, (store) => Promise.all(names.map(store.get)));
    expect(head.segments.map(({ first }) => first)).toEqual([0, 9, 18, 27]);
    expect(rows.map((row) => row?.length)).toEqual([56, 56, 56, 16].map((kib) => kib * 1024 + 40));
    const loaded = await load(await reopened(name), caseId);
    expect(numbers(loaded)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  test("one append may fill several segments, and is all or nothing", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(
      vault,
      caseId,
      0,
      Array.from({ length: 500 }, (_, i) => longDraft(i, 900)),
    );
    expect(numbers(await load(await reopened(name), caseId))).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });

  test("an entry larger than a segment has one of its own; one larger than 1 MiB is refused", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(0), longDraft(1, 100_000), draft(2), longDraft(3, 1_000_000), draft(4)]);
    expect(codeOf(await vault.append(caseId, 5, [draft(5), longDraft(6, 1_048_576)], at, 0))).toBe("vault-too-large");
    const secrets = [{ field: "pin", id: "s", text: "x".repeat(300_000) }];
    expect(codeOf(await vault.append(caseId, 5, [{ kind: "a", body: {}, secrets }], at, 0))).toBe("vault-too-large");
    const loaded = await load(await reopened(name), caseId);
    expect(numbers(loaded)).toEqual([0, 1, 2, 3, 4]);
    expect(loaded.damage).toEqual([]);
  });

  test("sizes of rows say nothing but a step of the ladder", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [longDraft(0, 9_000)]);
    must(await vault.saveDraft(caseId, "note", "typed"));
    must(await vault.importFile(caseId, new Blob(["picture"])));
    const sizes = await withStore(name, async (store) =>
      Promise.all((await store.names()).map(async (row) => (await store.get(row))?.length ?? 0)),
    );
    const ladder = [4, 8, 16, 32, 56, 72].map((kib) => kib * 1024 + 40);
    expect(sizes.filter((size) => !ladder.includes(size))).toEqual(["picture".length + 16]);
    const headers = await withStore(name, ({ db }) => db.table<ArrayBuffer>("headers").toArray());
    expect(headers.map((header) => header.byteLength)).toEqual([72 * 1024]);
  });
});

describe("appending", () => {
  test("called again with what is there, it answers what is there and doubles nothing", async () => {
    const { vault, caseId } = await makeCase();
    const first = must(await vault.append(caseId, 0, [draft(1), draft(2)], at, 60));
    expect(must(await vault.append(caseId, 0, [draft(1), draft(2)], at, 60))).toEqual(first);
    expect(must(await vault.append(caseId, 0, [draft(1)], at, 60))).toEqual(first.slice(0, 1));
    expect((await load(vault, caseId)).size).toBe(2);
  });

  test("called with another size, or with something else than is there, it is refused", async () => {
    const { vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1), draft(2)]);
    expect(codeOf(await vault.append(caseId, 0, [draft(9)], at, 60))).toBe("vault-taken");
    expect(codeOf(await vault.append(caseId, 1, [draft(2), draft(3)], at, 60))).toBe("vault-taken");
    expect(codeOf(await vault.append(caseId, 0, [draft(1)], at, 0))).toBe("vault-taken");
    expect(codeOf(await vault.append(caseId, 5, [draft(1)], at, 60))).toBe("vault-taken");
    expect(codeOf(await vault.append(caseId, 1, [], at, 60))).toBe("vault-taken");
    expect(must(await vault.append(caseId, 2, [], at, 60))).toEqual([]);
    must(await vault.erase(caseId, 0));
    expect(codeOf(await vault.append(caseId, 0, [draft(1)], at, 60))).toBe("vault-taken");
    expect((await load(vault, caseId)).size).toBe(2);
  });

  test("a case that is not there", async () => {
    const { vault } = await makeCase();
    expect(await vault.append("0".repeat(32), 0, [draft(1)], at, 0)).toEqual({
      ok: false,
      error: { code: "vault-not-found", where: "case" },
    });
    expect(codeOf(await vault.loadCase("no id"))).toBe("vault-not-found");
  });

  test("cases are apart from one another", async () => {
    const { name, vault, caseId } = await makeCase();
    const other = must(await vault.createCase());
    await append(vault, caseId, 0, [draft(1)]);
    await append(vault, other, 0, [draft(2), draft(3)]);
    const again = await reopened(name);
    expect(numbers(await load(again, caseId))).toEqual([1]);
    expect(numbers(await load(again, other))).toEqual([2, 3]);
  });
});

describe("erasing", () => {
  test("keeps the place and the leaf, drops body and salt; the root stays and proofs of an earlier size still hold", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(
      vault,
      caseId,
      0,
      Array.from({ length: 40 }, (_, i) => longDraft(i, 3_000)),
    );
    const before = await disclosed(name, caseId, (s) => ({ root: s.root, leaves: s.leaves() }));
    const again = await reopened(name);
    must(await again.erase(caseId, 3));
    must(await again.erase(caseId, 39));
    must(await again.erase(caseId, 3));
    await append(again, caseId, 40, [draft(40)]);
    const loaded = await load(again, caseId);
    expect(loaded.damage).toEqual([]);
    expect(numbers(loaded)).toEqual(Array.from({ length: 41 }, (_, i) => (i === 3 || i === 39 ? null : i)));
    expect(loaded.entries[3]).toEqual({ seq: 3, at: "1970-01-01T00:00:00.000Z", offset: 0, kind: "erased", body: null });
    await disclosed(name, caseId, (s) => {
      expect(s.leaves().slice(0, 40).map(hex)).toEqual(before.leaves.map(hex));
      expect(hex(rootOf(s.leaves()))).toBe(hex(s.root));
      expect(verifyConsistency(40, 41, before.root, s.root, consistencyProof(s.leaves(), 40))).toBe(true);
      expect(s.entry(3)).toBeUndefined();
      expect(hex(leafHash(s.entry(4)?.salt ?? zeros, utf8(s.entry(4)?.text ?? "")))).toBe(hex(s.leaves()[4] ?? zeros));
    });
  });

  test("an entry that is not there", async () => {
    const { vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [draft(1)]);
    for (const seq of [-1, 1, 0.5, Number.NaN]) expect(codeOf(await vault.erase(caseId, seq))).toBe("vault-not-found");
    expect(codeOf(await vault.erase("0".repeat(32), 0))).toBe("vault-not-found");
  });
});

describe("secrets", () => {
  const withPin = (pin: string): EntryDraft => ({
    kind: "hash.submitted.v1",
    body: { service: "x", pin: null },
    secrets: [{ field: "pin", id: "s1", text: pin }],
  });

  test("stand in a private record; the entry only commits to them", async () => {
    const { name, vault, caseId } = await makeCase();
    const [entry] = must(await vault.append(caseId, 0, [withPin("pin-4711")], at, 0));
    // No letters that a digest could hold.
    expect(JSON.stringify(entry)).not.toContain("pin-4711");
    const again = await reopened(name);
    expect(must(await again.readSecret(caseId, "s1"))).toBe("pin-4711");
    expect(codeOf(await again.readSecret(caseId, "s2"))).toBe("vault-not-found");
    const record = await withSession(name, async (session) => {
      const [row] = await session.database.rows([rowName(session, secretId(caseId, 0))]);
      return openSecret(session, caseId, 0, row);
    });
    expect(typeof record).not.toBe("string");
    if (typeof record !== "string")
      expect(entry?.body).toEqual({ service: "x", pin: { id: "s1", commitment: commitmentOf(record.salt, "pin-4711") } });
  });

  test("a retry is known by its secret; another secret is another entry", async () => {
    const { vault, caseId } = await makeCase();
    const first = must(await vault.append(caseId, 0, [withPin("4711")], at, 0));
    expect(must(await vault.append(caseId, 0, [withPin("4711")], at, 0))).toEqual(first);
    expect(codeOf(await vault.append(caseId, 0, [withPin("4712")], at, 0))).toBe("vault-taken");
  });

  test("go with their entry", async () => {
    const { name, vault, caseId } = await makeCase();
    await append(vault, caseId, 0, [withPin("4711"), { ...withPin("0815"), secrets: [{ field: "pin", id: "s2", text: "0815" }] }]);
    const rows = await withStore(name, (store) => store.names());
    const again = await reopened(name);
    must(await again.erase(caseId, 0));
    expect(codeOf(await again.readSecret(caseId, "s1"))).toBe("vault-not-found");
    expect(must(await again.readSecret(caseId, "s2"))).toBe("0815");
    expect(await withStore(name, (store) => store.names())).toHaveLength(rows.length - 1);
    await append(again, caseId, 2, [{ ...withPin("1111"), secrets: [{ field: "pin", id: "s3", text: "1111" }] }]);
    expect(must(await again.readSecret(caseId, "s3"))).toBe("1111");
    expect(must(await again.readSecret(caseId, "s2"))).toBe("0815");
  });
});

describe("drafts", () => {
  test("are kept until they are emptied, also over a lock", async () => {
    const { name, vault, caseId } = await makeCase();
    expect(must(await vault.loadDrafts(caseId))).toEqual({});
    must(await vault.saveDraft(caseId, "note", "half a sen"));
    must(await vault.saveDraft(caseId, "__proto__", "odd"));
    must(await vault.saveDraft(caseId, "note", "half a sentence"));
    const again = await reopened(name);
    expect(new Map(Object.entries(must(await again.loadDrafts(caseId))))).toEqual(
      new Map([
        ["__proto__", "odd"],
        ["note", "half a sentence"],
      ]),
    );
    must(await again.saveDraft(caseId, "note", ""));
    expect(Object.keys(must(await again.loadDrafts(caseId)))).toEqual(["__proto__"]);
    const rows = await withStore(name, (store) => store.names());
    must(await again.saveDraft(caseId, "__proto__", ""));
    expect(must(await again.loadDrafts(caseId))).toEqual({});
    expect(await withStore(name, (store) => store.names())).toHaveLength(rows.length - 1);
    await append(again, caseId, 0, [draft(1)]);
  });

  test("too long a one is refused and the former stays", async () => {
    const { vault, caseId } = await makeCase();
    must(await vault.saveDraft(caseId, "note", "short"));
    expect(codeOf(await vault.saveDraft(caseId, "note", "x".repeat(1_100_000)))).toBe("vault-too-large");
    expect(must(await vault.loadDrafts(caseId))).toEqual({ note: "short" });
  });
});
