import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { randomBytes } from "../../src/crypto/random.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex, sameBytes, utf8 } from "../../src/lib/bytes.ts";
import { inboxLimits } from "../../src/vault/inbox.ts";
import { inboxId } from "../../src/vault/inbox-row.ts";
import { sharedSource } from "../../src/vault/inbox-source.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { putBack, replace } from "./support/browser.ts";
import {
  append,
  codeOf,
  depsFor,
  draft,
  makeCase,
  must,
  namesOf,
  passphrase,
  reopened,
  withSession,
  withStore,
  type RawStore,
} from "./support/harness.ts";
import { send, share } from "./support/share.ts";

beforeAll(cryptoReady);
afterEach(putBack);

const bytes = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 9)) & 255);
const secondPass = "a second long passphrase";

const rowNames = (name: string): Promise<readonly string[]> => withStore(name, ({ names }) => names());
const clear = (name: string): Promise<unknown> => withStore(name, ({ db }) => db.table("device").get("inbox"));
const contentOf = async (vault: WorkerVault, item: string): Promise<Uint8Array> => new Uint8Array(must(await vault.readShared(item)));

describe("the inbox", () => {
  test("is off until it is switched on; then what is shared while locked waits, and is there after unlocking", async () => {
    const { name, vault } = await makeCase();
    expect(must(await vault.inbox())).toEqual({ isOn: false, items: [] });
    expect(await send(name, "before.png", bytes(10))).toBe(false);
    expect(must(await vault.switchInbox(true))).toEqual({ isOn: true, items: [] });
    await vault.lock();
    const before = await rowNames(name);
    const sizes = [0, 1, 4_096, 4_097, 70_000, 1_048_576, 1_048_577, 5_300_000];
    for (const size of sizes) expect(await send(name, `${String(size)}.png`, bytes(size))).toBe(true);
    expect((await rowNames(name)).length).toBeGreaterThan(before.length + sizes.length);
    const again = await reopened(name);
    const { items, isOn } = must(await again.inbox());
    expect(isOn).toBe(true);
    expect(items.map(({ size }) => size)).toEqual(sizes);
    expect(items.map((one) => one.name)).toEqual(sizes.map((size) => `${String(size)}.png`));
    expect(new Set(items.map((one) => one.share)).size).toBe(sizes.length);
    for (const { item, size } of items.slice(0, -1)) expect(sameBytes(await contentOf(again, item), bytes(size))).toBe(true);
    expect(codeOf(await again.readShared(items.at(-1)?.item ?? ""))).toBe("vault-too-large");
    expect(must(await again.dropShared(items.map(({ item }) => item))).items).toEqual([]);
    // All that is left of it is the row that says that nothing waits.
    expect((await rowNames(name)).length).toBe(before.length);
  });

  test("an item is filed as any other file, piece by piece, and stays until it is dropped", async () => {
    const { name, vault, caseId } = await makeCase();
    must(await vault.switchInbox(true));
    await send(name, "film.mp4", bytes(5_300_000), "video/mp4");
    const [item] = must(await vault.inbox()).items;
    const stored = must(await vault.importShared(caseId, item?.item ?? ""));
    await append(vault, caseId, 0, [draft(1, { file: stored.file })]);
    expect(sameBytes(new Uint8Array(must(await vault.readFile(caseId, stored.file))), bytes(5_300_000))).toBe(true);
    must(await vault.dropShared([item?.item ?? ""]));
    expect(codeOf(await vault.importShared(caseId, item?.item ?? ""))).toBe("vault-not-found");
    expect(must(await vault.checkIntegrity(caseId)).damage).toEqual([]);
  });

  test("any part of it can be read by itself, as the reader of a zip does", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const content = bytes(1_500_000);
    await send(name, "chat.zip", content, "application/zip");
    const [item] = must(await vault.inbox()).items;
    await vault.lock();
    await withSession(name, async (session) => {
      const source = must(await sharedSource(session, item?.item ?? ""));
      expect(source.size).toBe(content.length);
      const ends = [0, 1, 655_359, 655_360, 655_361, 1_310_719, 1_310_720, 1_310_721, 1_499_999, 1_500_000];
      const parts = ends.flatMap((from) => ends.filter((to) => to >= from).map((to) => [from, to] as const));
      // All at once, so that they meet in the piece that is held.
      const read = await Promise.all(parts.map(([from, to]) => source.slice(from, to).arrayBuffer()));
      for (const [i, [from, to]] of parts.entries())
        expect(sameBytes(new Uint8Array(read[i] ?? new ArrayBuffer()), content.subarray(from, to))).toBe(true);
    });
  });

  test("rows of it look like other rows, and nothing in the store tells them", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const states = [JSON.stringify(await clear(name))];
    const before = await rowNames(name);
    for (const size of [1, 30_000]) {
      await send(name, "a canary in a name.png", utf8("a canary in the bytes".repeat(size)));
      states.push(JSON.stringify(await clear(name)));
    }
    const added = (await rowNames(name)).filter((row) => !before.includes(row));
    const rows = await withStore(name, ({ get }) => Promise.all(added.map(async (row) => (await get(row)) ?? new Uint8Array())));
    expect(added.every((row) => /^[0-9a-f]{32}$/u.test(row))).toBe(true);
    for (const row of rows) {
      expect([4_136, 8_232, 16_424, 32_808, 57_384, 655_376]).toContain(row.length);
      expect(hex(row)).not.toContain(hex(utf8("canary")));
    }
    // The state moves on with each note.
    expect(new Set(states).size).toBe(3);
  });

  test("what a killed share left is invisible, and goes; while one comes in nothing is taken for a leftover", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const before = await rowNames(name);
    await share(name, async (begin) => {
      const item = begin("half.mp4", "video/mp4");
      for (let i = 0; i < 90; i++) await item.add(bytes(65_536));
      expect((await rowNames(name)).length).toBeGreaterThan(before.length + 3);
      expect(must(await vault.inbox()).items).toEqual([]);
      await item.add(bytes(10));
    });
    expect((await rowNames(name)).length).toBeGreaterThan(before.length);
    expect(must(await vault.inbox()).items).toEqual([]);
    expect((await rowNames(name)).length).toBe(before.length);
  });

  test("a file that is too large leaves word of it and none of its bytes; so does one that is cut off, and one too many", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const before = await rowNames(name);
    const large = new Uint8Array(20 * 1024 * 1024);
    await share(name, async (begin) => {
      const item = begin("large.mp4", "video/mp4");
      let why;
      for (let sent = 0; sent <= inboxLimits.file; sent += large.length) why = await item.add(large);
      expect(why).toBe("too-large");
      expect(await item.end()).toBe("too-large");
      const cut = begin("cut.png");
      await cut.add(bytes(2_000_000));
      await cut.refuse("cut");
      await begin("kind.exe").refuse("wrong-kind");
    });
    const { items } = must(await vault.inbox());
    expect(items.map((one) => [one.name, one.notKept])).toEqual([
      ["large.mp4", "too-large"],
      ["cut.png", "cut"],
      ["kind.exe", "wrong-kind"],
    ]);
    expect(codeOf(await vault.readShared(items[1]?.item ?? ""))).toBe("vault-not-found");
    expect((await rowNames(name)).length).toBe(before.length);
  });

  test("takes no more than half of the room that the browser gives", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    replace(navigator.storage, "estimate", () => async () => ({ usage: 60_000_000, quota: 100_000_000 }));
    await share(name, async (begin) => {
      const item = begin("a.png");
      await item.add(bytes(100));
      expect(await item.end()).toBe("no-room");
    });
    expect(must(await vault.inbox()).items.map(({ notKept }) => notKept)).toEqual(["no-room"]);
  });

  test("an item whose piece was changed or is gone is damaged, and the others are not", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await send(name, "one.png", bytes(300));
    const known = await rowNames(name);
    await send(name, "two.png", bytes(300));
    const added = (await rowNames(name)).filter((row) => !known.includes(row));
    const [one, two] = must(await vault.inbox()).items;
    const left = (await rowNames(name)).find((row) => added.includes(row)) ?? "";
    await withStore(name, async ({ get, put }) => {
      const row = (await get(left)) ?? new Uint8Array();
      row[100] = (row[100] ?? 0) ^ 1;
      await put(left, row);
    });
    expect(codeOf(await vault.readShared(two?.item ?? ""))).toBe("vault-damaged");
    expect(codeOf(await vault.readShared(one?.item ?? ""))).toBe("ok");
  });

  test("notes that are lost, changed or of somebody else do not hide the later ones", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const before = await rowNames(name);
    for (const file of ["1.png", "2.png", "3.png"]) await send(name, file, bytes(5));
    const notes = await withStore(name, async ({ get }) => {
      const rows = (await rowNames(name)).filter((row) => !before.includes(row));
      return Promise.all(rows.map(async (row) => [row, (await get(row)) ?? new Uint8Array()] as const));
    });
    await withStore(name, async ({ put, remove }) => {
      await remove(notes[0]?.[0] ?? "");
      await put(notes[1]?.[0] ?? "", randomBytes(4_136));
    });
    // Rows have random names: what was hit is a note, and its item is not seen, or a piece, and its item is damaged.
    const whole: string[] = [];
    for (const { item } of must(await vault.inbox()).items) if (codeOf(await vault.readShared(item)) === "ok") whole.push(item);
    expect(whole.length).toBeLessThan(3);
    await send(name, "4.png", bytes(6));
    expect(must(await vault.inbox()).items.at(-1)?.name).toBe("4.png");
  });
});

