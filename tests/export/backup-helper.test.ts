import { Decrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readVault } from "../../src/export/backup/shape.ts";
import { fromUtf8, utf8 } from "../../src/lib/bytes.ts";
import { ready } from "./age/support.ts";
import { add, atMinute, endPhones, first, load, note, opened, passphrase, phone, pinned, said, words } from "./backup-support.ts";
import { valueOf } from "./deps.ts";

beforeAll(ready);
afterAll(endPhones);

/** Too long to turn up by chance among digests and keys. */
const pin = "the number of the case is 0815";

test("what signs in the person's name and the private records stay with them; that is said as left out, not as damaged", async () => {
  const identity = await generateIdentity();
  const old = phone();
  valueOf(await old.vault.create(passphrase));
  const caseId = valueOf(await old.vault.createCase());
  await add(old, caseId, 0, opened, pinned(pin));
  const plan = { cases: [{ caseId, size: 2, files: [] }], date: "2026-11-22", made: atMinute(30) };
  const own = valueOf(await old.backups.make(plan, words, null));
  const theirs = valueOf(await old.backups.make(plan, { address: await identityToRecipient(identity) }, null));
  if (own.file === null || theirs.file === null) throw new Error("no file");
  const none = { entries: 0, files: 0, records: 0, seal: false, root: false };
  expect([own, theirs].map(({ cases }) => cases[0])).toMatchObject([
    { lost: none, withheld: false },
    { lost: none, withheld: true },
  ]);
  // With any other tool: what is there at all. The control has it.
  const textIn = async (file: Blob, key: (d: Decrypter) => void): Promise<string> => {
    const decrypter = new Decrypter();
    key(decrypter);
    return new TextDecoder().decode(await decrypter.decrypt(new Uint8Array(await file.arrayBuffer())));
  };
  const ownText = await textIn(own.file, (d) => d.addPassphrase(words.join("-")));
  const theirText = await textIn(theirs.file, (d) => d.addIdentity(identity));
  const seed = /"seed":"([^"]{44})"/u.exec(ownText)?.[1] ?? "no seed";
  expect([ownText.includes(pin), theirText.includes(pin), theirText.includes(seed)]).toEqual([true, false, false]);
  // A reader that knows no `withheld` is told that the key is a new one and a record is missing.
  expect(theirText).toContain('"lost":{"entries":[],"files":[],"root":false,"seal":true,"secrets":1}');
  expect(theirText).toContain('"withheld":1');

  // It can be said only of what is said to be missing.
  const facts = /\{"backup":.*\}\n/u.exec(theirText)?.[0] ?? "";
  expect(readVault(utf8(facts))).toMatchObject({ cases: [[{ withheld: 1 }]] });
  expect(readVault(utf8(facts.replace('"withheld":1', '"withheld":2')))).toBeUndefined();
  expect(readVault(utf8(facts.replace('"seal":true', '"seal":false')))).toBeUndefined();

  const next = phone();
  const ownKey = valueOf(await old.backups.open(own.file, words.join("-"))).cases[0]?.key;
  const found = valueOf(await next.backups.open(theirs.file, identity));
  expect(found.cases).toMatchObject([{ entries: 2, lost: none, withheld: true }]);
  expect(found.cases[0]?.key).not.toBe(ownKey);
  const restored = first(valueOf(await next.backups.restore("another passphrase", [], { at: atMinute(40), offset: 0 })).cases);
  expect((await load(next, restored)).damage).toEqual([]);
  expect(said(await load(next, restored)).slice(0, 2)).toEqual(said(await load(old, caseId)));
});

test("a backup for a helper's key: only that key opens it, here and with other tools; it is restored as any other", async () => {
  const identity = await generateIdentity();
  const address = await identityToRecipient(identity);
  const old = phone();
  valueOf(await old.vault.create(passphrase));
  const caseId = valueOf(await old.vault.createCase());
  await add(old, caseId, 0, opened, note(1));
  const plan = { cases: [{ caseId, size: 2, files: [] }], date: "2026-11-22", made: atMinute(30) };
  for (const wrong of ["", "age1", address.slice(0, -1), address.replace("age1", "age1pq1"), identity, ` ${address}x`])
    expect(await old.backups.make(plan, { address: wrong }, null)).toEqual({ ok: false, error: { code: "backup-bad-address" } });
  const { file } = valueOf(await old.backups.make(plan, { address: ` ${address}\n` }, null));
  if (file === null) throw new Error("no file");

  const theirs = new Decrypter();
  theirs.addIdentity(identity);
  const zip = await theirs.decrypt(new Uint8Array(await file.arrayBuffer()));
  expect(fromUtf8(zip.subarray(0, 2))).toBe("PK");

  const next = phone();
  expect(await next.backups.open(file, words.join("-"))).toEqual({ ok: false, error: { code: "backup-needs-key" } });
  expect(await next.backups.open(file, await generateIdentity())).toEqual({ ok: false, error: { code: "backup-wrong-key" } });
  for (const wrong of [identity.slice(0, -1), "AGE-SECRET-KEY-1", identity.replace("KEY-1", "KEY-PQ-1")])
    expect(await next.backups.open(file, wrong)).toEqual({ ok: false, error: { code: "backup-bad-key" } });
  const found = valueOf(await next.backups.open(file, ` ${identity.toLowerCase()} `));
  expect(found.cases).toMatchObject([{ entries: 2 }]);
  const restored = first(valueOf(await next.backups.restore("another passphrase", [], { at: atMinute(40), offset: 0 })).cases);
  expect(said(await load(next, restored)).slice(0, 2)).toEqual(said(await load(old, caseId)));
});
