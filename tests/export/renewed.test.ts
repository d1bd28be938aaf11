import { afterAll, beforeAll, expect, test } from "vitest";
import { sameBytes } from "../../src/lib/bytes.ts";
import { ready } from "./age/support.ts";
import {
  add,
  backUp,
  endPhones,
  fileEntry,
  first,
  load,
  note,
  opened,
  passphrase,
  phone,
  pinned,
  restoreOn,
  said,
} from "./backup-support.ts";
import { noise, valueOf } from "./deps.ts";

beforeAll(ready);
afterAll(endPhones);

test("a restored case, with the log that it was restored from, is whole after everything was changed, and can be restored again", async () => {
  const old = phone();
  valueOf(await old.vault.create(passphrase));
  const caseId = valueOf(await old.vault.createCase());
  const bytes = noise(2_200_000);
  const kept = valueOf(await old.vault.importFile(caseId, new Blob([bytes])));
  const absent = valueOf(await old.vault.importFile(caseId, new Blob([noise(60_000)])));
  await add(old, caseId, 0, opened, fileEntry(kept), fileEntry(absent), pinned());
  const next = phone();
  const own = first(await restoreOn(next, await backUp(old, [absent.file])));
  await add(next, own, 50, note(4));
  const before = said(await load(next, own));
  const seed = valueOf(await next.disclose(own)).signingSeed();

  valueOf(await next.vault.changeEverything(passphrase, "another long passphrase"));
  const after = await load(next, own);
  expect(after.damage).toEqual([]);
  expect(said(after)).toEqual(before);
  expect(sameBytes(new Uint8Array(valueOf(await next.vault.readFile(own, kept.file))), bytes)).toBe(true);
  expect(valueOf(await next.vault.readSecret(own, "12".repeat(16)))).toBe("0815");
  expect(valueOf(await next.disclose(own)).signingSeed()).toEqual(seed);
  expect(valueOf(await next.vault.checkIntegrity(own)).damage).toEqual([]);

  const third = phone();
  const again = first(await restoreOn(third, await backUp(next, [], [own])));
  expect(said(await load(third, again)).slice(0, before.length)).toEqual(before);
});