describe("the vault's own row of it is gone or damaged", () => {
  /** The row is hit, and the vault opened again: nobody has the key of the clear row any more. */
  const hit = async (name: string, how: (store: RawStore, row: string) => Promise<void>): Promise<WorkerVault> => {
    const [row] = await namesOf(name, [inboxId]);
    await withStore(name, (store) => how(store, row ?? ""));
    return reopened(name);
  };
  const lost = (store: RawStore, row: string): Promise<void> => store.remove(row);
  const altered = (store: RawStore, row: string): Promise<void> => store.put(row, randomBytes(4_136));

  test.each([lost, altered])("nothing is taken any more that nobody could open, from the first look on: %o", async (how) => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await vault.lock();
    const again = await hit(name, how);
    const { isOn, items } = must(await again.inbox());
    expect([isOn, items.map(({ notKept }) => notKept)]).toEqual([false, ["lost"]]);
    expect(await send(name, "a.png", bytes(5))).toBe(false);
    // It is said until the person has put it away, and then the way is open again.
    expect(must(await again.inbox()).items).toHaveLength(1);
    expect(must(await again.dropShared(items.map(({ item }) => item))).items).toEqual([]);
    expect(await send(name, "b.png", bytes(5))).toBe(false);
    expect(must(await again.switchInbox(true))).toEqual({ isOn: true, items: [] });
    await send(name, "c.png", bytes(5));
    expect(must(await again.inbox()).items.map((one) => one.name)).toEqual(["c.png"]);
  });

  test("changing everything does not carry the dead key along, and erasing the vault does not leave it", async () => {
    for (const job of ["change", "erase"] as const) {
      const { name, vault } = await makeCase();
      must(await vault.switchInbox(true));
      await vault.lock();
      const again = await hit(name, lost);
      if (job === "change") must(await again.changeEverything(passphrase, null));
      else must(await again.eraseVault());
      expect(await send(name, "late.png", bytes(5))).toBe(false);
    }
  });

  test("a share that is coming in just then is not answered as kept", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await vault.lock();
    const again = await hit(name, lost);
    await share(name, async (begin) => {
      const item = begin("a.png");
      await item.add(bytes(10));
      expect(must(await again.inbox()).isOn).toBe(false);
      expect(await item.end()).toBe("no-room");
    });
  });
});

