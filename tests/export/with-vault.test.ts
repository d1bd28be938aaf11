import { afterAll, describe, expect, test } from "vitest";
import { randomId } from "../../src/crypto/random.ts";
import { makeExporter } from "../../src/export/exporter.ts";
import type { Disclosure } from "../../src/export/types.ts";
import { allPass } from "../../src/export/verify.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { derive, scryptOnce as scrypt } from "../support/derive.ts";
import { ready } from "./age/support.ts";
import { copier, noise, valueOf } from "./deps.ts";

/** A case kept by the real vault, handed over: what was stored is what arrives. */
await ready();
const name = `export-${randomId()}`;
const { vault, disclose } = makeVault({
  name,
  derive,
  now: () => performance.now(),
});
const at = (minute: number) => instantFromMs(Date.UTC(2026, 10, 22, 9, minute));
afterAll(async () => {
  await vault.lock();
  indexedDB.deleteDatabase(name);
});

describe("from the vault to a supporter", () => {
  test("with continuity: what was stored arrives, proves into the log, and no secret goes with it", async () => {
    valueOf(await vault.create("abacus abdomen abdominal abide abiding ability"));
    const caseId = valueOf(await vault.createCase());
    const bytes = noise(2_200_000);
    const stored = valueOf(await vault.importFile(caseId, new Blob([bytes])));
    const evidence = {
      evidence: randomId(),
      file: stored.file,
      name: "Нина.png",
      sha256: stored.sha256,
      size: stored.size,
      type: "image/png",
    };
    const drafts = [
      { kind: "case.opened.v1", body: { parent: null }, secrets: [] },
      { kind: "evidence.added.v1", body: evidence, secrets: [] },
      {
        kind: "hash.submitted.v1",
        body: { service: "x", pin: null },
        secrets: [{ field: "pin", id: randomId(), text: "the-pin-nobody-gets" }],
      },
    ];
    const before = valueOf(await vault.loadCase(caseId));
    valueOf(await vault.append(caseId, "size" in before ? before.size : 0, drafts, at(0), 60));
    const exporter = makeExporter({
      disclose: async (id) => {
        const source = await disclose(id);
        return source.ok ? source.value : undefined;
      },
      scrypt,
      now: () => at(30),
      copier,
    });
    const disclosure: Disclosure = {
      recipient: "police",
      label: "the police",
      continuity: true,
      date: "2026-11-22",
      language: "en",
      caseJson: { format: "holdfast-case/1", date: "2026-11-22", language: "en", recipient: "police" },
      report: { title: "Record", subtitle: "", cover: [], sections: [], footer: "" },
      entries: [0, 1, 2],
      evidence: [{ file: stored.file, name: "001-Нина.png", sha256: stored.sha256, size: stored.size, type: "image/png", seq: 1 }],
      notices: [],
      custody: [],
      howToCheck: "age -d\n",
    };
    const sealed = valueOf(await exporter.seal(caseId, disclosure));
    expect(allPass(sealed.checks)).toBe(true);
    expect(sealed.checks.find(({ check }) => check === "entries-prove")?.outcome).toBe("pass");
    const bundle = valueOf(await exporter.open(sealed.file, sealed.words.join(" ")));
    expect(new Uint8Array(valueOf(await exporter.readOpened("data/evidence/001-Нина.png")))).toEqual(bytes);
    expect(bundle.files.find(({ path }) => path.startsWith("data/evidence/"))?.type).toBe("image/png");
    expect(JSON.stringify(bundle)).not.toContain("the-pin-nobody-gets");
    await vault.lock();
    expect((await exporter.seal(caseId, disclosure)).ok).toBe(false);
  });
});
