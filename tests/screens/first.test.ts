import { describe, expect, test, vi } from "vitest";
import { memoryVault } from "../app/memory-vault.ts";
import { PASSPHRASE, testApp } from "../app/test-app.ts";
import { show, showStarted, type Shown } from "./support.ts";

const type = (shown: Shown, label: string, text: string): void => {
  const id = [...shown.root.querySelectorAll("label")].find((one) => one.textContent === label)?.getAttribute("for") ?? "";
  const field = shown.root.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
  if (field === null) throw new Error(`no field ${label}`);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const choose = (shown: Shown, words: string): void => {
  const option = [...shown.root.querySelectorAll("label")].find((one) => one.textContent === words);
  if (option === undefined) throw new Error(`no option ${words}`);
  option.click();
};
const enabled = (shown: Shown, words: string): Promise<HTMLButtonElement> =>
  vi.waitFor(() => {
    const button = shown.button(words);
    expect(button.disabled).toBe(false);
    return button;
  });

/** From Welcome to the passphrase, with these answers; null skips. */
const toPassphrase = async (shown: Shown, answers: readonly (string | null)[]): Promise<void> => {
  await shown.heading("This is not your fault.");
  shown.button("Start").click();
  await shown.heading("Is this phone safe?");
  shown.button("I can use this phone").click();
  await shown.heading("Keep it on this device");
  shown.button("Go on without installing").click();
  for (const answer of answers) {
    await shown.heading(/\?$/u);
    const before = shown.root.querySelector("h1")?.textContent;
    if (answer === null) shown.button("Skip this").click();
    else {
      choose(shown, answer);
      (await enabled(shown, "Continue")).click();
    }
    await vi.waitFor(() => expect(shown.root.querySelector("h1")?.textContent).not.toBe(before));
  }
};

describe("from Welcome to an open case", () => {
  test("safety first, then three questions, then six words, then Now", async () => {
    const shown = await showStarted();
    await toPassphrase(shown, ["No", "No", "Pictures were posted or sent around"]);
    await shown.heading("Choose how it opens");
    const words = await vi.waitFor(() => {
      const found = [...shown.root.querySelectorAll(".word")].map((one) => one.textContent);
      expect(found).toHaveLength(6);
      return found;
    });
    expect(shown.root.textContent).toContain("Nobody can open this for you.");
    (await enabled(shown, "Use these words")).click();
    await shown.heading("Check that you have them");
    type(shown, "The six words", "something else");
    (await enabled(shown, "Make it and start")).click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("That is not quite it."));
    expect((await shown.vault.status()).vault).toBe("none");
    type(shown, "The six words", ` ${words.join("  ").toUpperCase()} `);
    (await enabled(shown, "Make it and start")).click();
    await shown.heading("Next, one thing");
    const { view } = shown.app.state();
    expect(view.at === "unlocked" ? view.state.facts : null).toEqual({ danger: "no", watched: "no", happened: "posted" });
    expect(await shown.vault.unlock(words.join(" "))).toMatchObject({ ok: true });
  });

  test.each(["Yes", "Not sure", null])(
    "a phone that may be watched (%s): a safer device is offered before anything is stored",
    async (watched) => {
      const shown = await showStarted();
      await toPassphrase(shown, ["Yes", watched, null]);
      await shown.heading("Use a safer device if you can");
      expect((await shown.vault.status()).vault).toBe("none");
      shown.button("Go on here anyway").click();
      await shown.heading("Choose how it opens");
    },
  );

  test("one's own passphrase: a weak one is not taken, a strong one is", async () => {
    const shown = await showStarted();
    await toPassphrase(shown, [null, "No", null]);
    await shown.heading("Choose how it opens");
    shown.button("Use my own instead").click();
    await shown.heading("Your own passphrase");
    type(shown, "Passphrase", "password1");
    type(shown, "Type it once more", "password1");
    await vi.waitFor(() => expect(shown.root.textContent).toContain("easy to guess"), 20_000);
    expect(shown.button("Make it and start").disabled).toBe(true);
    const strong = "tall quiet herons wade past seven";
    type(shown, "Passphrase", strong);
    type(shown, "Type it once more", "tall quiet herons wade past eight");
    await vi.waitFor(() => expect(shown.root.textContent).toContain("hard to guess"));
    expect(shown.root.textContent).toContain("The two are not the same.");
    expect(shown.button("Make it and start").disabled).toBe(true);
    type(shown, "Type it once more", strong);
    (await enabled(shown, "Make it and start")).click();
    await shown.heading("Next, one thing");
  });
});

