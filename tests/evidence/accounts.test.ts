import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAccounts } from "../../src/evidence/accounts.ts";
import sample from "../samples/accounts.csv?raw";

test("the sample", () => {
  expect(parseAccounts(sample)).toEqual([
    { service: "Gmail", login: "ana@friendly.example", resets: ["Instagram", "iCloud", "bank"], note: "main mailbox" },
    { service: "iCloud", login: "ana@friendly.example", resets: ["iPhone backups"], note: "shared album 'Summer 2023' still public" },
    { service: "Instagram", login: "ana.s", resets: [], note: "" },
    { service: "X", login: "@ana_s", resets: [], note: "" },
    { service: "Old Yahoo", login: "ana1999@old.example", resets: ["Gmail"], note: "recovery address of Gmail! not used since 2021" },
  ]);
});

test.each<readonly [string, readonly object[]]>([
  ["Gmail", [{ service: "Gmail", login: "", resets: [], note: "" }]],
  [
    "Gmail\tana@x.example\nX\t@a",
    [
      { service: "Gmail", login: "ana@x.example" },
      { service: "X", login: "@a" },
    ],
  ],
  ["login;service\r\n@a;X\r\n", [{ service: "X", login: "@a", note: "" }]],
  ['"a ""b""",c,"d\ne",f,g', [{ service: 'a "b"', login: "c", resets: ["d\ne"], note: "f; g" }]],
  ['Gmail,"open', [{ service: "Gmail", login: "open" }]],
  ["", []],
  ["\n ,, \n", []],
])("%j", (text, rows) => expect(parseAccounts(text)).toMatchObject(rows));

test("any text gives rows, and no letter is lost without a heading", () => {
  const letters = (text: string): string =>
    Array.from(text)
      .filter((c) => /\p{L}/u.test(c))
      .sort()
      .join("");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", "é", ",", ";", "\t", "\n", '"', " ", "\r"), maxLength: 60 }), (text) => {
      const rows = parseAccounts(text);
      expect(letters(rows.map((r) => [r.service, r.login, ...r.resets, r.note].join()).join())).toBe(letters(text));
    }),
  );
});
