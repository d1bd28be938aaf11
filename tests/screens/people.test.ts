import { expect, test, vi } from "vitest";
import { ids } from "./sample.ts";
import { showCase, type Shown } from "./support.ts";

const stateOf = ({ app }: Shown) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

test("a trusted person is noted, with what to think of before telling, and marked as told", async () => {
  const shown = await showCase();
  shown.app.go("people", { step: "tell-trusted-person", subject: "case" });
  await shown.heading("People you trust");
  expect(shown.root.textContent).toContain("will not tell the person, or your family if that is not safe");
  expect(shown.root.textContent).toContain("some people must report this by law");
  const [name] = shown.root.querySelectorAll<HTMLInputElement>('input[type="text"]');
  if (name === undefined) throw new Error("no field");
  expect(shown.button("Keep").disabled).toBe(true);
  name.value = "Mira Ilić";
  name.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.button("Keep").disabled).toBe(false));
  shown.button("Keep").click();
  await vi.waitFor(() => expect(stateOf(shown).people.size).toBe(2));
  shown.app.go("person", { person: ids.person });
  await shown.heading("Someone you trust");
  shown.button("I have told them").click();
  await vi.waitFor(() => expect(stateOf(shown).people.get(ids.person)?.told).toBe(true));
  expect(shown.root.textContent).toContain("Told");
});

test("closing erases nothing, says what to keep, and can be undone", async () => {
  const shown = await showCase();
  shown.app.go("close-case");
  await shown.heading("Close this case");
  expect(shown.root.textContent).toContain("ask a hotline or a lawyer before you delete anything");
  const before = stateOf(shown);
  const field = shown.root.querySelector("textarea");
  if (field === null) throw new Error("no field");
  field.value = "A sealed copy with my lawyer.";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await vi.waitFor(() => expect(shown.app.draft("close-kept")).toBe(field.value));
  await new Promise(requestAnimationFrame);
  shown.button("Close the case").click();
  await vi.waitFor(() => expect(stateOf(shown).closed).toBe(true));
  expect(stateOf(shown).links.size).toBe(before.links.size);
  const { view } = shown.app.state();
  expect(view.at === "unlocked" && shown.vault.entries(view.caseId).at(-1)).toMatchObject({
    kind: "case.closed.v1",
    body: { kept: "A sealed copy with my lawyer." },
  });
  shown.app.go("close-case");
  await shown.heading("Close this case");
  expect(shown.root.textContent).toContain("This case is closed");
});
