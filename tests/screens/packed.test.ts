import { afterEach, describe, expect, test } from "vitest";
import extortion from "../samples/extortion.eml?raw";
import type { Command } from "../../src/case/commands.ts";
import type { CaseState } from "../../src/case/state.ts";
import { withStore } from "../vault/support/harness.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { chatZip, keepItsPicture, shot } from "./packed-chat.ts";
import { faults, loudControls, show, type Shown } from "./support.ts";
import { choose, press, says } from "./tap.ts";

let open: RealApp | undefined;
afterEach(() => {
  open?.client.end();
  open = undefined;
});

const picture = "1".repeat(32);
const aged = (age: "adult" | "under18", id = picture, label = "blue room"): readonly Command[] => [
  { do: "add-picture", picture: id, label },
  { do: "answer-age", picture: id, age },
];
const stateOf = ({ app }: Shown): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};
const rows = ({ store }: RealApp): Promise<number> => withStore(store, async ({ names }) => (await names()).length);
const start = async (files: readonly File[], commands: readonly Command[]): Promise<Shown & RealApp> => {
  open = await realApp(commands, { pickFiles: async () => files });
  return { ...show(open), ...open };
};
const bringIn = async (shown: Shown): Promise<void> => {
  shown.app.go("add-message");
  await shown.heading("Add a message");
  shown.button("Choose a file").click();
  await shown.heading("What we read");
};

describe("a chat packed with its pictures", () => {
  test("has each of them offered by itself: one is kept with its questions, another is left", async () => {
    const shown = await start([await chatZip()], aged("adult"));
    await bringIn(shown);
    await says(shown, "2 more files are in the zip.");
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    expect(stateOf(shown).evidence.size).toBe(0);
    await says(shown, /IMG-20261119-WA0003\.jpg.*PTT-20261119-WA0004\.opus/u);
    for (const theme of ["light", "dark"]) {
      document.documentElement.dataset["theme"] = theme;
      expect(await faults(shown.root)).toEqual([]);
    }
    expect(loudControls(shown.root)).toEqual([]);
    await press(shown, "Not this one: PTT-20261119-WA0004.opus");
    await keepItsPicture(shown, "blue room");
    const [message] = stateOf(shown).messages.values();
    const [item, ...others] = stateOf(shown).evidence.values();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      name: "IMG-20261119-WA0003.jpg",
      type: "image/png",
      misnamed: true,
      role: "chat",
      about: [`message:${message?.id ?? ""}`],
      pictures: [picture],
      fileTime: null,
      capturedBy: "other",
      size: (await shot()).size,
    });
    expect([...shown.root.querySelectorAll(".pill")].map(({ textContent }) => textContent)).toEqual(["kept", "not kept"]);
    await press(shown, "Done");
    await shown.heading("Message");
    await says(shown, /2 files came with this chat.*Kept with it.*IMG-20261119-WA0003/su);
  });

  test("under 18: nothing but the text is offered or written", async () => {
    const shown = await start([await chatZip()], aged("under18"));
    await bringIn(shown);
    await says(shown, "2 attachments stay out.");
    await press(shown, "Keep it");
    await shown.heading("Message");
    expect(stateOf(shown).evidence.size).toBe(0);
  });

  test("a picture of somebody under 18 among them is refused before it is unpacked, and the others stay on offer", async () => {
    const other = "2".repeat(32);
    const shown = await start([await chatZip()], aged("adult"));
    await bringIn(shown);
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    for (const command of aged("under18", other, "school trip")) expect((await shown.app.send(command)).ok).toBe(true);
    const before = await rows(shown);
    await press(shown, "Keep: IMG-20261119-WA0003.jpg");
    await choose(shown, "school trip");
    await press(shown, "Continue");
    await shown.heading("No screenshot can be kept here");
    await press(shown, "Back");
    await shown.heading("Also in the zip");
    expect(stateOf(shown).evidence.size).toBe(0);
    expect(await rows(shown)).toBe(before);
    expect(shown.button("Keep: IMG-20261119-WA0003.jpg").disabled).toBe(false);
  });
});

describe("what does not fit among screenshots", () => {
  const toChooser = async (shown: Shown): Promise<void> => {
    shown.app.go("capture", { role: "other" });
    await shown.heading("Which picture is in this?");
    await choose(shown, /None of them/u);
    await press(shown, "Continue");
    await shown.heading("Another file");
  };

  test("a mail and a chat go among the messages when the person says so, and the rest goes on as files", async () => {
    const film = new File([new Uint8Array([0, 0, 0, 16]), "ftypisom", new Uint8Array(64)], "clip.mp4");
    const shown = await start([new File([extortion], "extortion.eml"), film, await chatZip()], aged("adult"));
    await toChooser(shown);
    await press(shown, "Choose a file");
    await shown.heading("These 2 fit under Messages");
    expect(await faults(shown.root)).toEqual([]);
    expect(stateOf(shown).messages.size).toBe(0);
    await press(shown, "Keep as a message: extortion.eml");
    await shown.heading("What we read");
    await press(shown, "Keep it");
    await shown.heading("These 2 fit under Messages");
    expect([...stateOf(shown).messages.values()]).toMatchObject([{ channel: "email" }]);
    await press(shown, /^Keep as a file: WhatsApp/u);
    await press(shown, "Go on with 2 files");
    await shown.heading("About these 2 files");
    await choose(shown, "I did");
    await press(shown, "Keep it");
    await shown.heading("The film is kept");
    expect([...stateOf(shown).evidence.values()].map(({ type }) => type)).toEqual(["video/mp4", "application/zip"]);
  });

  const paste = (text: string, files: readonly File[] = []): void => {
    const clipboardData = new DataTransfer();
    if (text !== "") clipboardData.setData("text/plain", text);
    for (const file of files) clipboardData.items.add(file);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  };

  test("words that are pasted go where they belong, and none is lost", async () => {
    const shown = await start([], aged("adult"));
    await toChooser(shown);
    paste("look: https://clipmirror.example/watch?v=1");
    await shown.heading("Add links");
    await says(shown, "The words you pasted wait under “Add links”.");
    expect(shown.root.querySelector("textarea")?.value).toBe("look: https://clipmirror.example/watch?v=1");
    await toChooser(shown);
    paste("pay or I send it to your mother");
    await shown.heading("Add a message");
    expect(shown.root.querySelector("textarea")?.value).toBe("pay or I send it to your mother");
    await toChooser(shown);
    paste("x".repeat(30_000));
    await says(shown, "These words are too many to paste.");
  });

  test("a picture that is pasted with an address beside it is taken in, and the address waits", async () => {
    const shown = await start([], aged("adult"));
    await toChooser(shown);
    paste("https://clipmirror.example/one.png", [new File([await shot()], "one.png", { type: "image/png" })]);
    await shown.heading("About this file");
    await says(shown, "The words you pasted wait under “Add links”.");
    expect(shown.app.draft("add-links")).toBe("https://clipmirror.example/one.png");
    await press(shown, "Choose another file");
    // A file from a folder brings its name along as words.
    paste("two.png", [new File([await shot()], "two.png", { type: "image/png" })]);
    await shown.heading("About this file");
    expect(shown.app.draft("message-text")).toBe("");
  });
});
