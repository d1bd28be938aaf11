import { expect, test, vi } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import type { Age } from "../../src/case/events.ts";
import { realApp } from "./real-vault.ts";
import { show, type Shown } from "./support.ts";

const picture = "1".repeat(32);
const commands = (age: Age, ...more: readonly Command[]): readonly Command[] => [
  { do: "add-picture", picture, label: "blue room" },
  { do: "answer-age", picture, age },
  ...more,
];

const open = async (...given: Parameters<typeof commands>): Promise<Shown & { readonly end: () => void }> => {
  const real = await realApp(commands(...given));
  const shown = show(real);
  shown.app.go("hash-service", { step: "hash-service", subject: `picture:${picture}`, picture });
  await shown.heading("Help sites spot copies");
  return { ...shown, end: real.client.end };
};

const type = (shown: Shown, label: string, text: string): void => {
  const field = [...shown.root.querySelectorAll("label")].find((one) => one.textContent === label)?.control;
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

test("StopNCII: number and PIN are kept in the real vault, the PIN only as a secret that a tap shows", async () => {
  const shown = await open("adult");
  expect(shown.root.textContent).toContain("StopNCII.org");
  expect(shown.root.textContent).toContain("https://report.stopncii.org/case/create");
  type(shown, "Case number", "40-211");
  type(shown, "PIN", "quiet-7391");
  await vi.waitFor(() => expect(shown.button("Keep it").disabled).toBe(false));
  shown.button("Keep it").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Kept here"));
  const { view } = shown.app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  const loaded = await (await shown.app.vault()).loadCase(view.caseId);
  if (!loaded.ok) throw new Error(loaded.error.code);
  const entry = loaded.value.entries.find(({ kind }) => kind === "hash.submitted.v1");
  expect(entry?.body).toMatchObject({ caseNumber: "40-211", pin: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/u) } });
  expect(JSON.stringify(loaded.value.entries)).not.toContain("quiet-7391");
  expect(shown.root.textContent).not.toContain("quiet-7391");
  shown.button("Show the PIN").click();
  await vi.waitFor(() => expect(shown.root.textContent).toContain("quiet-7391"));
  shown.button("Hide the PIN").click();
  await vi.waitFor(() => expect(shown.root.textContent).not.toContain("quiet-7391"));
  shown.end();
});

test("opening the service asks first", async () => {
  const shown = await open("adult");
  shown.button("Open the service").click();
  await vi.waitFor(() => expect(shown.root.querySelector("dialog")).not.toBe(null));
  expect(shown.asked.filter((what) => what.startsWith("open"))).toEqual([]);
  shown.end();
});

test("unknown age: no service is named, a hotline is", async () => {
  const shown = await open("unknown");
  expect(shown.root.textContent).toContain("Ask a hotline which service is right");
  expect(shown.root.textContent).not.toMatch(/StopNCII|Take It Down|Report Remove/u);
  expect(shown.root.querySelector("input")).toBe(null);
  shown.end();
});

test("under 18 in the UK: Report Remove, which says that it takes the picture", async () => {
  const facts: readonly Command[] = [
    { do: "answer-fact", fact: "minorNow", value: "yes" },
    { do: "answer-fact", fact: "country", value: "GB" },
  ];
  const shown = await open("under18", ...facts);
  expect(shown.root.textContent).toContain("Report Remove");
  expect(shown.root.textContent).toContain("Here the picture itself is sent");
  expect(shown.root.textContent).not.toContain("StopNCII");
  shown.end();
});
