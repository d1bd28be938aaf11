import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { ids } from "./sample.ts";
import { faults, show, showCase, showStarted, type Shown } from "./support.ts";
import { openedApp } from "../app/test-app.ts";

const tick = async ({ root }: Shown, words: string): Promise<void> => {
  const label = [...root.querySelectorAll("label")].find((one) => one.textContent.startsWith(words));
  if (label === undefined) throw new Error(`nothing to tick: ${words}`);
  await userEvent.click(label);
};
const text = ({ root }: Shown): HTMLTextAreaElement => {
  const area = root.querySelector("textarea");
  if (area === null) throw new Error("no text");
  return area;
};
const onward = async (shown: Shown, heading: string): Promise<void> => {
  shown.button("Continue").click();
  await shown.heading(heading);
};
/** The report of a link, at the page of ticks. */
const begun = async (way: string): Promise<Shown> => {
  const shown = await showCase();
  shown.app.go("report", { link: ids.linkB });
  await shown.heading("Which way?");
  await tick(shown, way);
  await onward(shown, "What the text may say");
  return shown;
};
const agreed = "I did not agree to it";
const old = "This is the text as you changed it before.";

test("a text that nobody changed is written anew from what was ticked since", async () => {
  const shown = await begun("Text for the site's own form");
  await onward(shown, "The text");
  expect(text(shown).value).not.toContain("did not agree");
  shown.button("Back").click();
  await shown.heading("What the text may say");
  await tick(shown, agreed);
  await onward(shown, "The text");
  expect(text(shown).value).toContain("did not agree");
  expect(shown.root.textContent).not.toContain(old);
});

test("a text that was changed stays as it is, says so, and can be written anew", async () => {
  const shown = await begun("Text for the site's own form");
  await onward(shown, "The text");
  await userEvent.fill(text(shown), "In my own words.");
  expect(shown.root.textContent).not.toContain(old);
  shown.button("Back").click();
  await shown.heading("What the text may say");
  await tick(shown, agreed);
  await onward(shown, "The text");
  expect(text(shown).value).toBe("In my own words.");
  expect(shown.root.textContent).toContain(old);
  expect(await faults(shown.root)).toEqual([]);
  shown.button("Write it anew from my answers").click();
  await vi.waitFor(() => expect(text(shown).value).toContain("did not agree"));
  expect(shown.root.textContent).not.toContain(old);
});

test("what a way asks for is said as what it is, before and after it is ticked", async () => {
  const shown = await begun("US TAKE IT DOWN Act");
  const asks = "people who know you could recognise you";
  expect(shown.root.textContent).toContain(`This way works only if${"it is nude, sexual or intimate"}${asks}`);
  await tick(shown, "It is nude, sexual or intimate");
  await vi.waitFor(() => expect(shown.root.textContent).toContain(`This way works only if${asks}`));
  await tick(shown, "People who know me could recognise me");
  await vi.waitFor(() => expect(shown.root.textContent).not.toContain("This way works only if"));
});

test("the made-up case says at once that it is not sealed", async () => {
  const shown = await showStarted();
  expect(await shown.app.openSample()).toBe(true);
  shown.app.go("share");
  await shown.heading("Who is it for?");
  await tick(shown, "A lawyer");
  await onward(shown, "A first page, if you want one");
  await onward(shown, "What goes in");
  expect(shown.root.textContent).toContain("There are no files in your case yet.");
  await onward(shown, "This is what they will see");
  await vi.waitFor(() => expect(shown.root.textContent).toContain("A made-up case is not sealed"));
  expect(() => shown.button("Seal it")).toThrow();
});

test("a sealing that breaks ends its bar and is said in one sentence", async () => {
  const made = await openedApp({ exporter: () => Promise.reject(new RangeError("case data")) });
  expect(await made.app.act({ do: "answer-fact", fact: "country", value: "GB" })).toBe(true);
  const shown = show(made);
  shown.app.go("share");
  await shown.heading("Who is it for?");
  await tick(shown, "A lawyer");
  await onward(shown, "A first page, if you want one");
  await onward(shown, "What goes in");
  await tick(shown, "Your answers to questions");
  await onward(shown, "This is what they will see");
  await vi.waitFor(() => shown.button("Seal it").click());
  await vi.waitFor(() => expect(shown.root.textContent).toContain("Something went wrong in the app."));
  expect(shown.root.querySelector("progress")).toBeNull();
  expect(shown.root.textContent).not.toContain("case data");
});
