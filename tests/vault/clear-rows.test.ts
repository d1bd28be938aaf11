import { beforeAll, describe, expect, test } from "vitest";
import { wholeSealer } from "../../src/crypto/sealed-box.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { defaultSettings } from "../../src/vault/device-row.ts";
import { inboxId } from "../../src/vault/inbox-row.ts";
import { inboxLock, openInbox } from "../../src/vault/inbox.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { waysId } from "../../src/vault/ways.ts";
import { changed } from "./support/every-row.ts";
import {
  append,
  codeOf,
  depsFor,
  draft,
  load,
  makeCase,
  must,
  namesOf,
  numbers,
  passphrase,
  reopened,
  withStore,
  type Made,
} from "./support/harness.ts";
import { regions } from "./support/regions.ts";

beforeAll(cryptoReady);

/**
 * What lies in the clear, because it is needed before anything is open, or says which database counts. Nothing authenticates it: whoever can write
 * here can also delete all of it. So each change must end in one of these: put right, said, or without any effect on what is kept.
 */
type Clear = Exclude<(typeof regions.clearRows)[number], "device"> | (typeof regions.deviceRow)[number];

const put = (name: string, key: string, value: unknown) => (): Promise<unknown> =>
  withStore(name, ({ db }) => db.table("device").put(value, key));
const fields = async (name: string): Promise<Record<string, unknown>> => {
  const row: unknown = await withStore(name, ({ db }) => db.table("device").get("device"));
  return { ...(typeof row === "object" ? row : {}) };
};
const entriesIn = async (vault: WorkerVault, caseId: string): Promise<readonly unknown[]> => numbers(await load(vault, caseId));

