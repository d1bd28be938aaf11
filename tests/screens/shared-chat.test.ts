import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import extortion from "../samples/extortion.eml?raw";
import type { Command } from "../../src/case/commands.ts";
import type { CaseState } from "../../src/case/state.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { sameBytes } from "../../src/lib/bytes.ts";
import { send } from "../vault/support/share.ts";
import { must, withStore } from "../vault/support/harness.ts";
import { chatZip, keepItsPicture, shot, zipOf } from "./packed-chat.ts";
import { realApp, type RealApp } from "./real-vault.ts";
import { show, type Shown } from "./support.ts";
import { choose, press, says } from "./tap.ts";

beforeAll(cryptoReady);
let open: RealApp | undefined;
afterEach(() => {
  open?.client.end();
  open = undefined;
});

const [picture, other] = ["1".repeat(32), "2".repeat(32)];
const named: Command = { do: "add-picture", picture, label: "blue room" };
const aged = (age: "adult" | "under18" | "unknown", of = picture): Command => ({ do: "answer-age", picture: of, age });
const stateOf = ({ app }: Shown): CaseState => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

/** A case whose inbox got this file while nobody looked, and the screen of what waits. */
const start = async (file: File, commands: readonly Command[]): Promise<Shown & RealApp> => {
  open = await realApp(commands);
  const { vault } = open.client;
  must(await vault.switchInbox(true));
  expect(await send(open.store, file.name, new Uint8Array(await file.arrayBuffer()), file.type)).toBe(true);
  const shown = { ...show(open), ...open };
  await toInbox(shown);
  return shown;
};
const toInbox = async (shown: Shown): Promise<void> => {
  shown.app.go("inbox");
  await shown.heading("Shared to Daybook");
};
const waiting = async ({ client }: RealApp): Promise<number> => must(await client.vault.inbox()).items.length;
const openZip = async (shown: Shown): Promise<void> => {
  await vi.waitFor(() => shown.button(/^Zip: a chat, or files/u).click());
};

describe("the zip of a chat that was shared", () => {
  test("is read as a chat, and what is packed with it is asked about one by one, out of the inbox itself", async () => {
    const shown = await start(await chatZip(), [named, aged("adult")]);
    await openZip(shown);
    await shown.heading("What we read");
    await says(shown, "2 more files are in the zip.");
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    await says(shown, "The zip waits, sealed, until each of these is kept or not.");
    expect([...stateOf(shown).messages.values()]).toMatchObject([{ channel: "whatsapp" }]);
    expect(await waiting(shown)).toBe(1);
    await keepItsPicture(shown, "blue room");
    const [item, ...others] = stateOf(shown).evidence.values();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ name: "IMG-20261119-WA0003.jpg", type: "image/png", role: "chat", came: "share", pictures: [picture] });
    const { view } = shown.app.state();
    const kept = must(await shown.client.vault.readFile(view.at === "unlocked" ? view.caseId : "", item?.file ?? ""));
    expect(sameBytes(new Uint8Array(kept), new Uint8Array(await (await shot()).arrayBuffer()))).toBe(true);
    // What was chosen is filed; the rest can still be asked about.
    expect(await waiting(shown)).toBe(1);
    await press(shown, "Not this one: PTT-20261119-WA0004.opus");
    await press(shown, "Done");
    await shown.heading("Message");
    await vi.waitFor(async () => expect(await waiting(shown)).toBe(0));
  });

  test("does not go while anything in it is undecided, also where the age of one turns out not to be known", async () => {
    const shown = await start(await chatZip(), [
      named,
      aged("adult"),
      { do: "add-picture", picture: other, label: "school trip" },
      aged("adult", other),
    ]);
    await openZip(shown);
    await shown.heading("What we read");
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    await press(shown, "Not this one: PTT-20261119-WA0004.opus");
    expect((await shown.app.send(aged("under18", other))).ok).toBe(true);
    await press(shown, "Keep: IMG-20261119-WA0003.jpg");
    await choose(shown, "school trip");
    await press(shown, "Continue");
    await shown.heading("No screenshot can be kept here");
    await press(shown, "Back");
    await shown.heading("Also in the zip");
    await press(shown, "Done");
    await shown.heading("Message");
    expect(stateOf(shown).evidence.size).toBe(0);
    await toInbox(shown);
    expect(await waiting(shown)).toBe(1);
    // Nor is it thrown away by deciding against what may not be kept.
    expect((await shown.app.send(aged("adult", other))).ok).toBe(true);
    await openZip(shown);
    await shown.heading("What we read");
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    expect((await shown.app.send(aged("unknown", other))).ok).toBe(true);
    await press(shown, "Not this one: IMG-20261119-WA0003.jpg");
    await press(shown, "Not this one: PTT-20261119-WA0004.opus");
    await press(shown, "Done");
    await shown.heading("Message");
    await toInbox(shown);
    expect(await waiting(shown)).toBe(1);
  });

  test("while an age is not known its text is kept and the zip stays sealed; later the rest is offered", async () => {
    const shown = await start(await chatZip(), [named, aged("unknown")]);
    await openZip(shown);
    await shown.heading("What we read");
    await says(shown, "2 attachments stay out.");
    await says(shown, "What was shared stays where it waits, sealed.");
    await press(shown, "Keep it");
    await shown.heading("Message");
    expect(stateOf(shown).evidence.size).toBe(0);
    expect(await waiting(shown)).toBe(1);
    expect((await shown.app.send(aged("adult"))).ok).toBe(true);
    await toInbox(shown);
    await openZip(shown);
    await shown.heading("What we read");
    await press(shown, "Keep it");
    await shown.heading("Also in the zip");
    expect(stateOf(shown).messages.size).toBe(1);
    await press(shown, "Not this one: IMG-20261119-WA0003.jpg");
    await press(shown, "Not this one: PTT-20261119-WA0004.opus");
    await press(shown, "Done");
    await vi.waitFor(async () => expect(await waiting(shown)).toBe(0));
  });

  test("under 18 the text alone is kept, and the zip stays sealed until the person throws it away", async () => {
    const shown = await start(await chatZip(), [named, aged("under18")]);
    await openZip(shown);
    await shown.heading("What we read");
    await says(shown, "2 attachments stay out.");
    await says(shown, "Ask police or a hotline before you throw it away.");
    await press(shown, "Keep it");
    await shown.heading("Message");
    expect(stateOf(shown).evidence.size).toBe(0);
    await toInbox(shown);
    expect(await waiting(shown)).toBe(1);
  });

  test("is left as it is on the way back, and nothing else that is kept meanwhile takes it along", async () => {
    const shown = await start(await chatZip(), [named, aged("adult")]);
    await openZip(shown);
    await shown.heading("What we read");
    await press(shown, "Back");
    await shown.heading("Shared to Daybook");
    shown.app.go("add-message");
    await shown.heading("Add a message");
    expect(stateOf(shown).messages.size).toBe(0);
    expect(await waiting(shown)).toBe(1);
  });

  test("does not call the person back who went on before it was read", async () => {
    const shown = await start(await zipOf("photos.zip", [["one.png", await shot()]]), [named, aged("adult")]);
    const { shared } = shown.app;
    const asked = Promise.withResolvers<undefined>();
    const answered = Promise.withResolvers<undefined>();
    vi.spyOn(shown.app, "shared").mockImplementation(async () => {
      const reader = await shared();
      return {
        ...reader,
        readChatZip: async (item, refuse) => {
          asked.resolve(undefined);
          const read = await reader.readChatZip(item, refuse);
          queueMicrotask(() => answered.resolve(undefined));
          return read;
        },
      };
    });
    await openZip(shown);
    await asked.promise;
    shown.app.go("timeline");
    await answered.promise;
    await shown.heading("Timeline");
    expect(shown.app.state().route.screen).toBe("timeline");
  });

  test("is not taken for another file where a piece of it is lost: that is said, and it stays", async () => {
    const shown = await start(await chatZip(), [named, aged("adult")]);
    await withStore(shown.store, async ({ names, get, put }) => {
      // Nothing else in this store is so large as the zip.
      for (const name of await names()) {
        const row = await get(name);
        if (row !== undefined && row.length > 30_000)
          await put(
            name,
            row.map((byte, i) => (i === 20_000 ? byte ^ 1 : byte)),
          );
      }
    });
    await openZip(shown);
    await says(shown, "A part of the store does not pass its check.");
    await shown.heading("Shared to Daybook");
    expect(stateOf(shown).messages.size).toBe(0);
  });

  test("can be kept as a file instead", async () => {
    const shown = await start(await chatZip(), [named, aged("adult")]);
    await openZip(shown);
    await shown.heading("What we read");
    await press(shown, "Keep as a file");
    await shown.heading("Which picture is in this?");
    expect(stateOf(shown).messages.size).toBe(0);
    expect(await waiting(shown)).toBe(1);
  });
});