describe("whose inbox", () => {
  test("the vault that switched it on last; what waits for the other one stays its own", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await send(name, "mine.png", bytes(11));
    must(await vault.createBeside(passphrase, secondPass));
    await vault.lock();
    const other = makeVault(depsFor(name)).vault;
    must(await other.unlock(secondPass));
    expect(must(await other.inbox())).toEqual({ isOn: false, items: [] });
    expect(must(await other.switchInbox(true))).toEqual({ isOn: true, items: [] });
    await send(name, "theirs.png", bytes(12));
    expect(must(await other.inbox()).items.map((one) => one.name)).toEqual(["theirs.png"]);
    await other.lock();
    const first = await reopened(name);
    const { isOn, items } = must(await first.inbox());
    expect(isOn).toBe(false);
    expect(items.map((one) => one.name)).toEqual(["mine.png"]);
    expect(sameBytes(await contentOf(first, items[0]?.item ?? ""), bytes(11))).toBe(true);
    // Switched off where it is not on, it stays the other one's.
    must(await first.switchInbox(false));
    expect(await clear(name)).toBeDefined();
  });

  test("switched off nothing comes in, and what waits stays; on again it has another key", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const one = JSON.stringify(await clear(name));
    await send(name, "a.png", bytes(9));
    expect(must(await vault.switchInbox(false))).toMatchObject({ isOn: false, items: [{ name: "a.png" }] });
    expect(await send(name, "b.png", bytes(9))).toBe(false);
    expect(must(await vault.switchInbox(true)).items).toHaveLength(1);
    expect(JSON.stringify(await clear(name))).not.toBe(one);
    await send(name, "c.png", bytes(9));
    expect(must(await vault.inbox()).items.map((item) => item.name)).toEqual(["a.png", "c.png"]);
  });

  test("changing everything takes along what waits, under new keys; the old key pair gets nothing more", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await send(name, "large.png", bytes(2_500_000));
    await share(name, (begin) => begin("x.exe").refuse("wrong-kind"));
    await share(name, async (begin) => {
      const item = begin("half.mp4", "video/mp4");
      for (let i = 0; i < 90; i++) await item.add(bytes(65_536));
    });
    const before = await rowNames(name);
    const old = JSON.stringify(await clear(name));
    must(await vault.changeEverything(passphrase, null));
    const after = await rowNames(`${name}-2`);
    expect(after.filter((row) => before.includes(row))).toEqual([]);
    expect(JSON.stringify(await clear(`${name}-2`))).not.toBe(old);
    await send(name, "later.png", bytes(8));
    const { isOn, items } = must(await vault.inbox());
    expect(isOn).toBe(true);
    expect(items.map((one) => one.name)).toEqual(["large.png", "x.exe", "later.png"]);
    expect(sameBytes(await contentOf(vault, items[0]?.item ?? ""), bytes(2_500_000))).toBe(true);
  });

  test("changing everything leaves another vault's inbox as it is, and waits for a share", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await send(name, "mine.png", bytes(11));
    must(await vault.createBeside(passphrase, secondPass));
    await vault.lock();
    const other = makeVault(depsFor(name)).vault;
    must(await other.unlock(secondPass));
    await share(name, async () => {
      expect(codeOf(await other.changeEverything(secondPass, null))).toBe("vault-busy");
    });
    must(await other.changeEverything(secondPass, null));
    await send(name, "also mine.png", bytes(12));
    await other.lock();
    expect(must(await (await reopened(name)).inbox()).items.map((one) => one.name)).toEqual(["mine.png", "also mine.png"]);
  });

  test("erasing one of two vaults takes its inbox along, and only that", async () => {
    const { name, vault } = await makeCase();
    const bare = await rowNames(name);
    must(await vault.createBeside(passphrase, secondPass));
    const other = makeVault(depsFor(name)).vault;
    must(await other.unlock(secondPass));
    must(await other.switchInbox(true));
    await send(name, "theirs.png", bytes(3_000_000));
    must(await other.eraseVault());
    expect(await clear(name)).toBeUndefined();
    expect((await rowNames(name)).toSorted()).toEqual(bare.toSorted());
    expect(await send(name, "late.png", bytes(3))).toBe(false);
  });

  test.each(["renewing", "making", "erasing"])("nothing comes in under the mark %s", async (mark) => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    await withStore(name, ({ db }) => db.table("device").put(true, mark));
    expect(await send(name, "late.png", bytes(3))).toBe(false);
  });

  test("a mark that comes while something is coming in ends it", async () => {
    const { name, vault } = await makeCase();
    must(await vault.switchInbox(true));
    const before = await rowNames(name);
    await share(name, async (begin) => {
      const item = begin("a.png");
      await item.add(bytes(10));
      await withStore(name, ({ db }) => db.table("device").put("0".repeat(32), "renewing"));
      expect(await item.end()).toBe("no-room");
    });
    expect((await rowNames(name)).length).toBe(before.length);
  });
});

test("asking makes no database", async () => {
  const name = `nothing-${String(Date.now())}`;
  expect(await send(name, "a.png", bytes(1))).toBe(false);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});
