import { beforeAll, describe, expect, test } from "vitest";
import { blake2b } from "../../src/crypto/hash.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import type { RowKind } from "../../src/vault/format.ts";
import type { Damage } from "../../src/vault/types.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { changed, makeEvery, type Every, type RowLabel } from "./support/every-row.ts";
import { codeOf, depsFor, load, must, numbers, passphrase, reopened, type RawStore } from "./support/harness.ts";
import { members, membersInFormat, regions, regionsInFormat } from "./support/regions.ts";

beforeAll(cryptoReady);

test("the list holds every region that the format names, and no other", () => {
  expect(regions).toEqual(regionsInFormat());
  expect(members).toEqual(membersInFormat());
});

let full: Every;
beforeAll(async () => {
  full = await makeEvery();
});

/** What can be had of the vault, and what is said to be wrong with it. */
interface Seen {
  readonly damage: readonly Damage[];
  readonly entries: readonly unknown[];
  readonly file: string;
  readonly secret: string;
  readonly draft: string;
  readonly ways: string;
  /** Names of what was shared, or why it is not here; then what reading them answers. */
  readonly inbox: readonly string[];
  readonly shared: readonly string[];
}
const whole: Seen = {
  damage: [],
  entries: [0, 1, 2, null, 4],
  file: "ok",
  secret: "ok",
  draft: "ok",
  ways: "ok",
  inbox: ["one.png", "two.png"],
  shared: ["ok", "ok"],
};

/** Of a vault that is open. `isAll`: what was shared too, which is taken in by looking at it. */
const lookIn = async (vault: WorkerVault, isAll = true): Promise<Seen> => {
  const { caseId, file } = full;
  const { damage } = must(await vault.checkIntegrity(caseId));
  const loaded = await load(vault, caseId);
  const { items } = isAll ? must(await vault.inbox()) : { items: [] };
  const shared: string[] = [];
  for (const { item, notKept } of items) if (notKept === null) shared.push(codeOf(await vault.readShared(item)));
  return {
    // What touches the whole vault is said for each of the case's logs.
    damage: damage.filter((one, i) => damage.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i),
    entries: numbers(loaded),
    file: codeOf(await vault.readFile(caseId, file)),
    secret: codeOf(await vault.readSecret(caseId, "s1")),
    draft: codeOf(await vault.loadDrafts(caseId)),
    ways: codeOf(await vault.waysIn()),
    inbox: isAll ? items.map(({ name, notKept }) => notKept ?? name) : whole.inbox,
    shared: isAll ? shared : whole.shared,
  };
};
/** Opened after it was changed. */
const look = async (): Promise<Seen> => {
  const vault = await reopened(full.name);
  const seen = await lookIn(vault);
  await vault.lock();
  return seen;
};

const damaged = "vault-damaged";
interface Shown {
  readonly is?: Pick<Damage, "what" | "number">;
  /** What is otherwise than in a whole vault. */ readonly rest?: Partial<Omit<Seen, "damage">>;
}
/** How a change of each row shows. */
const shows: Readonly<Record<RowLabel, Shown>> = {
  catalogue: { is: { what: "catalogue", number: 0 } },
  head: { is: { what: "head", number: 0 } },
  segment: { is: { what: "segment", number: 0 }, rest: { entries: [1, 2, null, 4] } },
  tail: { is: { what: "segment", number: 2 }, rest: { entries: [0, 1] } },
  keyring: { is: { what: "keyring", number: 0 }, rest: { file: damaged } },
  draft: { is: { what: "draft", number: 0 }, rest: { draft: damaged } },
  chunk: { is: { what: "chunk", number: 0 }, rest: { file: damaged } },
  secret: { is: { what: "secret", number: 1 }, rest: { secret: damaged } },
  seed: { is: { what: "secret", number: 0 } },
  // Read back once, before the first record; nothing depends on it from then on, and changing everything makes another.
  canary: {},
  ways: { rest: { ways: damaged } },
  inbox: { rest: { inbox: ["lost"], shared: [] } },
  note: { rest: { inbox: ["one.png", "lost"], shared: ["ok"] } },
  piece: { rest: { shared: ["ok", damaged] } },
};
const labels = Object.keys(shows).filter((label): label is RowLabel => label in shows);
const expected = (label: RowLabel, why: Damage["why"]): Seen => {
  const { is, rest } = shows[label];
  return { ...whole, ...rest, damage: is === undefined ? [] : [{ ...is, why }, ...alsoGone(label)] };
};
/** A head that is lost takes along which files were forgotten on purpose: the one that entries go on to name then counts as missing. */
const alsoGone = (label: RowLabel): readonly Damage[] => (label === "head" ? [{ what: "chunk", number: 0, why: "missing" }] : []);

