import { describe, expect, test } from "vitest";
import { hashCasesOf, hashWay, keepHashCase, readPin, sameWay } from "../../src/app/hash-services.ts";
import type { Command } from "../../src/case/commands.ts";
import type { Age } from "../../src/case/events.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const picture = "1".repeat(32);
const second = "2".repeat(32);

const stateOf = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const withPicture = async (age: Age | null, facts: Readonly<Record<string, string>> = {}, id = picture): Promise<TestApp> => {
  const made = await openedApp();
  const commands: readonly Command[] = [
    { do: "add-picture", picture: id, label: "blue room" },
    ...(age === null ? [] : ([{ do: "answer-age", picture: id, age }] as const)),
    ...(["minorNow", "country", "fileHere"] as const).flatMap((fact) =>
      facts[fact] === undefined ? [] : ([{ do: "answer-fact", fact, value: facts[fact] }] as const),
    ),
  ];
  for (const command of commands) expect(await made.app.send(command)).toMatchObject({ ok: true });
  return made;
};

const uk = { minorNow: "yes", country: "GB" };
const rows: readonly (readonly [Age | null, Readonly<Record<string, string>>, object])[] = [
  ["adult", {}, { as: "service", service: "stopncii" }],
  ["adult", { fileHere: "no" }, { as: "no-file", under18: false }],
  ["under18", {}, { as: "service", service: "take-it-down-ncmec" }],
  ["under18", { minorNow: "no", country: "GB" }, { as: "service", service: "take-it-down-ncmec" }],
  ["under18", { minorNow: "yes", country: "US" }, { as: "service", service: "take-it-down-ncmec" }],
  ["under18", uk, { as: "service", service: "report-remove" }],
  ["under18", { ...uk, fileHere: "no" }, { as: "service", service: "report-remove" }],
  ["under18", { fileHere: "no" }, { as: "no-file", under18: true }],
  // Who is under 18 today was so then too, whatever was answered before.
  ["adult", uk, { as: "service", service: "report-remove" }],
  ["unknown", {}, { as: "hotline" }],
  [null, {}, { as: "hotline" }],
  [null, { fileHere: "no" }, { as: "hotline" }],
];

describe("which service", () => {
  test.each(rows)("age %s, %o: %o", async (age, facts, way) => {
    expect(hashWay(stateOf(await withPicture(age, facts)), picture)).toEqual(way);
  });

  test("one case may be about several pictures, but only about those that go the same way", async () => {
    const made = await withPicture("adult");
    for (const [id, age] of [
      [second, "under18"],
      ["3".repeat(32), "adult"],
    ] as const) {
      await made.app.send({ do: "add-picture", picture: id, label: id });
      await made.app.send({ do: "answer-age", picture: id, age });
    }
    expect(sameWay(stateOf(made), picture)).toEqual(["3".repeat(32)]);
    expect(sameWay(stateOf(made), second)).toEqual([]);
  });
});

describe("number and PIN", () => {
  test("the number is in the entry, the PIN is not", async () => {
    const made = await withPicture("adult");
    expect(await keepHashCase(made.app, "stopncii", [picture], { caseNumber: " 40-211 ", pin: "7391" })).toBe(true);
    const { view } = made.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    const entries = JSON.stringify(made.vault.entries(view.caseId));
    expect(entries).toContain("40-211");
    expect(entries).not.toContain("7391");
    expect(hashCasesOf(view.state, picture)).toMatchObject([{ caseNumber: "40-211", service: "stopncii" }]);
    expect(hashCasesOf(view.state, second)).toEqual([]);
  });

  test("a number without a PIN has none to show", async () => {
    const made = await withPicture("under18");
    await keepHashCase(made.app, "take-it-down-ncmec", [picture], { caseNumber: "A1", pin: "" });
    const [kept] = stateOf(made).hashCases;
    if (kept === undefined) throw new Error("nothing kept");
    expect(await readPin(made.app, kept)).toEqual({ ok: false, error: { code: "vault-not-found" } });
  });

  test("StopNCII is refused for a picture of somebody under 18, whatever the screen offers", async () => {
    const made = await withPicture("under18");
    expect(await keepHashCase(made.app, "stopncii", [picture], { caseNumber: "A1", pin: "7391" })).toBe(false);
    expect(stateOf(made).hashCases).toEqual([]);
  });
});