describe("the locked page", () => {
  test("says nothing of the case; a wrong passphrase is told, the right one opens", async () => {
    const vault = memoryVault();
    await vault.create(PASSPHRASE);
    const shown = show(testApp({ vault: async () => vault }));
    await shown.app.start();
    await shown.heading("Locked");
    type(shown, "Passphrase", "not this one");
    (await enabled(shown, "Unlock")).click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("This passphrase does not open it. Check the words and their order."));
    type(shown, "Passphrase", PASSPHRASE);
    (await enabled(shown, "Unlock")).click();
    await shown.heading("Next, one thing");
  });

  test("after several wrong tries it says that the next one takes longer, and that nothing is lost", async () => {
    const shown = await showStarted({ passphrase: PASSPHRASE });
    await shown.heading("Locked");
    for (let i = 0; i < 3; i++) {
      expect(shown.root.textContent).not.toContain("takes longer");
      type(shown, "Passphrase", `not this one ${String(i)}`);
      (await enabled(shown, "Unlock")).click();
      await vi.waitFor(() => expect(shown.app.state().notice?.key).toBe("error.vault-wrong-passphrase"));
      await enabled(shown, "Unlock");
    }
    await vi.waitFor(() => expect(shown.root.textContent).toContain("Nothing is locked for good, and nothing is deleted."));
  });

  test("a newer version is named and taken only at the person's word", async () => {
    const taken: string[] = [];
    const shown = await showStarted({
      passphrase: PASSPHRASE,
      acceptUpdate: async (hash) => (taken.push(hash), { ok: true, value: null }),
    });
    await shown.heading("Locked");
    shown.app.offerUpdate({ version: "0.2.0", hash: "0123456789abcdef" });
    await vi.waitFor(() => expect(shown.root.textContent).toContain("0.2.0, build 0123456789ab"));
    expect(taken).toEqual([]);
    shown.button("Use the newer version").click();
    await vi.waitFor(() => expect(taken).toEqual(["0123456789abcdef"]));
  });

  test("the passphrase is hidden until asked for, and is no password field", async () => {
    const shown = await showStarted({ passphrase: PASSPHRASE });
    await shown.heading("Locked");
    const field = shown.root.querySelector("input");
    expect(field?.type).toBe("text");
    expect(field === null ? "" : getComputedStyle(field).getPropertyValue("-webkit-text-security")).toBe("disc");
    shown.button("Show").click();
    await vi.waitFor(() => expect(field === null ? "" : getComputedStyle(field).getPropertyValue("-webkit-text-security")).toBe("none"));
  });
});

test("missing parts: what is missing and what to do, and nothing to start", async () => {
  const shown = await showStarted({ missingParts: async () => ["webassembly", "indexeddb"] });
  await shown.heading("This browser lacks something we need");
  expect(shown.root.textContent).toContain("Lockdown Mode");
  expect(shown.root.textContent).toContain("In a private window");
  expect([...shown.root.querySelectorAll("button")].map((one) => one.textContent)).toEqual(["Leave", "Talk to someone now"]);
});

test("talk to someone: the first sentence, the country's lines with a date, and the finder elsewhere", async () => {
  const shown = await showStarted();
  shown.app.go("help");
  await shown.heading("Talk to someone now");
  expect(shown.root.textContent).toContain("If you might end your life, call now. The pictures can wait.");
  expect(shown.root.textContent).toContain("Find A Helpline");
  const country = shown.root.querySelector("select");
  if (country === null) throw new Error("no country");
  country.value = "GB";
  country.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect([...shown.root.querySelectorAll("a")].map((one) => one.getAttribute("href"))).toContain("tel:116123"));
  const lines = [...shown.root.querySelectorAll(".card")];
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.querySelector("summary")?.textContent).toMatch(/Last checked|No date is known/u);
});
