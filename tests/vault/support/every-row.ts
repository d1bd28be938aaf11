import { wholeSealer } from "../../../src/crypto/sealed-box.ts";
import { sameBytes } from "../../../src/lib/bytes.ts";
import { catalogueId } from "../../../src/vault/catalogue.ts";
import { canaryId } from "../../../src/vault/create.ts";
import { draftId } from "../../../src/vault/drafts.ts";
import { chunkId } from "../../../src/vault/files.ts";
import type { RowKind } from "../../../src/vault/format.ts";
import { headId } from "../../../src/vault/head.ts";
import { nameOfNote, readAddress } from "../../../src/vault/inbox-format.ts";
import { inboxLock, openInbox } from "../../../src/vault/inbox.ts";
import { inboxId } from "../../../src/vault/inbox-row.ts";
import { keyringId } from "../../../src/vault/keyring.ts";
import { openRow, rowName, type RowId } from "../../../src/vault/rows.ts";
import { secretId } from "../../../src/vault/secrets.ts";
import { seedId } from "../../../src/vault/seeds.ts";
import { segmentId } from "../../../src/vault/segment.ts";
import { catalogueRows } from "../../../src/vault/session.ts";
import { waysId } from "../../../src/vault/ways.ts";
import { append, at, draft, headOf, longDraft, makeCase, must, passphrase, withSession, withStore, type RawStore } from "./harness.ts";

/** A row of the store by what it is. `content`: in the clear, where it is a row of the usual form. */
export interface KnownRow {
  readonly name: string;
  readonly content: Uint8Array;
}
export type RowLabel = RowKind | "tail" | "note" | "piece";

/** A vault in which each kind of row, and each member that a row may have, is there once. */
export interface Every {
  readonly name: string;
  readonly caseId: string;
  readonly file: string;
  /** Open the same vault. */ readonly words: string;
  /** Opens another vault of the same store. */ readonly other: string;
  readonly rows: Readonly<Record<RowLabel, KnownRow>>;
}

const send = (name: string, file: string): Promise<void> =>
  navigator.locks.request(inboxLock(name), async () => {
    const inbox = await openInbox(name, async () => wholeSealer);
    const item = inbox?.begin({ name: file, type: "image/png", words: false });
    await item?.add(new Uint8Array(300).fill(3));
    await item?.end();
    inbox?.close();
  });