test("a mail stays as well where an age is not known, is kept once however often, and goes once it could be kept whole", async () => {
  const shown = await start(new File([extortion], "letter.eml", { type: "message/rfc822" }), [named, aged("unknown")]);
  await says(shown, "Ask a hotline first.");
  for (const words of ["Kept.", "This message is in your case already."]) {
    await vi.waitFor(() => shown.button(/^Mail/u).click());
    await shown.heading("What we read");
    await says(shown, "What was shared stays where it waits, sealed.");
    await press(shown, "Keep it");
    await shown.heading("Message");
    await says(shown, words);
    expect(stateOf(shown).messages.size).toBe(1);
    expect(await waiting(shown)).toBe(1);
    await toInbox(shown);
  }
  expect((await shown.app.send(aged("adult"))).ok).toBe(true);
  await vi.waitFor(() => shown.button(/^Mail/u).click());
  await shown.heading("What we read");
  await press(shown, "Keep it");
  await shown.heading("Message");
  expect([...stateOf(shown).messages.values()].map(({ file }) => file === null)).toEqual([true, false]);
  await vi.waitFor(async () => expect(await waiting(shown)).toBe(0));
});

test("a zip that holds no chat goes on as a file", async () => {
  const shown = await start(await zipOf("photos.zip", [["one.png", await shot()]]), [named, aged("adult")]);
  await openZip(shown);
  await shown.heading("Which picture is in this?");
  await says(shown, "There is no chat or message in it that can be read here, so it is treated as a file.");
  await choose(shown, "blue room");
  await press(shown, "Continue");
  await choose(shown, "Another file");
  await press(shown, "Use what was shared");
  await shown.heading("About this file");
  await choose(shown, "Someone else");
  await press(shown, "Keep it");
  await vi.waitFor(() =>
    expect([...stateOf(shown).evidence.values()]).toMatchObject([{ name: "photos.zip", type: "application/zip", came: "share" }]),
  );
  await vi.waitFor(async () => expect(await waiting(shown)).toBe(0));
});

test("a zip that was cut says so, and stays", async () => {
  const whole = await chatZip();
  const shown = await start(new File([whole.slice(0, whole.size - 40)], "chat.zip", { type: "application/zip" }), [named, aged("adult")]);
  await openZip(shown);
  await shown.heading("Which picture is in this?");
  expect(await waiting(shown)).toBe(1);
});
