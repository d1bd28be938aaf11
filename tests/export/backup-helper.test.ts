import { Decrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromUtf8 } from "../../src/lib/bytes.ts";
import { ready } from "./age/support.ts";
import { add, atMinute, endPhones, first, load, note, opened, passphrase, phone, said, words } from "./backup-support.ts";
import { valueOf } from "./deps.ts";

beforeAll(ready);
afterAll(endPhones);

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
  const found = valueOf(await next.backups.open(file, ` ${identity.toLowerCase()} `));
  expect(found.cases).toMatchObject([{ entries: 2 }]);
  const restored = first(valueOf(await next.backups.restore("another passphrase", [], { at: atMinute(40), offset: 0 })).cases);
  expect(said(await load(next, restored)).slice(0, 2)).toEqual(said(await load(old, caseId)));
});
