import { describe, expect, test, vi } from "vitest";
import { err, ok } from "../../src/lib/result.ts";
import type { Damage, Progress, Vault } from "../../src/vault/types.ts";
import { memoryVault } from "../app/memory-vault.ts";
import { PASSPHRASE, testApp } from "../app/test-app.ts";
import { withStore } from "../vault/support/harness.ts";
import { realApp } from "./real-vault.ts";
import { show, type Shown } from "./support.ts";

const checks = (shown: Shown) => {
  const { view } = shown.app.state();
  return view.at === "unlocked" ? view.state.checks : [];
};

describe("the check of everything stored", () => {
  /** An open case over a vault that answers the check as told. */
  const opened = async (checkIntegrity: Vault["checkIntegrity"]): Promise<Shown> => {
    const vault = { ...memoryVault(), checkIntegrity };
    const shown = show(testApp({ vault: async () => vault }));
    await shown.app.start();
    await shown.app.create(PASSPHRASE);
    shown.app.go("settings");
    await shown.heading("Settings");
    return shown;
  };
  const stopping =
    (asked: Progress[]): Vault["checkIntegrity"] =>
    async (_, onProgress) => {
      for (;;) {
        asked.push({ done: asked.length, total: 1_000 });
        if (onProgress?.({ done: 1, total: 3 }) === false) return err({ code: "vault-cancelled" });
        await new Promise(requestAnimationFrame);
      }
    };

  test("shows how far it is, and can be stopped: then nothing is kept", async () => {
    const asked: Progress[] = [];
    const shown = await opened(stopping(asked));
    shown.button("Check everything that is stored").click();
    const bar = await vi.waitFor(() => {
      const found = shown.root.querySelector("progress[max]");
      if (found === null) throw new Error("no progress yet");
      return found;
    });
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["1", "3"]);
    shown.button("Stop").click();
    await vi.waitFor(() => expect(shown.button("Check everything that is stored").disabled).toBe(false));
    expect(shown.root.textContent).toContain("It was stopped. Everything is as it was before.");
    expect(checks(shown)).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  test("names what is damaged in words, and the last result is still there with its date after coming back", async () => {
    const damage: readonly Damage[] = [
      { what: "segment", number: 2, why: "altered" },
      { what: "secret", number: 0, why: "missing" },
      { what: "secret", number: 1, why: "older" },
      { what: "orphan", number: 0, why: "unexpected" },
    ];
    const shown = await opened(async () => ok({ entries: 4, files: 2, damage }));
    shown.button("Check everything that is stored").click();
    const words = [
      "4 parts did not pass.",
      "Part 3 of what you have written down: it was changed, or is broken.",
      "The key that signs what you hand over: it is missing.",
      "PIN or secret number 1: it is an older copy.",
      "Something that belongs to nothing here: it should not be there.",
    ];
    await vi.waitFor(() => {
      for (const word of words) expect(shown.root.textContent).toContain(word);
    });
    expect(checks(shown)).toMatchObject([{ entries: 4, files: 2, damaged: 4, damage }]);
    shown.app.go("now");
    await shown.heading(/./u);
    shown.app.go("settings");
    await shown.heading("Settings");
    for (const word of ["Last checked: ", ...words]) expect(shown.root.textContent).toContain(word);
    expect(shown.root.querySelector(".when time")).not.toBeNull();
  });
});

test("in the real vault, a piece of a file that was taken out of the store is named on the screen and in the record", async () => {
  const real = await realApp([]);
  const shown = show(real);
  const { view } = shown.app.state();
  if (view.at !== "unlocked") throw new Error("no case");
  const kept = await (await shown.app.vault()).importFile(view.caseId, new Blob([new Uint8Array(1_500_000).fill(7)]));
  expect(kept.ok).toBe(true);
  const { store } = real;
  await withStore(store, async ({ names, get, remove }) => {
    for (const name of await names()) if (((await get(name))?.length ?? 0) > 1_000_000) await remove(name);
  });
  shown.app.go("settings");
  await shown.heading("Settings");
  shown.button("Check everything that is stored").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Piece 1 of a file: it is missing."));
  expect(checks(shown)).toMatchObject([{ damaged: 1, damage: [{ what: "chunk", number: 0, why: "missing" }] }]);
});
