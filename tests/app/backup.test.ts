import { describe, expect, test } from "vitest";
import { makeBackup, mergeBackup, openBackup } from "../../src/app/backup.ts";
import { planBackup, type BackupReader, type PlannedBackup } from "../../src/app/backup-plan.ts";
import type { App } from "../../src/app/types.ts";
import type { Backups } from "../../src/export/backup/types.ts";
import { ok } from "../../src/lib/result.ts";
import { utf8 } from "../../src/lib/bytes.ts";
import { evidence, ids, idOf, link, picture } from "../case/given.ts";
import { openedApp } from "./test-app.ts";

const notProvided = (): never => {
  throw new Error("this test did not provide that");
};
const none: Backups = {
  make: notProvided,
  checkAddress: async () => ok(null),
  open: notProvided,
  entries: notProvided,
  start: notProvided,
  restore: notProvided,
  copyOf: notProvided,
  merge: notProvided,
  close: notProvided,
  stop: notProvided,
};
const planned = async (app: App): Promise<PlannedBackup> => {
  const plan = await planBackup(app);
  if (plan === undefined) throw new Error("no plan");
  return plan;
};
const lost = { entries: 0, files: 0, records: 0, seal: false, root: false };
const made = { backup: ids.bundle, file: null, name: "archive.age", size: 5, cases: [] };

describe("a backup that is being made", () => {
  /** A case with one file of an adult, and a writer that lets something happen while it writes. */
  const writing = async (meanwhile: (app: App) => Promise<unknown>) => {
    const { app } = await openedApp({
      backups: async () => ({
        ...none,
        make: async () => {
          await meanwhile(app);
          return ok(made);
        },
      }),
    });
    await app.actAll([...picture(ids.adult, "adult"), evidence({ pictures: [ids.adult] })]);
    const plan = await planned(app);
    expect(plan).toMatchObject({ files: 1, held: 0 });
    const done = await makeBackup(app, plan, [], null, () => undefined);
    return { app, done, notice: app.state().notice };
  };

  test("is kept when nothing that matters was written meanwhile", async () => {
    const { done } = await writing((app) => app.act({ do: "add-picture", picture: ids.other, label: "" }));
    expect(done).toEqual(made);
  });

  test("is thrown away when an age was answered by which a file in it stays out now, and that is said", async () => {
    const { app, done, notice } = await writing((now) => now.act({ do: "answer-age", picture: ids.adult, age: "under18" }));
    expect(done).toBeUndefined();
    expect(notice).toMatchObject({ tone: "problem", key: "error.backup-outdated" });
    expect(await planned(app)).toMatchObject({ files: 0, held: 1 });
  });
});

