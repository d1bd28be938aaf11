import * as fc from "fast-check";
import { expect, test } from "vitest";
import { discloseCase } from "../../src/vault/disclosure.ts";
import { entriesOf } from "../../src/vault/stored-entry.ts";
import { makeVault, type WorkerVault } from "../../src/vault/vault.ts";
import { rootOf } from "../../src/crypto/merkle.ts";
import { hex } from "../../src/lib/bytes.ts";
import { depsFor, freshName, must, passphrase, withSession } from "../vault/support/harness.ts";
import { at, logContract, thing, valueOf, type LogVault } from "./log.ts";
import { memoryLog } from "./memory-log.ts";

/** The real vault without the worker in between: what the client does with a loaded case is done here. */
const logOf = (vault: WorkerVault): LogVault => ({
  ...vault,
  loadCase: async (caseId) => {
    const loaded = await vault.loadCase(caseId);
    return loaded.ok ? { ok: true, value: entriesOf(loaded.value) } : loaded;
  },
});

logContract("in memory", async () => memoryLog());
logContract("in the vault", async () => {
  const { vault } = makeVault(depsFor(freshName()));
  must(await vault.create(passphrase));
  return logOf(vault);
});

type Step =
  | { readonly do: "append"; readonly sizes: readonly number[]; readonly off: number }
  | { readonly do: "erase"; readonly pick: number }
  | { readonly do: "again" }
  | { readonly do: "reopen" };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("append" as const),
      sizes: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.nat(60_000) }), { maxLength: 6 }),
      off: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("erase" as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: "again" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "reopen" as const }) },
);

test("any run of appends, erasings, retries and reopenings leaves what plain arrays would hold, and a root over all leaves", async () => {
  const name = freshName();
  let vault = makeVault(depsFor(name)).vault;
  must(await vault.create(passphrase));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const model = memoryLog();
      const modelId = valueOf(await model.createCase());
      const caseId = valueOf(await vault.createCase());
      const size = async (): Promise<number> => valueOf(await model.loadCase(modelId)).size;
      let last: readonly [number, readonly ReturnType<typeof thing>[]] = [0, []];
      for (const one of steps) {
        if (one.do === "append" || one.do === "again") {
          if (one.do === "append")
            last = [
              Math.max(0, (await size()) + one.off),
              one.sizes.map((length, i) => ({ ...thing(i), body: { text: "é".repeat(length / 2) } })),
            ];
          const [from, drafts] = last;
          const want = await model.append(modelId, from, drafts, at, 60);
          const got = await vault.append(caseId, from, drafts, at, 60);
          expect(got.ok ? got.value : got.error.code).toEqual(want.ok ? want.value : want.error.code);
        } else if (one.do === "erase") {
          const seq = one.pick % ((await size()) + 1);
          expect((await vault.erase(caseId, seq)).ok).toBe((await model.erase(modelId, seq)).ok);
        } else {
          await vault.lock();
          vault = makeVault(depsFor(name)).vault;
          must(await vault.unlock(passphrase));
        }
      }
      const want = valueOf(await model.loadCase(modelId));
      const got = valueOf(await logOf(vault).loadCase(caseId));
      expect({ ...got, caseId: modelId }).toEqual(want);
      expect(must(await vault.verifyLoaded(caseId))).toEqual([]);
    }),
    { numRuns: 40 },
  );
  const cases = must(await vault.unlock(passphrase)).cases;
  await vault.lock();
  await withSession(name, async (session) => {
    for (const caseId of cases) {
      const source = must(await discloseCase(session, caseId));
      expect(source.leaves()).toHaveLength(source.size);
      expect(hex(source.root)).toBe(hex(rootOf(source.leaves())));
    }
  });
});
