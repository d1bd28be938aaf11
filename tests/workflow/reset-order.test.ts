import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inResetOrder } from "../../src/workflow/reset-order.ts";
import { account, after, idOf, opened } from "../case/given.ts";

type Row = readonly [service: string, login: string, resets: readonly string[]];
const order = (rows: readonly Row[]): readonly string[] =>
  inResetOrder(after(opened, ...rows.map(([service, login, resets], i) => account(idOf(i + 1), service, resets, login))).accounts).map(
    ({ service }) => service,
  );

describe("inResetOrder", () => {
  test("the accounts of accounts.csv: Old Yahoo before Gmail, then iCloud, then the rest", () => {
    expect(
      order([
        ["Gmail", "ana@friendly.example", ["Instagram", "iCloud", "bank"]],
        ["iCloud", "ana@friendly.example", ["iPhone backups"]],
        ["Instagram", "ana.s", []],
        ["X", "@ana_s", []],
        ["Old Yahoo", "ana1999@old.example", ["Gmail"]],
      ]),
    ).toEqual(["Old Yahoo", "Gmail", "iCloud", "Instagram", "X"]);
  });

  test("names are compared without case and spaces, and a login names an account as well; a blank names none", () => {
    expect(
      order([
        ["X", "@ana_s", []],
        ["Mail", "", [" x ", " "]],
      ]),
    ).toEqual(["Mail", "X"]);
    expect(
      order([
        ["X", "@ana_s", []],
        ["Mail", "", ["@Ana_S"]],
      ]),
    ).toEqual(["Mail", "X"]);
    expect(
      order([
        ["", "", []],
        ["Shop", "", []],
      ]),
    ).toEqual(["", "Shop"]);
  });

  test("accounts that can reset each other keep the order of addition", () => {
    expect(
      order([
        ["A", "", ["B"]],
        ["B", "", ["A"]],
        ["C", "", ["A"]],
      ]),
    ).toEqual(["C", "A", "B"]);
    expect(
      order([
        ["A", "", ["A"]],
        ["B", "", ["A"]],
      ]),
    ).toEqual(["B", "A"]);
  });

  const services = ["a", "b", "c", "d", "e", "f", "g"];
  const graphs: fc.Arbitrary<readonly Row[]> = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...services), fc.constant(""), fc.subarray([...services, "bank"])),
    { selector: ([service]) => service, maxLength: 7, size: "max" },
  );

  test("nobody is lost, and whoever can reset another without being reset by it comes first", () => {
    fc.assert(
      fc.property(graphs, (rows) => {
        const state = after(opened, ...rows.map(([service, login, resets], i) => account(idOf(i + 1), service, resets, login)));
        const sorted = inResetOrder(state.accounts);
        expect([...sorted].sort((a, b) => a.seq - b.seq)).toEqual([...state.accounts.values()]);
        /** Everything that can be taken over from it, by trying as long as anything is added. */
        const reached = (from: string): ReadonlySet<string> => {
          const found = new Set([from]);
          for (const name of found)
            for (const [service, , resets] of rows) if (service === name) for (const next of resets) found.add(next);
          return found;
        };
        sorted.forEach((later, i) => {
          for (const earlier of sorted.slice(0, i)) {
            expect(reached(later.service).has(earlier.service) && !reached(earlier.service).has(later.service)).toBe(false);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
