import { describe, expect, test, vi } from "vitest";
import { showCase, type Shown } from "./support.ts";

const next = (shown: Shown): string => shown.root.querySelector(".large-head")?.textContent ?? "";
const becomes = (shown: Shown, other: string): Promise<void> => vi.waitFor(() => expect(next(shown)).not.toBe(other));

const open = async (...facts: readonly (readonly ["danger" | "watched" | "happened" | "extortion", string])[]): Promise<Shown> => {
  const shown = await showCase(facts.map(([fact, value]) => ({ do: "answer-fact", fact, value }) as const));
  await shown.heading("Next, one thing");
  return shown;
};
const calm = [
  ["danger", "no"],
  ["watched", "no"],
  ["happened", "posted"],
] as const;

describe("Now", () => {
  test("a question is asked right there; its answer is kept, the next thing comes and takes focus", async () => {
    const shown = await open(...calm);
    const first = next(shown);
    expect(first).toBe("Is anyone asking you for money, more pictures or anything else?");
    shown.root.querySelectorAll<HTMLElement>("label.option")[1]?.click();
    await vi.waitFor(() => expect(shown.button("Save").disabled).toBe(false));
    shown.button("Save").click();
    await becomes(shown, first);
    expect(document.activeElement?.textContent).toBe(next(shown));
    const { view } = shown.app.state();
    expect(view.at === "unlocked" && view.state.facts.extortion).toBe("no");
  });

  test("a skipped question is kept as skipped", async () => {
    const shown = await open(...calm);
    const first = next(shown);
    shown.button("Skip this question").click();
    await becomes(shown, first);
    const { view } = shown.app.state();
    expect(view.at === "unlocked" && view.state.facts.extortion).toBe(null);
  });

  test("a step that is only read shows how at once and is ticked in one tap", async () => {
    const shown = await open(["danger", "yes"], ["watched", "no"], ["happened", "posted"]);
    expect(next(shown)).toBe("Make a safety plan first");
    expect(shown.root.textContent).toContain("You need not cut contact today.");
    expect(shown.root.querySelectorAll(".card ol li").length).toBeGreaterThan(0);
    shown.button("I have a plan").click();
    await becomes(shown, "Make a safety plan first");
    const { view } = shown.app.state();
    expect(view.at === "unlocked" && view.state.steps.get("safety-plan|case")?.mark).toBe("done");
  });

  test("not now: something else comes, nothing is written, and it stays in reach", async () => {
    const shown = await open(["danger", "yes"], ["watched", "no"], ["happened", "posted"]);
    const appends = shown.vault.appends();
    const first = next(shown);
    shown.button("Not now").click();
    await becomes(shown, first);
    expect(shown.vault.appends()).toBe(appends);
    expect(shown.root.textContent).toContain("Put off for now");
    expect([...shown.root.querySelectorAll(".row-title")].map((one) => one.textContent)).toContain(first);
  });

  test("doesn't fit: a reason is asked, the step is set aside and can be taken up again", async () => {
    const shown = await open(["danger", "yes"], ["watched", "no"], ["happened", "posted"]);
    shown.button("Doesn’t fit").click();
    await shown.heading("Why doesn’t it fit?");
    expect(shown.button("Set it aside").disabled).toBe(true);
    [...shown.root.querySelectorAll<HTMLElement>("label.option")].find((one) => one.textContent === "Someone does it for me")?.click();
    await vi.waitFor(() => expect(shown.button("Set it aside").disabled).toBe(false));
    shown.button("Set it aside").click();
    await shown.heading("Next, one thing");
    expect(next(shown)).not.toBe("Make a safety plan first");
    shown.app.go("step", { step: "safety-plan", subject: "case" });
    await shown.heading("Make a safety plan first");
    expect(shown.root.textContent).toContain("You set this aside: Someone does it for me");
    shown.button("Take this up again").click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("I have a plan"));
  });

  test("what is unread or damaged is said", async () => {
    const shown = await showCase();
    const { view } = shown.app.state();
    if (view.at !== "unlocked") throw new Error("not unlocked");
    await shown.vault.append(view.caseId, view.size, [{ kind: "from.the-future.v9", body: {}, secrets: [] }], shown.app.now(), 0);
    await shown.app.openCase(view.caseId);
    await vi.waitFor(() => expect(shown.root.textContent).toContain("1 entry was written by a newer version"));
  });
});

describe("settings", () => {
  test("what is chosen is kept; an address for Leave must be https", async () => {
    const shown = await open(...calm);
    shown.app.go("settings");
    await shown.heading("Settings");
    const lock = shown.root.querySelector("select");
    if (lock === null) throw new Error("no select");
    lock.value = "15";
    lock.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(async () => expect((await shown.vault.status()).settings.lockAfterMinutes).toBe(15));
    const leave = shown.root.querySelector<HTMLInputElement>("input[dir=ltr]");
    if (leave === null) throw new Error("no field");
    leave.value = "javascript:alert(1)";
    leave.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await vi.waitFor(() => expect(shown.button("Save").disabled).toBe(true));
    expect(shown.root.textContent).toContain("not an address that starts with https://");
    leave.value = "https://weather.example/";
    leave.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await vi.waitFor(() => expect(shown.button("Save").disabled).toBe(false));
    shown.button("Save").click();
    await vi.waitFor(async () => expect((await shown.vault.status()).settings.leaveTo).toBe("https://weather.example/"));
  });

  test("everything stored can be checked, and the limit of that is said", async () => {
    const shown = await open(...calm);
    shown.app.go("settings");
    await shown.heading("Settings");
    shown.button("Check everything that is stored").click();
    await vi.waitFor(() => expect(shown.root.textContent).toContain("4 entries and 0 files checked."));
    expect(shown.root.textContent).toContain("cannot be seen from inside");
  });
});
