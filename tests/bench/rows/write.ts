import Dexie from "dexie";
import { bigCase, linkChecked, start } from "../big-case.ts";
import { alternate, ms, noise } from "../measure.ts";
import type { Row } from "../page.ts";
import { deleteDatabase, valueOf, withVault } from "../vault.ts";

const writes = 20;
const links = 1_000;
/** What a tail segment is padded to on average while it fills. */
const rowBytes = 32 * 1024;

/** One command after another, each confirmed before the next, in a case of 1,000 links; the peer puts the bytes of one padded row. */
const row: Row = () =>
  withVault(async (vault, caseId) => {
    let size = valueOf(await vault.append(caseId, 0, bigCase(links), start, 60)).length;
    const db = new Dexie("bench-write", { chromeTransactionDurability: "strict" });
    db.version(1).stores({ rows: "" });
    const table = db.table<ArrayBuffer, number>("rows");
    await db.open();
    const bytes = noise(rowBytes);
    const { ours, peer } = await alternate(
      async () => {
        for (let n = 0; n < writes; n++) size += valueOf(await vault.append(caseId, size, [linkChecked(n, "gone")], start, 60)).length;
      },
      async () => {
        for (let n = 0; n < writes; n++) await db.transaction("rw", table, () => table.put(bytes.buffer, n));
      },
    );
    db.close();
    await deleteDatabase("bench-write");
    return [
      {
        what: "a confirmed write",
        against: "Dexie put of 32 KiB, strict",
        goal: "≤ 2× the time",
        ours: ms(ours / writes),
        peer: ms(peer / writes),
        ratio: peer / ours,
        reached: ours <= 2 * peer,
      },
    ];
  });
export default row;
