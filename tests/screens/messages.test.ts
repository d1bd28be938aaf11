import { describe, expect, test, vi } from "vitest";
import extortion from "../samples/extortion.eml?raw";
import whatsApp from "../samples/whatsapp-android.txt?raw";
import type { Command } from "../../src/case/commands.ts";
import { evidenceReader } from "../../src/evidence/reader.ts";
import { openedApp } from "../app/test-app.ts";
import { show, type Shown } from "./support.ts";

const picture = "1".repeat(32);
const aged = (age: "adult" | "under18"): readonly Command[] => [
  { do: "add-picture", picture, label: "blue room" },
  { do: "answer-age", picture, age },
];

/** An open case whose file chooser gives this file. */
const showWith = async (file: File, ...commands: readonly Command[]): Promise<Shown> => {
  const plain = await openedApp();
  const made = await openedApp({
    evidence: async () => evidenceReader,
    device: { ...plain.app.device, pickFiles: async () => [file] },
  });
  for (const command of commands) expect(await made.app.send(command)).toMatchObject({ ok: true });
  const shown = show(made);
  shown.app.go("add-message");
  await shown.heading("Add a message");
  shown.button("Choose a file").click();
  await shown.heading("What we read");
  return shown;
};

const stateOf = ({ app }: Shown) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const keep = async (shown: Shown): Promise<void> => {
  shown.button("Keep it").click();
  await shown.heading("Message");
};

describe("extortion.eml", () => {
  test("its signs are named and underlined with their reason, nothing of it is rendered, and nothing answers it", async () => {
    const shown = await showWith(new File([extortion], "extortion.eml"), ...aged("adult"));
    await vi.waitFor(() => expect(shown.root.textContent).toContain("asks for password, one-time code"));
    expect(stateOf(shown).messages.size).toBe(0);
    await keep(shown);
    await vi.waitFor(() => expect(shown.root.querySelectorAll("mark").length).toBeGreaterThan(4));
    const marked = [...shown.root.querySelectorAll("mark")].map(({ textContent }) => textContent).join(" ");
    expect(marked).toContain("6-digit code");
    expect(marked).toContain("Do not contact the police");
    const reasons = await vi.waitFor(() => {
      const found = [...shown.root.querySelectorAll(".sign-reasons li")].map(({ textContent }) => textContent);
      expect(found.length).toBeGreaterThan(4);
      return found;
    });
    for (const reason of [/promises certain/u, /asks for password/u, /not to contact police/u, /asks for a photo/u])
      expect(reasons.some((one) => reason.test(one))).toBe(true);
    expect(shown.root.textContent).toContain("Real support never asks for a code");
    expect(shown.root.querySelector(".page img, .page script, .page a, .page iframe")).toBe(null);
    expect([...shown.root.querySelectorAll("button")].filter((b) => /reply|answer|send/iu.test(b.textContent))).toEqual([]);
  });
});

describe("whatsapp-android.txt", () => {
  test("is kept once, with nine messages, all of them readable", async () => {
    const shown = await showWith(new File([whatsApp], "whatsapp-android.txt"));
    expect(shown.root.textContent).toContain("9 messages");
    await keep(shown);
    await vi.waitFor(() => expect(shown.root.querySelectorAll(".message-part")).toHaveLength(9));
    expect(shown.root.textContent).toContain("bc1qexampleexampleexampleexample0000000000");
    expect([...stateOf(shown).messages.values()]).toMatchObject([{ count: 9, channel: "whatsapp" }]);
    shown.app.go("add-message");
    await shown.heading("Add a message");
    shown.button("Choose a file").click();
    await shown.heading("What we read");
    await keep(shown);
    expect(shown.root.textContent).toContain("in your case already");
    expect(stateOf(shown).messages.size).toBe(1);
  });

  test("of 300 messages is read in parts, from the first to the last", async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `11/19/26, 9:${String(10 + (i % 50))} PM - Ana: number ${String(i)} of them`);
    const shown = await showWith(new File([lines.join("\n")], "chat.txt"));
    await keep(shown);
    const seen: string[] = [];
    for (let page = 1; page <= 8; page++) {
      await vi.waitFor(() => expect(shown.root.textContent).toContain(`Part ${String(page)} of 8`));
      seen.push(
        ...[...shown.root.querySelectorAll(".message-part")].map(({ textContent }) => /number (\d+) of/u.exec(textContent)?.[1] ?? ""),
      );
      if (page < 8) shown.button("Later part").click();
    }
    expect(seen).toEqual(lines.map((_, i) => String(i)));
  });
});

test("under 18: a mail becomes its text, the attachment is named as left out, the phone is to be left as it is", async () => {
  const mail = ["From: a@b.example", "Subject: x", 'Content-Type: multipart/mixed; boundary="y"', "", "--y", "", "Pay me.", "--y"];
  const image = ["Content-Type: image/png", 'Content-Disposition: attachment; filename="one.png"', "", "abc", "--y--", ""];
  const shown = await showWith(new File([[...mail, ...image].join("\r\n")], "threat.eml"), ...aged("under18"));
  expect(shown.root.textContent).toContain("1 attachment stays out.");
  expect(shown.root.textContent).toContain("Do not delete, copy or reset.");
  await keep(shown);
  expect([...stateOf(shown).messages.values()]).toMatchObject([{ file: null, attachmentsDropped: 1 }]);
  expect(shown.root.textContent).toContain("Pay me.");
});

test("pasted text survives going away, and is kept with who wrote it", async () => {
  const shown = show(await openedApp({ evidence: async () => evidenceReader }));
  shown.app.go("add-message");
  await shown.heading("Add a message");
  const area = shown.root.querySelector("textarea");
  const from = shown.root.querySelector("input");
  if (area === null || from === null) throw new Error("no field");
  for (const [field, text] of [
    [area, "Send me the 6 digit code you just received"],
    [from, "@grey_harbor_42"],
  ] as const) {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  shown.app.go("messages");
  await shown.heading("Messages");
  shown.button("Add a message").click();
  await shown.heading("Add a message");
  await vi.waitFor(() => expect(shown.root.querySelector("textarea")?.value).toContain("6 digit code"));
  await vi.waitFor(() => expect(shown.button("Read it").disabled).toBe(false));
  shown.button("Read it").click();
  await shown.heading("What we read");
  await keep(shown);
  expect([...stateOf(shown).messages.values()]).toMatchObject([{ from: "@grey_harbor_42", signs: ["asks-for-credentials"], file: null }]);
  shown.app.go("add-message");
  await shown.heading("Add a message");
  expect(shown.root.querySelector("textarea")?.value).toBe("");
});
