import { describe, expect, test, vi } from "vitest";
import { openedApp, PASSPHRASE } from "../app/test-app.ts";
import { show, showCase, showStarted } from "./support.ts";

const focused = (): string => document.activeElement?.textContent ?? "";

describe("the frame", () => {
  test("the title never says anything", async () => {
    const before = document.title;
    const { app, heading } = await showCase();
    for (const screen of ["case", "steps", "settings", "help"]) {
      app.go(screen);
      await heading(/\S/u);
      expect(document.title).toBe(before);
    }
  });

  test("neither the address nor the history changes", async () => {
    const { href } = location;
    const { length } = history;
    const { app, heading } = await showCase();
    app.go("case");
    await heading("Your case");
    app.go("step", { step: "ask-role", subject: "case" });
    await heading(/\S/u);
    expect([location.href, history.length]).toEqual([href, length]);
  });

  test("the heading of a new screen takes focus; the first screen does not", async () => {
    const { app, heading } = await showStarted();
    await heading("This is not your fault.");
    expect(document.activeElement).toBe(document.body);
    app.go("safe");
    await heading("Is this phone safe?");
    expect(focused()).toBe("Is this phone safe?");
    app.back();
    await heading("This is not your fault.");
    expect(focused()).toBe("This is not your fault.");
  });

  test("the keyboard reaches back, lock and Leave first, then the screen, then the four places", async () => {
    const { app, root, heading } = await showCase();
    app.go("case");
    await heading("Your case");
    app.go("answers");
    await heading("Your answers");
    const order = [...root.querySelectorAll<HTMLElement>("button, a, input, select, textarea, summary")]
      .filter((one) => one.tabIndex >= 0)
      .map((one) => one.getAttribute("aria-label") ?? one.textContent);
    expect(order.slice(0, 3)).toEqual(["Back: Case", "Lock", "Leave"]);
    expect(order.slice(-5)).toEqual(["Talk to someone now", "Now", "Case", "Timeline", "Share"]);
    expect(root.querySelectorAll("[tabindex]:not([tabindex='-1'])")).toHaveLength(0);
  });

  test("the place one is in is said", async () => {
    const { app, root, heading } = await showCase();
    app.go("answers");
    await heading("Your answers");
    expect([...root.querySelectorAll("[aria-current=page]")].map((one) => one.textContent)).toEqual(["Case"]);
  });

  test("locking covers at once and loads the page again", async () => {
    const shown = await showCase();
    await shown.heading("Next, one thing");
    shown.button("Lock").click();
    await vi.waitFor(() => expect(shown.asked).toEqual(["reload"]));
    expect(shown.root.textContent).not.toContain("Next, one thing");
    expect(shown.root.textContent).not.toContain("clipmirror");
  });

  test("a message is said in a region that was there before it", async () => {
    const { app, root, heading } = await showCase();
    await heading("Next, one thing");
    const region = root.querySelector("[role=status][aria-live=polite]");
    await app.act({ do: "open-case" });
    await vi.waitFor(() => expect(region?.textContent).toContain("This case is already open."));
    app.go("case");
    await heading("Your case");
    expect(region?.textContent).toBe("");
  });

  test("a screen that does not exist, or that this view may not show, leads home", async () => {
    const { app, heading } = await showCase();
    app.go("no-such-screen");
    await heading("Next, one thing");
    app.go("passphrase");
    await heading("Next, one thing");
    const locked = await showStarted({ passphrase: PASSPHRASE });
    locked.app.go("case");
    expect(await locked.heading("Locked")).toBeDefined();
  });

  test("theme, language and direction belong to the document", async () => {
    const { app, heading } = show(await openedApp());
    await heading(/\S/u);
    await app.saveSettings({ language: "xr", theme: "dark" });
    await vi.waitFor(() => expect(document.documentElement.dir).toBe("rtl"));
    expect(document.documentElement.lang).toBe("xr");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await app.saveSettings({ language: "en", theme: "system" });
    await vi.waitFor(() => expect(document.documentElement.dir).toBe("ltr"));
  });
});