describe("a backup for the key of somebody else", () => {
  const kinds = ["friend", "helpline", "lawyer", "police"] as const;
  const readerOf = (recipient: (typeof kinds)[number]): BackupReader => ({ address: "age1x", recipient });
  const appWith = async (meanwhile: (app: App) => Promise<unknown> = async () => undefined) => {
    const asked: unknown[] = [];
    const { app } = await openedApp({
      backups: async () => ({
        ...none,
        make: async (_, lock) => {
          asked.push(lock);
          await meanwhile(app);
          return ok(made);
        },
      }),
    });
    return { app, asked };
  };

  test.each(["under18", "unknown"] as const)("goes by the rule for links where an age is %s, as when a case is shared", async (age) => {
    const { app, asked } = await appWith();
    await app.actAll([...picture(ids.adult, age), link(ids.link, [ids.adult])]);
    const plan = await planned(app);
    expect(plan.readers).toEqual(["helpline", "lawyer", "police"]);
    expect(await makeBackup(app, plan, readerOf("friend"), null, () => undefined)).toBeUndefined();
    expect(asked).toEqual([]);
    expect(app.state().notice).toMatchObject({ tone: "problem", key: "error.bundle-links-under-18" });
    for (const kind of kinds.slice(1)) expect(await makeBackup(app, plan, readerOf(kind), null, () => undefined)).toEqual(made);
    // Who they are is for the rule and the record; the writer needs the address alone.
    expect(asked).toEqual(Array.from({ length: 3 }, () => ({ address: "age1x" })));
    // A backup for oneself holds everything, as before.
    expect(await makeBackup(app, plan, [], null, () => undefined)).toEqual(made);
  });

  test("may be for anybody where all are adults, and is thrown away when an age was answered meanwhile", async () => {
    const { app } = await appWith((now) => now.act({ do: "answer-age", picture: ids.adult, age: "under18" }));
    await app.actAll([...picture(ids.adult, "adult"), link(ids.link, [ids.adult])]);
    const plan = await planned(app);
    expect(plan.readers).toEqual(kinds);
    expect(await makeBackup(app, plan, readerOf("friend"), null, () => undefined)).toBeUndefined();
    expect(app.state().notice).toMatchObject({ tone: "problem", key: "error.backup-outdated" });
  });

  test("counts every case, and takes no answer for sure where an entry is lost", async () => {
    const adult = await openedApp();
    await adult.app.actAll(picture(ids.adult, "adult"));
    const view = adult.app.state().view;
    if (view.at !== "unlocked") throw new Error("locked");
    const young = await openedApp();
    await young.app.actAll(picture(ids.adult, "under18"));
    const other = young.app.state().view;
    if (other.at !== "unlocked") throw new Error("locked");
    const entriesIn = new Map([
      ["a", adult.vault.entries(view.caseId)],
      ["b", young.vault.entries(other.caseId)],
    ]);
    const readersWith = async (cases: readonly string[], lose: number): Promise<unknown> => {
      const vault = await adult.app.vault();
      const app: App = {
        ...adult.app,
        state: () => ({ ...adult.app.state(), view: { ...view, cases } }),
        vault: async () => ({
          ...vault,
          loadCase: async (id) => {
            const entries = entriesIn.get(id) ?? [];
            return ok({ caseId: id, size: entries.length + lose, entries, damage: [] });
          },
        }),
      };
      return (await planned(app)).readers;
    };
    expect(await readersWith(["a"], 0)).toEqual(kinds);
    expect(await readersWith(["a", "b"], 0)).toEqual(kinds.slice(1));
    expect(await readersWith(["b", "a"], 0)).toEqual(kinds.slice(1));
    expect(await readersWith(["a"], 1)).toEqual(kinds.slice(1));
  });
});

describe("a backup that is opened and brought in", () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]);
  const files = new Map([
    [ids.file, utf8("He said: send more.")],
    [idOf(40), jpeg],
  ]);
  const text = { type: "text/plain", pictures: [] } as const;

  test("leaves out what only says that it is text, and gives the stricter age once more", async () => {
    const asked: unknown[] = [];
    const other = await openedApp();
    await other.app.actAll([
      ...picture(ids.adult, "adult"),
      evidence(text),
      evidence({ ...text, evidence: idOf(41), file: idOf(40), sha256: "b".repeat(64) }),
    ]);
    const { view } = other.app.state();
    const theirs = view.at === "unlocked" ? other.vault.entries(view.caseId) : [];
    const { app } = await openedApp({
      backups: async () => ({
        ...none,
        open: async () =>
          ok({
            backup: ids.bundle,
            made: other.app.now(),
            cases: [{ log: idOf(1), entries: 1, files: 2, size: 9, absent: 0, lost, withheld: false, key: "" }],
          }),
        entries: async () => ok(theirs),
        start: async (_, file, bytes) => ok((files.get(file) ?? new Uint8Array()).slice(0, bytes)),
        copyOf: async () => ok(0),
        merge: async (_, index, coming, __, answers) => {
          asked.push(index, coming, answers);
          return ok(1);
        },
      }),
    });
    await app.actAll(picture(ids.adult, "under18"));
    const found = await openBackup(app, new Blob(), "", () => undefined);
    expect(found).toMatchObject({ files: [ids.file], copy: 0 });
    if (found === undefined) throw new Error("not opened");
    expect(await mergeBackup(app, found, () => undefined)).toBe(true);
    const strict = { kind: "picture.age-answered.v1", body: { picture: ids.adult, age: "under18" }, secrets: [] };
    expect(asked).toEqual([0, [ids.file], [strict]]);
  });
});
