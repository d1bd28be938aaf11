import { beforeAll, describe, expect, test } from "vitest";
import { emptyFrontier } from "../../src/crypto/merkle.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { catalogueId, readCatalogue, sealCatalogue } from "../../src/vault/catalogue.ts";
import { headId, openHead, sealHead } from "../../src/vault/head.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import { emptyHead } from "../../src/vault/make-case.ts";
import { segmentId } from "../../src/vault/segment.ts";
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

beforeAll(cryptoReady);

const flip = (row: Uint8Array | undefined): Uint8Array => (row ?? new Uint8Array(0)).map((byte, i) => (i === 100 ? byte ^ 1 : byte));
const rowOf = (name: string, row: string): Promise<Uint8Array | undefined> => withStore(name, (store) => store.get(row));
const alter = (name: string, row: string): Promise<void> => withStore(name, async (store) => store.put(row, flip(await store.get(row))));
const remove = (name: string, row: string): Promise<void> => withStore(name, (store) => store.remove(row));
const nameOf = async (name: string, id: Parameters<typeof namesOf>[1][number]): Promise<string> => (await namesOf(name, [id]))[0] ?? "";

describe("a head from an earlier day", () => {
  const headOlder = { what: "head", number: 0, why: "older" };

  test("from before a file came in: that head is named, and every file can be read", async () => {
    const { name, vault, caseId } = await makeCase();
    const first = must(await vault.importFile(caseId, new Blob(["first"]))).file;
    await append(vault, caseId, 0, [draft(0, { file: first })]);
    const head = await nameOf(name, headId(caseId));
    const before = await rowOf(name, head);
    const again = await reopened(name);
    const second = must(await again.importFile(caseId, new Blob(["second"]))).file;
    await again.lock();
    await withStore(name, (store) => store.put(head, before ?? new Uint8Array(0)));
    const after = await reopened(name);
    expect((await load(after, caseId)).damage).toEqual([headOlder]);
    for (const file of [first, second]) expect(codeOf(await after.readFile(caseId, file))).toBe("ok");
    await append(after, caseId, 1, [draft(1, { file: second })]);
    const last = await reopened(name);
    expect(must(await last.checkIntegrity(caseId))).toEqual({ entries: 2, files: 2, damage: [headOlder] });
  });

  test("from before a draft was kept: that draft stays", async () => {
    const { name, vault, caseId } = await makeCase();
    must(await vault.saveDraft(caseId, "a", "typed early"));
    const head = await nameOf(name, headId(caseId));
    const before = await rowOf(name, head);
    const again = await reopened(name);
    must(await again.saveDraft(caseId, "a", "typed late"));
    await again.lock();
    await withStore(name, (store) => store.put(head, before ?? new Uint8Array(0)));
    const after = await reopened(name);
    expect((await load(after, caseId)).damage).toEqual([headOlder]);
    must(await after.saveDraft(caseId, "b", "more"));
    expect(must(await (await reopened(name)).loadDrafts(caseId))).toEqual({ a: "typed late", b: "more" });
  });
});

