import { expect, test, vi } from "vitest";
import { ids, sampleCommands } from "./sample.ts";
import { showCase } from "./support.ts";

test("a file that came in before the age was known leads to a hotline first, and then to erasing it", async () => {
  const shown = await showCase([...sampleCommands, { do: "answer-age", picture: ids.picture, age: "under18" }]);
  shown.app.go("now");
  await vi.waitFor(() => shown.button("See what is kept").click());
  await shown.heading("Kept before the age was known");
  const words = shown.root.querySelector("main")?.textContent ?? "";
  expect(words.indexOf("First: a hotline or a lawyer")).toBeGreaterThan(0);
  expect(words.indexOf("First: a hotline or a lawyer")).toBeLessThan(words.indexOf("Then: erase it here"));
  const [item] = shown.root.querySelectorAll<HTMLElement>("main .rows button, main .rows a");
  item?.click();
  await shown.heading("Erase this one?");
});