export const makeEvery = async (): Promise<Every> => {
  const other = "the other passphrase";
  const { name, vault, caseId } = await makeCase();
  must(await vault.createBeside(passphrase, other));
  const recovery = await vault.newRecoveryWords();
  must(await vault.addRecovery(passphrase, recovery, "drawer"));
  // Two pieces, and one that entries go on to name after it was forgotten.
  const { file } = must(await vault.importFile(caseId, new Blob([new Uint8Array(1_100_000).fill(5)])));
  const { file: forgotten } = must(await vault.importFile(caseId, new Blob(["forgotten"])));
  await append(vault, caseId, 0, [draft(0, { file }), longDraft(1, 50_000)]);
  const secrets = [{ field: "pin", id: "s1", text: "4711" }];
  must(await vault.append(caseId, 2, [{ kind: "s", body: { n: 2, pin: null }, secrets }], at, 0));
  await append(vault, caseId, 3, [draft(3), draft(4, { file: forgotten })]);
  must(await vault.erase(caseId, 3));
  must(await vault.forgetFiles(caseId, [forgotten]));
  must(await vault.saveDraft(caseId, "note", "typed"));
  const log = must(await vault.createCase());
  // Its intent stays until an entry names it.
  must(await vault.importFile(caseId, new Blob(["not named"])));

  must(await vault.switchInbox(true));
  await send(name, "one.png");
  must(await vault.inbox());
  await vault.lock();
  const state = await withStore(name, async ({ db }) => readAddress(await db.table("device").get("inbox"))?.state);
  const before = await withStore(name, ({ names }) => names());
  await send(name, "two.png");
  const note = nameOfNote(wholeSealer, state ?? new Uint8Array());
  const piece = (await withStore(name, ({ names }) => names())).find((row) => !before.includes(row) && row !== note) ?? "";

  // A second log that is the case's own, empty: as a restored case has.
  await withSession(name, async (session) => {
    const catalogue = { ...session.catalogue, revision: session.catalogue.revision + 1, cases: [caseId], attached: [{ caseId, log }] };
    must(await session.database.write({ epoch: session.epoch, put: catalogueRows(session, catalogue) }));
  });

  const { segments } = await headOf(name, caseId);
  const ids: readonly (readonly [RowLabel, RowId])[] = [
    ["catalogue", catalogueId(0)],
    ["head", headId(caseId)],
    ["segment", segmentId(caseId, 0, 0)],
    ["tail", segmentId(caseId, segments.length - 1, segments.at(-1)?.first ?? 0)],
    ["keyring", keyringId(caseId, 0)],
    ["chunk", chunkId(file, 0)],
    ["draft", draftId(caseId)],
    ["secret", secretId(caseId, 0)],
    ["seed", seedId(caseId)],
    ["canary", canaryId],
    ["ways", waysId],
    ["inbox", inboxId],
  ];
  const rows = await withSession(name, async (session) => {
    const known = new Map<RowLabel, KnownRow>();
    for (const [label, id] of ids) {
      const row = rowName(session, id);
      const [stored] = await session.database.rows([row]);
      const content = stored === undefined || id.kind === "chunk" ? new Uint8Array() : openRow(session, id, stored)?.slice();
      if (stored === undefined || content === undefined) throw new Error(`no ${label}`);
      known.set(label, { name: row, content });
    }
    return known;
  });
  const of = (label: RowLabel): KnownRow => rows.get(label) ?? { name: "", content: new Uint8Array() };
  return {
    name,
    caseId,
    file,
    words: recovery.join(" "),
    other,
    rows: {
      catalogue: of("catalogue"),
      head: of("head"),
      segment: of("segment"),
      tail: of("tail"),
      keyring: of("keyring"),
      chunk: of("chunk"),
      draft: of("draft"),
      secret: of("secret"),
      seed: of("seed"),
      canary: of("canary"),
      ways: of("ways"),
      inbox: of("inbox"),
      note: { name: note, content: new Uint8Array() },
      piece: { name: piece, content: new Uint8Array() },
    },
  };
};

/** What lies in a table, by key. */
const kept = async ({ db }: RawStore, table: string): Promise<ReadonlyMap<string | number, unknown>> => {
  const keys = await db.table<unknown, string | number>(table).toCollection().primaryKeys();
  const values: readonly unknown[] = await db.table(table).bulkGet(keys);
  return new Map(keys.map((key, i) => [key, values[i]]));
};
const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof ArrayBuffer && b instanceof ArrayBuffer ? sameBytes(new Uint8Array(a), new Uint8Array(b)) : a !== undefined && a === b;

/** Runs `look` on a store that `change` has changed, then puts back every row of all three tables that is another one. */
export const changed = async <T>(name: string, change: (store: RawStore) => Promise<unknown>, look: () => Promise<T>): Promise<T> => {
  const tables = ["device", "headers", "rows"] as const;
  const before = await withStore(name, async (store) => {
    const all = await Promise.all(tables.map(async (table) => [table, await kept(store, table)] as const));
    await change(store);
    return all;
  });
  try {
    return await look();
  } finally {
    await withStore(name, async (store) => {
      const now = new Map(await Promise.all(tables.map(async (table) => [table, await kept(store, table)] as const)));
      await store.db.transaction("rw", [...tables], async () => {
        for (const [table, rows] of before) {
          const there = now.get(table) ?? new Map<string | number, unknown>();
          for (const key of there.keys()) if (!rows.has(key)) await store.db.table(table).delete(key);
          for (const [key, value] of rows) if (!isSame(there.get(key), value)) await store.db.table(table).put(value, key);
        }
      });
    });
  }
};
