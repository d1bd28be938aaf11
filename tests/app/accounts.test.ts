import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checksOfPage, pagesFor } from "../../src/app/accounts-hardening.ts";
import {
  accountChecks,
  accountViews,
  isKnownAccount,
  keepAccounts,
  readAccounts,
  readAccountsFile,
  resetArrows,
  startsThere,
} from "../../src/app/accounts-view.ts";
import { hardening } from "../../src/content/hardening/index.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const csv = readFileSync(new URL("../samples/accounts.csv", import.meta.url), "utf8");

const stateOf = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const withSample = async (): Promise<TestApp> => {
  const made = await openedApp();
  expect(await keepAccounts(made.app, await readAccounts(csv))).toBe(true);
  return made;
};

describe("accounts.csv", () => {
  test("is kept whole, the forgotten mailbox that resets the main one first", async () => {
    const views = accountViews(stateOf(await withSample()));
    expect(views.map(({ account }) => account.service).slice(0, 2)).toEqual(["Old Yahoo", "Gmail"]);
    expect(views).toHaveLength(5);
    expect(startsThere(views)).toBe(true);
    const gmail = views.find(({ account }) => account.service === "Gmail");
    expect(gmail).toMatchObject({ resets: ["Instagram", "iCloud", "bank"], resetBy: ["Old Yahoo"], checked: 0 });
  });

  test("has an arrow for each reset between listed accounts, and each points down the order", async () => {
    const views = accountViews(stateOf(await withSample()));
    const arrows = resetArrows(views).map(({ from, to }) => `${views[from]?.account.service} → ${views[to]?.account.service}`);
    expect(arrows.toSorted()).toEqual(["Gmail → Instagram", "Gmail → iCloud", "Old Yahoo → Gmail"]);
    expect(resetArrows(views).every(({ from, to }) => from < to)).toBe(true);
  });

  test("read again, every row is known; a blank row is none", async () => {
    const made = await withSample();
    const again = await readAccounts(`${csv}\n,,,\n`);
    expect(again).toHaveLength(5);
    expect(again.every((row) => isKnownAccount(stateOf(made), row))).toBe(true);
    expect(isKnownAccount(stateOf(made), { service: "gmail ", login: "ANA@friendly.example" })).toBe(true);
    expect(isKnownAccount(stateOf(made), { service: "Gmail", login: "other@friendly.example" })).toBe(false);
  });
});

describe("a file with a list", () => {
  test("is read in the encodings that table programs write", async () => {
    const units = (text: string): readonly number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    const latin = new Blob([Uint8Array.from(units("service,login\nSørensen,a"))]);
    const wide = new Blob([Uint8Array.from([0xff, 0xfe, ...units("Ilić,a").flatMap((unit) => [unit & 255, unit >> 8])])]);
    for (const [file, service] of [
      [latin, "Sørensen"],
      [wide, "Ilić"],
    ] as const)
      expect(await readAccountsFile(file)).toMatchObject({ ok: true, value: [{ service, login: "a" }] });
  });

  test("larger than any list is refused", async () => {
    expect(await readAccountsFile(new Blob(["a,b\n".repeat(70_000)]))).toEqual({ ok: false, error: { code: "file-too-large" } });
  });

  test("with the same account twice gives it once", async () => {
    expect(await readAccounts("Gmail,a\ngmail,A\nGmail,b")).toHaveLength(2);
  });
});

describe("the checks", () => {
  test("recording comes before every change", () => {
    expect(accountChecks[0]).toBe("recorded");
  });

  test("a check that is done counts, one that was taken back does not", async () => {
    const made = await withSample();
    const account = accountViews(stateOf(made))[0]?.account.id ?? "";
    await made.app.act({ do: "check-account", account, check: "recorded", result: "done", note: "A phone in Lyon." });
    await made.app.act({ do: "check-account", account, check: "recovery", result: "not-possible", note: "" });
    expect(accountViews(stateOf(made))[0]?.checked).toBe(2);
    await made.app.act({ do: "check-account", account, check: "recorded", result: "undone", note: "" });
    expect(accountViews(stateOf(made))[0]?.checked).toBe(1);
  });
});

describe("pages of the directory", () => {
  test("each has a check, and each row has its page", () => {
    expect(Object.keys(checksOfPage).toSorted()).toEqual(hardening.map(({ id }) => id).toSorted());
  });

  const idsFor = async (service: string, check: (typeof accountChecks)[number]) => (await pagesFor({ service }, check)).map(({ id }) => id);

  test("are those of the account's provider, and those for all", async () => {
    expect(await idsFor("Gmail", "forwarding")).toEqual(["3-google-forwarding", "5-google-app-passwords", "5-google-third-party-access"]);
    expect(await idsFor("My Instagram", "sessions")).toEqual(["6-instagram-login-activity", "6-meta-accounts-centre"]);
    expect(await idsFor("Instagram", "forwarding")).toEqual([]);
    expect(await idsFor("bank", "recovery")).toEqual(["8-recovery-and-carrier"]);
  });

  test("a look-alike is not its brand", async () => {
    for (const service of ["gmaiI", "googlee", "xbank", "face book"]) expect(await idsFor(service, "sessions")).toEqual([]);
  });
});