describe("the clear rows", () => {
  let made: Made;
  beforeAll(async () => {
    made = await makeCase();
    await append(made.vault, made.caseId, 0, [draft(0)]);
    must(await made.vault.switchInbox(true));
    await made.vault.lock();
  });
  const opensWhole = async (): Promise<void> => {
    const vault = await reopened(made.name);
    expect(await entriesIn(vault, made.caseId)).toEqual([0]);
    expect(must(await vault.checkIntegrity(made.caseId)).damage).toEqual([]);
    await vault.lock();
  };
  const statusOf = (): ReturnType<WorkerVault["status"]> => makeVault(depsFor(made.name)).vault.status();
  /** One of the fields of the clear row is another one. */
  const other = async (field: string, value: unknown, look: () => Promise<void>): Promise<void> => {
    await changed(made.name, async ({ db }) => db.table("device").put({ ...(await fields(made.name)), [field]: value }, "device"), look);
  };
  const settingIs = (field: keyof typeof defaultSettings, value: unknown) => (): Promise<void> =>
    other(field, value, async () => {
      // Within its bounds it is believed; outside, the usual one holds.
      expect((await statusOf()).settings[field]).toBe(defaultSettings[field]);
      await opensWhole();
    });
  const isPutRight = (field: string, value: unknown) => (): Promise<void> =>
    other(field, value, async () => {
      const before = await fields(made.name);
      await opensWhole();
      expect((await fields(made.name))[field]).not.toEqual(before[field]);
    });
  const hasNoEffect = (key: string, value: unknown) => async (): Promise<void> => {
    await changed(made.name, put(made.name, key, value), opensWhole);
  };

  const cases: Readonly<Record<Clear, () => Promise<void>>> = {
    // Said, and nothing is guessed: a newer version opens it.
    format: () =>
      other("format", 3, async () => expect(codeOf(await makeVault(depsFor(made.name)).vault.unlock(passphrase))).toBe("vault-newer")),
    language: settingIs("language", "<en>"),
    lockAfterMinutes: settingIs("lockAfterMinutes", 100_000),
    lockHiddenSeconds: settingIs("lockHiddenSeconds", -1),
    leaveTo: settingIs("leaveTo", "javascript:0"),
    theme: settingIs("theme", "none"),
    // Each header has them again, under its checksum.
    salt: isPutRight("salt", new Uint8Array(16)),
    ops: isPutRight("ops", 4),
    mebibytes: isPutRight("mebibytes", 65),
    writer: async () => {
      // Who writes next is refused as if another window had taken over, and can take over again.
      const vault = await reopened(made.name);
      await load(vault, made.caseId);
      await changed(made.name, put(made.name, "writer", "0".repeat(32)), async () => {
        expect(codeOf(await vault.append(made.caseId, 1, [draft(1)], 0 as never, 0))).toBe("vault-taken");
        must(await vault.takeOver());
        await append(vault, made.caseId, 1, [draft(1)]);
      });
      await vault.lock();
    },
    // Slows guessing here only; a copy of the store can be guessed at without it.
    tries: hasNoEffect("tries", { wrong: "many" }),
    restoring: hasNoEffect("restoring", { token: 1, parts: "all" }),
    "restoring 0": async () => {
      // Names rows to remove: what they were is then named as missing, like any row that was deleted.
      const [row] = await namesOf(made.name, [waysId]);
      await changed(
        made.name,
        async ({ db }) => db.table("device").bulkPut([{ token: "x", parts: 1 }, [row]], ["restoring", "restoring 0"]),
        async () => {
          await statusOf();
          const vault = await reopened(made.name);
          expect(codeOf(await vault.waysIn())).toBe("vault-damaged");
          expect(await entriesIn(vault, made.caseId)).toEqual([0]);
          await vault.lock();
        },
      );
    },
    inbox: async () => {
      for (const value of [
        { publicKey: new Uint8Array(31), state: new Uint8Array(32) },
        { publicKey: new Uint8Array(32).fill(9), state: new Uint8Array(32) },
        true,
      ])
        await changed(made.name, put(made.name, "inbox", value), async () => {
          const vault = await reopened(made.name);
          expect(must(await vault.inbox())).toEqual({ isOn: false, items: [] });
          await vault.lock();
        });
    },
    erasing: hasNoEffect("erasing", true),
    generation: hasNoEffect("generation", "first"),
    renewing: hasNoEffect("renewing", "0".repeat(32)),
    // Says that this database never counted: it goes, and the vault is missing, not one that never was.
    making: async () => {
      await put(made.name, "making", true)();
      expect((await statusOf()).vault).toBe("missing");
    },
  };
  // The last one takes all away.
  test.each(Object.entries(cases))("%s", (_, look) => look());

  test("each of them is here", () => {
    expect(Object.keys(cases).toSorted()).toEqual(
      [...regions.clearRows, ...regions.deviceRow].filter((key) => key !== "device").toSorted(),
    );
  });
});

