import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import contentUrl from "../samples/content-page.png?url";
import noAddressUrl from "../samples/no-address-bar.png?url";
import threatUrl from "../samples/threat-chat.png?url";
import type { Command } from "../../src/case/commands.ts";
import type { Age } from "../../src/case/events.ts";
import type { CaseState } from "../../src/case/state.ts";
import { takeIn } from "../../src/app/intake.ts";
import { hex } from "../../src/lib/bytes.ts";
import { withStore } from "../vault/support/harness.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { ids, sampleCommands } from "./sample.ts";
import { show } from "./support.ts";
import { choose, press } from "./tap.ts";

let open: RealApp | undefined;
afterEach(() => {
  open?.client.end();
  open = undefined;
});

const fileOf = async (url: string, name: string): Promise<File> => new File([await (await fetch(url)).arrayBuffer()], name);
const stateOf = ({ app }: RealApp): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
/** Everything but the sample's own evidence, so that the real files are the only ones. */
const commands = (age: Age | null) =>
  sampleCommands
    .filter((command) => command.do !== "add-evidence")
    .flatMap((command): readonly Command[] => (command.do !== "answer-age" ? [command] : age === null ? [] : [{ ...command, age }]));
const rowsOf = (made: RealApp): Promise<number> => withStore(made.store, async ({ names }) => (await names()).length);