const contentAt = 24 + 4;
const memberAt = (content: Uint8Array, member: string): number => {
  const at = new TextDecoder("latin1").decode(content).indexOf(`"${member}":`);
  if (at < 0) throw new Error(`no member ${member}`);
  return contentAt + at + member.length + 3;
};
/** Where the first erased record begins, in a segment's content. */
const erasedAt = (content: Uint8Array): number => {
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  let at = 13;
  while (content[at + 4] !== 1) at += 4 + view.getUint32(at);
  return at;
};
const isInbox: ReadonlySet<RowLabel> = new Set(["inbox", "note", "piece"]);
const kindOf = (label: RowLabel): RowKind | undefined =>
  label === "tail" ? "segment" : label === "note" || label === "piece" ? undefined : label;

/** A byte of every region of a row that the format names, with its name. Negative: from the end. */
const bytesOf = (label: RowLabel): readonly (readonly [region: string, at: number])[] => {
  const { content } = full.rows[label];
  const kind = kindOf(label);
  if (label === "chunk" || label === "piece")
    return [
      ["ciphertext", 0],
      ["ciphertext", 299],
      ["padding or end", -17],
      ["tag", -16],
      ["tag", -1],
    ];
  if (label === "note")
    return [
      ["ephemeral key", 0],
      ["tag", 32],
      ["length", 48 + 3],
      ["JSON", 48 + 4],
      ["zeros", -1],
    ];
  const usual = [
    ["nonce, its version", 0],
    ["nonce", 23],
    ["length", contentAt - 1],
    ["zeros", contentAt + content.length],
    ["tag", -16],
    ["tag", -1],
  ] as const;
  if (label === "canary") return [...usual, ["content", contentAt]];
  const record = contentAt + (label === "tail" ? erasedAt(content) : 13);
  const inside =
    kind === "segment"
      ? ([
          ["format", contentAt],
          ["revision", contentAt + 8],
          ["count", contentAt + 12],
          ["record length", record + 3],
          ["0x00 or 0x01", record + 4],
          ["salt or leaf", record + 5],
          ["text or leaf", record + 5 + 16],
        ] as const)
      : [...members[kind ?? "canary"], "v"].map((member) => [member, memberAt(content, member)] as const);
  const items =
    label === "inbox"
      ? regions.noteJson.filter((member) => member !== "v").map((member) => [member, memberAt(content, member)] as const)
      : [];
  return [...usual, ...inside, ...items];
};

const altering =
  (label: RowLabel, change: (bytes: Uint8Array) => Uint8Array) =>
  async (store: RawStore): Promise<void> => {
    const { name } = full.rows[label];
    const bytes = await store.get(name);
    if (bytes === undefined) throw new Error(`no ${label}`);
    await store.put(name, change(bytes));
  };

test("nothing changed, nothing named", async () => {
  expect(await changed(full.name, async () => undefined, look)).toEqual(whole);
});

