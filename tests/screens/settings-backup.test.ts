import { expect, test, vi } from "vitest";
import type { Backups } from "../../src/export/backup/types.ts";
import { err } from "../../src/lib/result.ts";
import { openedApp, PASSPHRASE } from "../app/test-app.ts";
import { ids, link, picture } from "../case/given.ts";
import { show } from "./support.ts";

const notProvided = (): never => {
  throw new Error("this test did not provide that");
};

test("whoever leaves while a backup is made ends it, so that no age is answered behind its back", async () => {
  let asked = 0;
  let end = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    end = resolve;
  });
  const backups: Backups = {
    make: async () => {
      asked++;
      await stopped;
      return err({ code: "stopped" });
    },
    stop: async () => end(),
    checkAddress: notProvided,
    open: notProvided,
    entries: notProvided,
    start: notProvided,
    restore: notProvided,
    copyOf: notProvided,
    merge: notProvided,
    close: notProvided,
  };
  const shown = show(await openedApp({ backups: async () => backups }));
  await shown.heading(/./u);
  shown.app.go("backup");
  await shown.heading("Backup");
  await vi.waitFor(() => expect(shown.button("Make a backup").disabled).toBe(false), 20_000);
  shown.button("Make a backup").click();
  await shown.heading("Six words for this backup");
  await vi.waitFor(() => expect(shown.button("Use these words").disabled).toBe(false), 20_000);
  shown.button("Use these words").click();
  const input = await vi.waitFor(() => {
    const found = shown.root.querySelector("input");
    if (found === null) throw new Error("no field yet");
    return found;
  }, 20_000);
  input.value = PASSPHRASE;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.button("Make the file").disabled).toBe(false), 20_000);
  shown.button("Make the file").click();
  await vi.waitFor(() => expect(asked).toBe(1), 20_000);
  shown.app.back();
  await stopped;
  expect(shown.app.state().notice).toBeNull();
});

const refusing: Backups = {
  checkAddress: async () => err({ code: "backup-bad-address" }),
  make: notProvided,
  stop: notProvided,
  open: notProvided,
  entries: notProvided,
  start: notProvided,
  restore: notProvided,
  copyOf: notProvided,
  merge: notProvided,
  close: notProvided,
};

test("a backup for somebody else's key: the rule for links and the address are looked at before the file is made, and what was typed stays", async () => {
  const made = await openedApp({ backups: async () => refusing });
  await made.app.actAll([...picture(ids.adult, "under18"), link(ids.link, [ids.adult])]);
  const shown = show(made);
  await shown.heading(/./u);
  shown.app.go("backup");
  await shown.heading("Backup");
  await vi.waitFor(() => expect(shown.button("Lock it for a helper’s key instead").disabled).toBe(false), 20_000);
  shown.button("Lock it for a helper’s key instead").click();
  await shown.heading("For a helper’s key");
  const field = shown.root.querySelector<HTMLInputElement>("input[inputmode=url]");
  const [friend, , lawyer] = shown.root.querySelectorAll<HTMLInputElement>("input[type=radio]");
  if (field === null || friend === undefined || lawyer === undefined) throw new Error("no fields");
  field.value = "age1typo";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  expect(shown.button("Make the file").disabled).toBe(true);
  friend.click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("goes only to police, a hotline or a lawyer"), 20_000);
  expect(shown.button("Make the file").disabled).toBe(true);
  lawyer.click();
  await vi.waitFor(() => expect(shown.button("Make the file").disabled).toBe(false), 20_000);
  shown.button("Make the file").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("This is not an address that begins with age1"), 20_000);
  expect([field.isConnected, field.value]).toEqual([true, "age1typo"]);
});

test.each([
  ["# created: 2026-11-29T10:00:00Z\n# public key: age1qqqq\nAGE-SECRET-KEY-1ABC\n", "AGE-SECRET-KEY-1ABC"],
  ["  age-secret-key-1abc ", "age-secret-key-1abc"],
  ["Abacus, abdomen", "abacus-abdomen"],
])("what is typed where the words go: %j", async (text, typed) => {
  const asked: string[] = [];
  const opening: Backups = {
    ...refusing,
    open: async (_, key) => {
      asked.push(key);
      return err({ code: "stopped" });
    },
    close: async () => undefined,
  };
  const { device } = (await openedApp()).app;
  const shown = show(
    await openedApp({ backups: async () => opening, device: { ...device, pickFiles: async () => [new File(["x"], "x.age")] } }),
  );
  await shown.heading(/./u);
  shown.app.go("restore");
  await shown.heading("I have a backup");
  shown.button("Choose the backup").click();
  const input = await vi.waitFor(() => {
    const found = shown.root.querySelector("input");
    if (found === null) throw new Error("no field yet");
    return found;
  }, 20_000);
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.button("Open it").disabled).toBe(false), 20_000);
  shown.button("Open it").click();
  await vi.waitFor(() => expect(asked).toEqual([typed]), 20_000);
});