const start = async (age: Age | null, files: readonly File[]): Promise<RealApp> => {
  open = await realApp(commands(age), { pickFiles: async () => files });
  return open;
};
describe("a screenshot of a page", () => {
  test("comes in after the age is known, hashed as it is, and is covered until tapped", async () => {
    const file = await fileOf(contentUrl, "content-page.png");
    const made = await start("adult", [file]);
    const shown = { ...show(made), ...made };
    shown.app.go("capture", { link: ids.linkB, step: "capture-more", subject: `link:${ids.linkB}` });
    await shown.heading("Which picture is in this?");
    await choose(shown, "blue room");
    if (shown.root.querySelector<HTMLInputElement>("input:checked") === null) await choose(shown, "blue room");
    await press(shown, "Continue");
    await shown.heading("The page with the picture");
    await press(shown, "Add the screenshot");
    await shown.heading("About this file");
    await choose(shown, "I did");
    await press(shown, "Keep it");
    await shown.heading("Your screenshot");
    const [item] = stateOf(made).evidence.values();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    expect(item).toMatchObject({
      sha256: hex(digest),
      size: file.size,
      type: "image/png",
      role: "content",
      about: [`link:${ids.linkB}`],
      pictures: [ids.picture],
      capturedAt: null,
      capturedBy: "person",
      came: "import",
      questions: null,
    });
    expect(shown.root.querySelector("canvas")).toBe(null);
    expect(shown.root.textContent).toContain("The first copy is still elsewhere");
    shown.button(/Covered · PNG/u).click();
    await vi.waitFor(() => expect(shown.root.querySelector("canvas")?.width ?? 0).toBeGreaterThan(300));
    shown.app.go("links");
    await shown.heading("Links");
    shown.app.back();
    await shown.heading("Your screenshot");
    expect(shown.root.querySelector("canvas")).toBe(null);
  });

  test("without an address gets the advice to take it again, and is kept all the same", async () => {
    const made = await start("adult", [await fileOf(noAddressUrl, "no-address-bar.png")]);
    const shown = { ...show(made), ...made };
    shown.app.go("capture", { site: "clipmirror.example", step: "capture-content", subject: "site:clipmirror.example" });
    await shown.heading("Which picture is in this?");
    await press(shown, "Continue");
    await press(shown, "Add the screenshot");
    await shown.heading("About this file");
    await choose(shown, "A helper");
    await press(shown, "Keep it");
    await shown.heading("Your screenshot");
    expect(shown.root.querySelectorAll("input:checked")).toHaveLength(0);
    expect(shown.button("Save").disabled).toBe(true);
    const options = [...shown.root.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    for (const [i, value] of ["no", "cant-tell", "yes"].entries()) {
      const option = options.filter((one) => one.value === value)[i];
      if (option === undefined) throw new Error(`no option ${value}`);
      await userEvent.click(option.closest("label") ?? option);
    }
    await press(shown, "Save");
    await vi.waitFor(() => expect(shown.root.textContent).toContain("Take it again, if you can"));
    const [item] = stateOf(made).evidence.values();
    expect(item).toMatchObject({ capturedBy: "helper", questions: { address: "no", date: "cant-tell", uploader: "yes" } });
    await press(shown, "Add a new one");
    await shown.heading("Which picture is in this?");
  });
});

describe("the age rules", () => {
  test.each([
    ["under18", "media-under-18"],
    ["unknown", "media-age-unknown"],
    [null, "media-age-unknown"],
  ] as const)("%s: a file is refused before a byte is written", async (age, code) => {
    const file = await fileOf(threatUrl, "threat-chat.png");
    const made = await start(age, []);
    const before = await rowsOf(made);
    const imports = vi.spyOn(made.client.vault, "importFile");
    const claims = { role: "chat", about: ["case"], pictures: [], capturedAt: null, capturedBy: "person", came: "import" } as const;
    expect(await takeIn(made.app, file, claims, () => undefined)).toEqual({ ok: false, error: { code } });
    expect(imports).not.toHaveBeenCalled();
    expect(await rowsOf(made)).toBe(before);
    expect(stateOf(made).evidence.size).toBe(0);
  });

  test("adult: the threatening chat is kept, and shows none of the pictures", async () => {
    const file = await fileOf(threatUrl, "threat-chat.png");
    const made = await start("adult", [file]);
    const shown = { ...show(made), ...made };
    shown.app.go("capture", { role: "chat" });
    await shown.heading("Which picture is in this?");
    await choose(shown, /None of them/u);
    await press(shown, "Continue");
    await shown.heading("A chat");
    await press(shown, "Add the screenshot");
    await choose(shown, "I did");
    await press(shown, "Keep it");
    await shown.heading("Your screenshot");
    const [item] = stateOf(made).evidence.values();
    expect(item).toMatchObject({ role: "chat", pictures: [], about: ["case"], name: "threat-chat.png" });
    expect(shown.root.textContent).not.toContain("Can you see the page’s address?");
  });

  test("a file that is there already is dropped again, and the vault holds one copy", async () => {
    const file = await fileOf(contentUrl, "content-page.png");
    const made = await start("adult", []);
    const claims = {
      role: "content",
      about: ["case"],
      pictures: [ids.picture],
      capturedAt: null,
      capturedBy: "person",
      came: "drop",
    } as const;
    const empty = await rowsOf(made);
    expect((await takeIn(made.app, file, claims, () => undefined)).ok).toBe(true);
    const before = await rowsOf(made);
    expect(before).toBeGreaterThan(empty);
    expect(await takeIn(made.app, new File([file], "copy.png"), claims, () => undefined)).toEqual({
      ok: false,
      error: { code: "evidence-already-there" },
    });
    expect(await rowsOf(made)).toBe(before);
  });

  test("under 18: no file can be chosen, nothing is opened, and a hotline is named", async () => {
    const made = await start("under18", []);
    const shown = { ...show(made), ...made };
    shown.app.go("capture", { link: ids.linkA });
    await shown.heading("Which picture is in this?");
    await press(shown, "Continue");
    await shown.heading("No screenshot can be kept here");
    expect(shown.root.querySelector(".drop")).toBe(null);
    shown.app.go("link", { link: ids.linkA });
    await shown.heading("clipmirror.example");
    expect(shown.root.textContent).toContain("Do not open it. A hotline can check.");
    expect([...shown.root.querySelectorAll("button")].map((b) => b.textContent)).not.toContain("Open it");
  });

  test("an age that is corrected later covers what is kept for good", async () => {
    const file = await fileOf(contentUrl, "content-page.png");
    const made = await start("adult", []);
    const claims = {
      role: "content",
      about: ["case"],
      pictures: [ids.picture],
      capturedAt: null,
      capturedBy: "person",
      came: "drop",
    } as const;
    const taken = await takeIn(made.app, file, claims, () => undefined);
    if (!taken.ok) throw new Error("not taken");
    await made.app.send({ do: "answer-age", picture: ids.picture, age: "under18" });
    const shown = { ...show(made), ...made };
    shown.app.go("picture", { evidence: taken.value });
    await shown.heading("Page with the picture");
    expect(shown.root.textContent).toContain("This is not shown");
    expect(shown.root.querySelector(".covered")).toBe(null);
  });
});
