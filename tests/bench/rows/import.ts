import Dexie from "dexie";
import { readerIn } from "../../../src/main-evidence.ts";
import { alternate, ms, noise } from "../measure.ts";
import type { Row } from "../page.ts";
import { deleteDatabase, valueOf, withVault } from "../vault.ts";

const count = 100;
const size = 1_000_000;

/** Pictures of noise behind the head of a PNG of 1170 × 2532. */
const screenshots = (): readonly Blob[] => {
  const bytes = noise(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0x92, 0, 0, 9, 0xe4]);
  return Array.from({ length: count }, (_, n) => {
    new DataView(bytes.buffer).setUint32(100, n);
    return new Blob([bytes]);
  });
};

/** 100 screenshots of 1 MB: inspected (which hashes them), then hashed again, encrypted and stored; the peer hashes and puts the clear bytes. */
const row: Row = () =>
  withVault(async (vault, caseId, { worker }) => {
    const files = screenshots();
    const reader = readerIn(worker);
    const db = new Dexie("bench-import", { chromeTransactionDurability: "strict" });
    db.version(1).stores({ rows: "" });
    const table = db.table<ArrayBuffer, number>("rows");
    await db.open();
    const { ours, peer } = await alternate(
      async () => {
        for (const file of files) {
          const { type } = valueOf(await reader.inspect(file, "screenshot.png"));
          if (type !== "image/png") throw new Error("not seen as a picture");
          valueOf(await vault.importFile(caseId, file));
        }
      },
      async () => {
        for (const [n, file] of files.entries()) {
          const bytes = await file.arrayBuffer();
          await crypto.subtle.digest("SHA-256", bytes);
          await db.transaction("rw", table, () => table.put(bytes, n));
        }
      },
      3,
    );
    db.close();
    await deleteDatabase("bench-import");
    return [
      {
        what: "import 100 screenshots of 1 MB",
        against: "SHA-256 and Dexie puts, strict",
        goal: "≤ 2.5× the time",
        ours: ms(ours),
        peer: ms(peer),
        ratio: peer / ours,
        reached: ours <= 2.5 * peer,
      },
    ];
  });
export default row;