describe("each row", () => {
  // Changed while it is open, but for what is read at unlocking only; the tests below change it before.
  test.each(labels)("%s: a bit flipped in each of its regions", async (label) => {
    const vault = await reopened(full.name);
    const seenNow = label === "catalogue" ? look : () => lookIn(vault, isInbox.has(label));
    for (const [region, at] of bytesOf(label)) {
      const flip = (bytes: Uint8Array): Uint8Array =>
        bytes.map((byte, i) => (i === (at < 0 ? bytes.length + at : at) ? byte ^ 0x10 : byte));
      const seen = await changed(full.name, altering(label, flip), seenNow);
      expect([region, seen]).toEqual([region, expected(label, "altered")]);
    }
    await vault.lock();
  });

  test.each(labels)("%s: removed", async (label) => {
    expect(await changed(full.name, (store) => store.remove(full.rows[label].name), look)).toEqual(expected(label, "missing"));
  });

  test.each(["canary", "ways", "inbox", "note", "piece"] as const)("%s: cut short, emptied, or with a byte at its end", async (label) => {
    for (const change of [
      (bytes: Uint8Array) => bytes.subarray(0, -1),
      () => new Uint8Array(),
      (bytes: Uint8Array) => Uint8Array.of(...bytes, 0),
    ])
      expect(await changed(full.name, altering(label, change), look)).toEqual(expected(label, "altered"));
  });

  test("swapped with the next one: both are named", async () => {
    for (const [i, one] of labels.entries()) {
      const other = labels[(i + 1) % labels.length] ?? "head";
      const seen = await changed(
        full.name,
        async ({ get, put }) => {
          const [a, b] = [full.rows[one].name, full.rows[other].name];
          const [first, second] = [await get(a), await get(b)];
          if (first === undefined || second === undefined) throw new Error("no such row");
          await put(a, second);
          await put(b, first);
        },
        look,
      );
      const named = [one, other].flatMap((label) => expected(label, "altered").damage);
      expect(seen.damage.map(({ what }) => what).toSorted()).toEqual(named.map(({ what }) => what).toSorted());
      // Both lie in the log or in the inbox: what is lost of it adds up.
      const together =
        one === "segment" ? { entries: [1] } : one === "inbox" || one === "note" ? { inbox: seen.inbox, shared: seen.shared } : {};
      const all = { ...whole, ...shows[one].rest, ...shows[other].rest, ...together, damage: seen.damage };
      expect([one, seen]).toEqual([one, all]);
    }
  });
});

describe("the header", () => {
  const sizes = {
    format: 0,
    "header id": 2,
    salt: 18,
    ops: 34,
    "memory in MiB": 35,
    "8 slots of 104 bytes": 37,
    "random filler": 37 + 8 * 104,
    "BLAKE2b-256 of all before": -1,
  } as const;
  const firstHeader =
    (change: (bytes: Uint8Array) => Uint8Array) =>
    async ({ db }: RawStore): Promise<void> => {
      const table = db.table<ArrayBuffer, number>("headers");
      const [key] = await table.toCollection().primaryKeys();
      const bytes = key === undefined ? undefined : await table.get(key);
      if (key === undefined || bytes === undefined) throw new Error("no header");
      await table.put(new Uint8Array(change(new Uint8Array(bytes))).buffer, key);
    };
  const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at < 0 ? bytes.length + at : at, (bytes.at(at) ?? 0) ^ 0x10);
  const opens = async (typed: string): Promise<string> => {
    const { vault } = makeVault(depsFor(full.name));
    const opened = codeOf(await vault.unlock(typed));
    const ways = opened === "ok" ? ` ${codeOf(await vault.waysIn())}` : "";
    await vault.lock();
    return opened + ways;
  };
  const all = async (): Promise<readonly string[]> => [await opens(passphrase), await opens(full.words), await opens(full.other)];

  test.each(regions.header)("%s: a flipped bit is told from a wrong passphrase, and the other vault opens", async (region) => {
    for (const at of region === "8 slots of 104 bytes" ? [37, 37 + 30, 37 + 104, 37 + 8 * 104 - 1] : [sizes[region]]) {
      const seen = await changed(
        full.name,
        firstHeader((bytes) => flipped(bytes, at)),
        all,
      );
      expect([at, ...seen]).toEqual([at, damaged, damaged, "ok ok"]);
    }
  });

  /** The checksum has no key: whoever makes it right again can spoil a slot as if the passphrase were another one, but cannot hide it from the others. */
  const slotAt = 37;
  const inSlot = { nonce: 0, kind: 24, "vault key": 25, "vault id": 57, zeros: 73, tag: 88 } as const;
  test("a slot spoiled with the checksum made right opens nothing; another way in does, and the list of ways names it", async () => {
    expect(Object.keys(inSlot)).toEqual(["nonce", ...regions.slotContent, "tag"]);
    for (const [region, at] of Object.entries(inSlot)) {
      const spoil = (bytes: Uint8Array): Uint8Array => {
        const body = flipped(bytes, slotAt + at).subarray(0, -32);
        return Uint8Array.of(...body, ...blake2b(32, body));
      };
      expect([region, ...(await changed(full.name, firstHeader(spoil), all))]).toEqual([
        region,
        "vault-wrong-passphrase",
        "ok vault-damaged",
        "ok ok",
      ]);
    }
  });
});
