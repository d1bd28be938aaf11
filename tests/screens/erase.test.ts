import { expect, test, vi } from "vitest";
import { ids } from "./sample.ts";
import { showCase, type Shown } from "./support.ts";

const press = async (shown: Shown, words: string | RegExp): Promise<void> => {
  const button = await vi.waitFor(() => {
    const found = shown.button(words);
    expect(found.disabled).toBe(false);
    return found;
  });
  button.click();
};
const sure = (shown: Shown): void => {
  const tick = [...shown.root.querySelectorAll("label")].find((one) => one.textContent === "I know that this cannot be brought back");
  if (tick === undefined) throw new Error("no tick");
  tick.click();
};
const evidenceOf = (shown: Shown): ReadonlySet<string> => {
  const { view } = shown.app.state();
  return new Set(view.at === "unlocked" ? view.state.evidence.keys() : []);
};

test("one file: what is lost and what stays is said, and without the tick nothing happens", async () => {
  const shown = await showCase();
  const { view } = shown.app.state();
  const [id = ""] = evidenceOf(shown);
  const name = view.at === "unlocked" ? (view.state.evidence.get(id)?.name ?? "") : "";
  shown.app.go("erase");
  await shown.heading("Erase");
  await press(shown, /^One file or message/u);
  await shown.heading("One file or message");
  await press(shown, new RegExp(name.replaceAll(".", String.raw`\.`), "u"));
  await shown.heading("Erase this one?");
  expect(shown.root.textContent).toContain("What is lost");
  expect(shown.root.textContent).toContain("What this does not erase");
  expect(shown.button("Erase it").disabled).toBe(true);
  expect(evidenceOf(shown)).toContain(id);
  sure(shown);
  await press(shown, "Erase it");
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Erased. Its place in the timeline stays."));
  expect(evidenceOf(shown)).not.toContain(id);
});

test("a case: it is gone from the vault, and the page locks", async () => {
  const shown = await showCase();
  const { view } = shown.app.state();
  const caseId = view.at === "unlocked" ? view.caseId : "";
  expect(shown.vault.entries(caseId).length).toBeGreaterThan(5);
  shown.app.go("erase-case", ids);
  await shown.heading("Erase this case?");
  sure(shown);
  await press(shown, "Erase it");
  await vi.waitFor(() => expect(shown.asked).toContain("reload"));
  expect(shown.vault.entries(caseId)).toEqual([]);
});

test("everything: also what another passphrase opens is named; then the page starts anew", async () => {
  const shown = await showCase();
  shown.app.go("erase-all");
  await shown.heading("Erase everything here?");
  expect(shown.root.textContent).toContain("also what another passphrase opens");
  sure(shown);
  await press(shown, "Erase everything");
  await vi.waitFor(() => expect(shown.asked).toContain("reload"));
  expect((await shown.vault.status()).vault).toBe("none");
});