describe("without a head", () => {
  const headMissing = { what: "head", number: 0, why: "missing" };
  /** 12 entries in four segments of three. */
  const makeLog = async () => {
    const { name, vault, caseId } = await makeCase();
    for (let n = 0; n < 12; n++) await append(vault, caseId, n, [longDraft(n, 15_000)]);
    await vault.lock();
    const { segments } = await headOf(name, caseId);
    const rows = await namesOf(
      name,
      segments.map(({ first }, number) => segmentId(caseId, number, first)),
    );
    return { name, caseId, rows, head: await nameOf(name, headId(caseId)) };
  };
  const all = Array.from({ length: 12 }, (_, n) => n);

  test.each([
    ["one segment altered", [1], alter, "altered"],
    ["one segment missing", [1], remove, "missing"],
    ["two segments missing", [1, 2], remove, "missing"],
    ["the first one altered", [0], alter, "altered"],
  ] as const)("and with %s, the later ones are found, and writing goes on behind them", async (_, lost, harm, why) => {
    const { name, caseId, rows, head } = await makeLog();
    await remove(name, head);
    for (const number of lost) await harm(name, rows[number] ?? "");
    const left = all.filter((n) => !lost.some((number) => Math.floor(n / 3) === number));
    const damage = [...lost.map((number) => ({ what: "segment", number, why })), headMissing];
    const vault = await reopened(name);
    const loaded = await load(vault, caseId);
    expect({ size: loaded.size, numbers: numbers(loaded), damage: loaded.damage }).toEqual({ size: 12, numbers: left, damage });
    await append(vault, caseId, 12, [longDraft(12, 15_000), longDraft(13, 15_000)]);
    const again = await reopened(name);
    const after = await load(again, caseId);
    expect(numbers(after)).toEqual([...left, 12, 13]);
    expect(after.damage).toEqual(damage);
    expect(codeOf(await again.erase(caseId, 13))).toBe("ok");
  });

  test("and with the last segment altered, it is not written over", async () => {
    const { name, caseId, rows, head } = await makeLog();
    await remove(name, head);
    await alter(name, rows[3] ?? "");
    const harmed = await rowOf(name, rows[3] ?? "");
    const vault = await reopened(name);
    const { size } = await load(vault, caseId);
    await append(vault, caseId, size, [draft(100)]);
    const again = await reopened(name);
    expect(numbers(await load(again, caseId))).toEqual([...all.slice(0, 9), 100]);
    expect(await rowOf(name, rows[3] ?? "")).toEqual(harmed);
    await append(again, caseId, size + 1, [draft(101)]);
    expect(numbers(await load(again, caseId))).toEqual([...all.slice(0, 9), 100, 101]);
  });

  test("the keyring rows behind a lost one are found", async () => {
    const { name, vault, caseId } = await makeCase();
    must(await vault.importFile(caseId, new Blob(["first"])));
    const ring = await nameOf(name, keyringId(caseId, 0));
    await alter(name, ring);
    const again = await reopened(name);
    const { file } = must(await again.importFile(caseId, new Blob(["second"])));
    await append(again, caseId, 0, [draft(0, { file })]);
    await again.lock();
    await remove(name, ring);
    await remove(name, await nameOf(name, headId(caseId)));
    const after = await reopened(name);
    expect(codeOf(await after.readFile(caseId, file))).toBe("ok");
    expect(must(await after.checkIntegrity(caseId)).damage).toEqual([headMissing, { what: "keyring", number: 0, why: "missing" }]);
  });

  test("secrets behind a gap are found, and new ones go behind what may still be there", async () => {
    const { name, vault, caseId } = await makeCase();
    const secret = (n: number) => ({ kind: "s", body: { n, pin: null }, secrets: [{ field: "pin", id: `s${String(n)}`, text: "4711" }] });
    must(
      await vault.append(
        caseId,
        0,
        Array.from({ length: 36 }, (_, n) => secret(n)),
        at,
        0,
      ),
    );
    for (let seq = 1; seq < 35; seq++) must(await vault.erase(caseId, seq));
    await vault.lock();
    await remove(name, await nameOf(name, headId(caseId)));
    const { secrets, nextSecret } = await headOf(name, caseId);
    expect(secrets.map(({ number }) => number)).toEqual([0, 35]);
    expect(nextSecret).toBe(36 + 32);
    const again = await reopened(name);
    must(await again.append(caseId, 36, [secret(36)], at, 0));
    await again.lock();
    await remove(name, await nameOf(name, headId(caseId)));
    for (const id of ["s0", "s35", "s36"]) expect(codeOf(await (await reopened(name)).readSecret(caseId, id))).toBe("ok");
  });
});

test("a row where none should be is not written over", async () => {
  const { name, vault, caseId } = await makeCase();
  await append(vault, caseId, 0, [draft(0)]);
  await vault.lock();
  const beyond = await nameOf(name, segmentId(caseId, 1, 1));
  await withStore(name, (store) => store.put(beyond, new Uint8Array(5_000)));
  const again = await reopened(name);
  expect((await load(again, caseId)).damage).toEqual([{ what: "segment", number: 1, why: "unexpected" }]);
  await append(again, caseId, 1, [longDraft(1, 60_000), draft(2)]);
  const after = await reopened(name);
  expect(numbers(await load(after, caseId))).toEqual([0, 1, 2]);
  expect(await rowOf(name, beyond)).toEqual(new Uint8Array(5_000));
});

test("a head and a catalogue of any size that can come to be fit their rows", async () => {
  const { name, caseId } = await makeCase();
  await withSession(name, async (session) => {
    const segments = Array.from({ length: 3_000 }, (_, n) => ({ first: n * 300, version: "0123456789abcdef01234567" }));
    const head = { ...emptyHead, tree: emptyFrontier, segments };
    expect(openHead(session, caseId, sealHead(session, caseId, head))).toEqual(head);
    const cases = Array.from({ length: 3_000 }, (_, n) => n.toString(16).padStart(32, "0"));
    const row = sealCatalogue(session, 0, { revision: 1, cases, intents: [], attached: [], inbox: false });
    expect(readCatalogue(session, [row])).toMatchObject({ catalogue: { cases } });
    expect(catalogueId(0).kind).toBe("catalogue");
  });
});
