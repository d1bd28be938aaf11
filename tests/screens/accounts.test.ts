import { expect, test, vi } from "vitest";
import csv from "../samples/accounts.csv?raw";
import { openedApp } from "../app/test-app.ts";
import { show, type Shown } from "./support.ts";

const stateOf = ({ app }: Shown) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const showList = async (): Promise<Shown> => {
  const plain = await openedApp();
  const made = await openedApp({ device: { ...plain.app.device, pickFiles: async () => [new File([csv], "accounts.csv")] } });
  const shown = show(made);
  shown.app.go("accounts", { step: "add-accounts", subject: "case" });
  await shown.heading("Accounts");
  shown.button("Choose a file with a list").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("5 accounts were read"));
  shown.button("Keep 5 accounts").click();
  await vi.waitFor(() => expect(stateOf(shown).accounts.size).toBe(5));
  return shown;
};

test("accounts.csv: the one that the others hang on stands first, with its resets in words and in the drawing", async () => {
  const shown = await showList();
  await vi.waitFor(() => expect(shown.root.querySelector(".reset-drawing")).not.toBe(null));
  const rows = [...shown.root.querySelectorAll('ul[aria-label="In this order"] > li')].map(({ textContent }) => textContent);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toContain("Old Yahoo");
  expect(rows[0]).toContain("Start here");
  expect(rows[0]).toContain("Can reset: Gmail");
  expect(rows[1]).toContain("Can be reset by: Old Yahoo");
  expect(shown.root.querySelectorAll(".reset-arrow")).toHaveLength(3);
  expect(shown.root.querySelector(".reset-drawing svg")?.getAttribute("aria-hidden")).toBe("true");
});

test("the danger question comes before the checks, and recording before every other check", async () => {
  const shown = await showList();
  const gmail = [...stateOf(shown).accounts.values()].find(({ service }) => service === "Gmail")?.id ?? "";
  shown.app.go("account", { account: gmail });
  await shown.heading("Account");
  const text = (): string => shown.root.textContent;
  expect(text().indexOf("Could a sudden sign-out put you in danger?")).toBeLessThan(text().indexOf("Checks, in this order"));
  expect(text()).toContain("What you see");
  shown.button(/^Show how: A passphrase/u).click();
  await vi.waitFor(() => expect(text()).toContain("First write down what you see. After this, some of it is gone."));
  await vi.waitFor(() => expect(text()).toContain("https://myaccount.google.com/signinoptions/password"));
  const yes = [...shown.root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(({ value }) => value === "yes");
  yes?.click();
  await vi.waitFor(() => expect(text()).toContain("Then plan it first with an abuse helpline"));
  // The answer holds for the next account too.
  shown.app.go("accounts");
  await shown.heading("Accounts");
  expect(text()).toContain("Then plan it first with an abuse helpline");
});

test("what was seen is kept in the entry, and a check can be taken back", async () => {
  const shown = await showList();
  const gmail = [...stateOf(shown).accounts.values()].find(({ service }) => service === "Gmail")?.id ?? "";
  shown.app.go("account", { account: gmail });
  await shown.heading("Account");
  const field = shown.root.querySelector("textarea");
  if (field === null) throw new Error("no field");
  field.value = "A phone in Lyon since Tuesday.";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.app.draft(`account-check:${gmail}:recorded`)).toBe(field.value));
  await new Promise(requestAnimationFrame);
  shown.button("It is written down").click();
  await vi.waitFor(() => expect(stateOf(shown).accounts.get(gmail)?.checks.recorded?.note).toBe("A phone in Lyon since Tuesday."));
  await vi.waitFor(() => expect(shown.button(/^Hide this: A passphrase/u).getAttribute("aria-expanded")).toBe("true"));
  shown.button(/^Show how: Write down/u).click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("A phone in Lyon since Tuesday."));
  shown.button("Take this back").click();
  await vi.waitFor(() => expect(stateOf(shown).accounts.get(gmail)?.checks.recorded).toBe(undefined));
});
