import { expect, test, vi } from "vitest";
import { placesFrom } from "../../src/screens/settings-recovery.tsx";
import { recoveryWords } from "../app/memory-vault.ts";
import { PASSPHRASE } from "../app/test-app.ts";
import { showCase, showStarted, type Shown } from "./support.ts";

const type = (shown: Shown, label: string, text: string): void => {
  const id = [...shown.root.querySelectorAll("label")].find((one) => one.textContent === label)?.getAttribute("for") ?? "";
  const field = shown.root.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
  if (field === null) throw new Error(`no field ${label}`);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const press = async (shown: Shown, words: string): Promise<void> => {
  const button = await vi.waitFor(() => {
    const found = shown.button(words);
    expect(found.disabled).toBe(false);
    return found;
  });
  button.click();
};
const prove = async (shown: Shown, typed: string, action: string): Promise<void> => {
  type(shown, "Passphrase or recovery words", typed);
  await press(shown, action);
};
const said = (shown: Shown, words: string): Promise<void> => vi.waitFor(() => expect(shown.root.textContent).toContain(words));

test("a new passphrase is checked against the paper, then the old one is asked for; a wrong one changes nothing", async () => {
  const shown = await showCase([]);
  shown.app.go("settings");
  await shown.heading("Settings");
  shown.app.go("change-passphrase");
  await shown.heading("Change the passphrase");
  const words = await vi.waitFor(() => {
    const found = [...shown.root.querySelectorAll(".word")].map((one) => one.textContent);
    expect(found).toHaveLength(6);
    return found.join(" ");
  });
  await press(shown, "Use these words");
  await shown.heading("Check that you have them");
  type(shown, "The six words", "something else");
  await press(shown, "Continue");
  await said(shown, "That is not quite it.");
  type(shown, "The six words", words.toUpperCase());
  await press(shown, "Continue");
  await shown.heading("First, one that works now");
  await prove(shown, "not this one", "Change it");
  await said(shown, "This passphrase does not open it.");
  await prove(shown, PASSPHRASE, "Change it");
  await shown.heading("Settings");
  await said(shown, "From now on only the new passphrase works.");
  expect(await shown.vault.unlock(words)).toMatchObject({ ok: true });
});

test("twelve words: shown once, three asked back, added only then; named, and removed again", async () => {
  const shown = await showCase([]);
  shown.app.go("ways");
  await shown.heading("Ways to open this");
  await said(shown, "Only one way to open it");
  await press(shown, "Add recovery words");
  await shown.heading("Add recovery words");
  await said(shown, "Anyone who finds the paper can open everything.");
  await press(shown, "Show me the words");
  await vi.waitFor(() => expect([...shown.root.querySelectorAll(".word")].map((one) => one.textContent)).toEqual(recoveryWords));
  expect(shown.asked).not.toContain("print");
  await press(shown, "Print them");
  expect(shown.asked).toContain("print");
  await press(shown, "I have written them down");
  await shown.heading("Three words back");
  expect(shown.root.querySelectorAll(".word")).toHaveLength(0);
  const asked = [...shown.root.querySelectorAll("label")].map((one) => one.textContent);
  expect(new Set(asked).size).toBe(3);
  for (const label of asked) type(shown, label, "wrong");
  await press(shown, "Continue");
  await said(shown, "That is not quite it.");
  for (const label of asked) type(shown, label, ` ${(recoveryWords[Number(label.replace("Word ", "")) - 1] ?? "").toUpperCase()} `);
  await press(shown, "Continue");
  await shown.heading("First, one that works now");
  expect(await shown.vault.waysIn()).toMatchObject({ value: [{ kind: "passphrase" }] });
  await prove(shown, PASSPHRASE, "Add them");
  await shown.heading("Ways to open this");
  await said(shown, "From now on the twelve words open this too.");

  await press(shown, "Recovery words");
  await shown.heading("Recovery words");
  type(shown, "Name", "with my sister");
  await press(shown, "Save");
  await shown.heading("Ways to open this");
  await said(shown, "with my sister");
  expect(await shown.vault.waysIn()).toMatchObject({ value: [{ name: "" }, { name: "with my sister" }] });

  shown.app.go("way", { way: "1" });
  await press(shown, "Remove");
  await prove(shown, PASSPHRASE, "Remove it now");
  await said(shown, "Removed. It no longer opens anything here.");
  shown.app.go("way", { way: "0" });
  await said(shown, "This is the last passphrase or set of words");
  expect([...shown.root.querySelectorAll("button")].map((one) => one.textContent)).not.toContain("Remove");
});

const ticked = (shown: Shown): void => {
  const box = shown.root.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (box === null) throw new Error("nothing to tick");
  box.click();
};
const toPasskey = async (shown: Shown): Promise<void> => {
  shown.app.go("ways");
  await press(shown, "Add a passkey");
  await shown.heading("Add a passkey");
  await said(shown, "Someone who shares that account");
  expect(shown.button("Continue").disabled).toBe(true);
  ticked(shown);
  await press(shown, "Continue");
};

test("a passkey: who could use it is said first; after a slip the one that was made is used; it can be removed while the passphrase stays", async () => {
  const shown = await showCase([]);
  let made = 0;
  Object.assign(shown.app.device, { makePasskey: async () => (made++, { is: "ready", output: new Uint8Array(32).fill(7) }) });
  await toPasskey(shown);
  type(shown, "Its name", "thumb");
  await prove(shown, "not this one", "Make the passkey");
  await said(shown, "This passphrase does not open it.");
  await prove(shown, PASSPHRASE, "Make the passkey");
  await said(shown, "From now on the passkey opens this too.");
  expect(made).toBe(1);
  expect(await shown.vault.waysIn()).toMatchObject({ value: [{ kind: "passphrase" }, { kind: "passkey", name: "thumb" }] });
  await said(shown, "Only one way that lasts");
  shown.app.go("way", { way: "0" });
  await said(shown, "This is the last passphrase or set of words");
  shown.app.go("way", { way: "1" });
  await press(shown, "Remove");
  await said(shown, "It stays in this phone’s list of passkeys until you delete it there.");
});

test.each([
  ["unfit", "cannot make a key for this app"],
  ["cancelled", "No passkey was made."],
] as const)("a passkey that is %s adds nothing and is said", async (is, words) => {
  const shown = await showCase([]);
  Object.assign(shown.app.device, { makePasskey: async () => ({ is }) });
  await toPasskey(shown);
  await prove(shown, PASSPHRASE, "Make the passkey");
  await said(shown, words);
  expect(await shown.vault.waysIn()).toMatchObject({ value: [{ kind: "passphrase" }] });
});

test("the locked page offers a passkey wherever there are any, also when none was ever made, and says only that it opened nothing", async () => {
  const shown = await showStarted({ passphrase: PASSPHRASE });
  await shown.heading("Locked");
  await press(shown, "Use a passkey");
  await said(shown, "This passkey opens nothing here.");
  Object.assign(shown.app.device, { usePasskey: async () => ({ is: "cancelled" }) });
  await press(shown, "Use a passkey");
  await said(shown, "No passkey was used.");
});

test("a browser without passkeys is not offered any", async () => {
  const shown = await showCase([]);
  Object.assign(shown.app.device, { hasPasskeys: () => false });
  shown.app.go("ways");
  await shown.heading("Ways to open this");
  expect([...shown.root.querySelectorAll("button")].map((one) => one.textContent)).not.toContain("Add a passkey");
});

test("changing everything: what it does is said, a passphrase chosen or kept, the present one asked for; it can be stopped", async () => {
  const shown = await showCase([]);
  // Only the passphrase itself can be kept, so only that is asked for.
  const keep = async (typed: string): Promise<void> => {
    type(shown, "Your passphrase", typed);
    await press(shown, "Change everything now");
  };
  shown.app.go("ways");
  await shown.heading("Ways to open this");
  await said(shown, "If someone may have a copy, or what opens it");
  shown.app.go("change-everything");
  await shown.heading("Change everything");
  await said(shown, "can still read what was in it then");
  await press(shown, "Continue");
  await shown.heading("A new passphrase");
  await press(shown, "Keep the passphrase I have");
  await keep("not this one");
  await said(shown, "This passphrase does not open it.");
  const whole = shown.vault.changeEverything;
  const asked: unknown[] = [];
  Object.assign(shown.vault, {
    changeEverything: async (_: string, next: unknown) => {
      asked.push(next);
      return { ok: false, error: { code: "vault-damaged" } };
    },
  });
  await keep(PASSPHRASE);
  await said(shown, "so nothing was changed. Make a backup");
  expect(asked).toEqual([null]);
  Object.assign(shown.vault, { changeEverything: whole });
  await keep(PASSPHRASE);
  await shown.heading("Sealing everything anew");
  await vi.waitFor(() => expect(shown.root.querySelector("progress")?.value).toBe(1));
  await press(shown, "Stop");
  await said(shown, "It was stopped. Everything is as it was before.");
  // Going elsewhere stops it as well.
  await keep(PASSPHRASE);
  await shown.heading("Sealing everything anew");
  shown.app.go("settings");
  await shown.heading("Settings");
  await said(shown, "It was stopped. Everything is as it was before.");
  shown.app.go("change-everything");
  await press(shown, "Continue");
  await press(shown, "Keep the passphrase I have");
  await keep(PASSPHRASE);
  await vi.waitFor(() => expect(shown.root.querySelector("progress")?.value).toBe(1));
  shown.vault.finishChanging();
  await shown.heading("Settings");
  await said(shown, "Everything is sealed anew, and the old store is gone.");
});

test("the three places differ and follow from the id", () => {
  expect(placesFrom("000000000000000000000000", 12)).toEqual([0, 1, 2]);
  expect(placesFrom("0000000b0000000a00000009ffffffff", 12)).toEqual([9, 10, 11]);
  for (let i = 0; i < 50; i++) expect(new Set(placesFrom(crypto.randomUUID().replaceAll("-", ""), 12)).size).toBe(3);
});