describe("put back as it was on an earlier day", () => {
  const next = "another long passphrase";
  const headers = (name: string): Promise<readonly unknown[]> => withStore(name, ({ db }) => db.table("headers").toArray());
  const rowOf = async (name: string, id: typeof waysId, pass = passphrase): Promise<readonly [string, Uint8Array]> => {
    const [row = ""] = await namesOf(name, [id], pass);
    return withStore(name, async ({ get }) => [row, (await get(row)) ?? new Uint8Array()]);
  };
  const send = (name: string, file: string): Promise<void> =>
    navigator.locks.request(inboxLock(name), async () => {
      const inbox = await openInbox(name, async () => wholeSealer);
      const item = inbox?.begin({ name: file, type: "image/png", words: false });
      await item?.add(new Uint8Array(9));
      await item?.end();
      inbox?.close();
    });
  const shared = async (vault: WorkerVault): Promise<readonly string[]> =>
    must(await vault.inbox()).items.map(({ name, notKept }) => notKept ?? name);
  const withInbox = async (): Promise<Made> => {
    const made = await makeCase();
    must(await made.vault.switchInbox(true));
    await made.vault.lock();
    await send(made.name, "one.png");
    return made;
  };

  test("the header: what opened it then opens it, and the list of ways says so", async () => {
    const { name, vault } = await makeCase();
    const [before] = await headers(name);
    must(await vault.changePassphrase(passphrase, next));
    await vault.lock();
    await withStore(name, async ({ db }) => db.table("headers").put(before, (await db.table("headers").toCollection().primaryKeys())[0]));
    const again = await reopened(name);
    expect(codeOf(await again.waysIn())).toBe("vault-damaged");
    expect(codeOf(await again.addRecovery(passphrase, await again.newRecoveryWords(), ""))).toBe("vault-damaged");
    // Both are made anew together.
    must(await again.changeEverything(passphrase, null));
    expect(codeOf(await again.waysIn())).toBe("ok");
  });

  test("the list of ways: no slot is given away", async () => {
    const { name, vault } = await makeCase();
    await vault.lock();
    const [row, before] = await rowOf(name, waysId);
    must(await vault.unlock(passphrase));
    must(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), "drawer"));
    await withStore(name, ({ put: write }) => write(row, before));
    expect(codeOf(await vault.waysIn())).toBe("vault-damaged");
    expect(codeOf(await vault.addRecovery(passphrase, await vault.newRecoveryWords(), ""))).toBe("vault-damaged");
    must(await vault.changePassphrase(passphrase, next));
    expect(codeOf(await makeVault(depsFor(name)).vault.unlock(next))).toBe("ok");
  });

  test("the inbox's own row: what it knew, and that something is lost", async () => {
    const { name, vault } = await withInbox();
    must(await vault.unlock(passphrase));
    expect(await shared(vault)).toEqual(["one.png"]);
    await vault.lock();
    const [row, before] = await rowOf(name, inboxId);
    await send(name, "two.png");
    must(await vault.unlock(passphrase));
    expect(await shared(vault)).toEqual(["one.png", "two.png"]);
    await withStore(name, ({ put: write }) => write(row, before));
    expect(await shared(vault)).toEqual(["one.png", "lost"]);
    await vault.lock();
    await send(name, "three.png");
    expect(await shared(await reopened(name))).toEqual(["one.png", "lost", "three.png"]);
  });

  test("the inbox's clear row: what was sealed from there is said to be lost, and the next is not", async () => {
    const { name } = await withInbox();
    const before: unknown = await withStore(name, ({ db }) => db.table("device").get("inbox"));
    await send(name, "two.png");
    const vault = await reopened(name);
    expect(await shared(vault)).toEqual(["one.png", "two.png"]);
    await vault.lock();
    await put(name, "inbox", before)();
    await send(name, "three.png");
    const again = await reopened(name);
    expect(await shared(again)).toEqual(["one.png", "two.png", "lost"]);
    await again.lock();
    await send(name, "four.png");
    const last = await reopened(name);
    expect(await shared(last)).toEqual(["one.png", "two.png", "lost", "four.png"]);
    // Thrown away by the person it does not come again.
    const { items } = must(await last.inbox());
    must(await last.dropShared(items.flatMap(({ item, notKept }) => (notKept === "lost" ? [item] : []))));
    expect(await shared(last)).toEqual(["one.png", "two.png", "four.png"]);
  });

  test("a note that was taken in already: it is not shown twice", async () => {
    const { name, vault } = await withInbox();
    const rows = await withStore(name, async ({ names, get }) =>
      Promise.all((await names()).map(async (row) => [row, (await get(row)) ?? new Uint8Array()] as const)),
    );
    must(await vault.unlock(passphrase));
    expect(await shared(vault)).toEqual(["one.png"]);
    await withStore(name, async ({ names, put: write }) => {
      const there = await names();
      for (const [row, bytes] of rows) if (!there.includes(row)) await write(row, bytes);
    });
    expect(await shared(vault)).toEqual(["one.png"]);
  });

  test("the inbox's own row that is gone is said once, and one can begin anew", async () => {
    const { name, vault } = await withInbox();
    must(await vault.unlock(passphrase));
    await shared(vault);
    await vault.lock();
    const [row] = await rowOf(name, inboxId);
    await withStore(name, ({ remove }) => remove(row));
    const again = await reopened(name);
    expect(must(await again.inbox())).toMatchObject({ isOn: false, items: [{ notKept: "lost" }] });
    expect(must(await again.switchInbox(true))).toMatchObject({ isOn: true, items: [{ notKept: "lost" }] });
    await again.lock();
    await send(name, "two.png");
    expect(await shared(await reopened(name))).toEqual(["lost", "two.png"]);
  });
});
