import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { jsPDF } from "jspdf";
import type { Phone } from "./app-driver.ts";
import { answer, begin, openStep, saveAndGoBack } from "./journey-begin.ts";
import { sample, sampleText, saySeen } from "./journey-evidence.ts";
import { vaultStops } from "./gallery-vault.ts";
import { openSealed, shareWithLawyer, uncover } from "./journey-share.ts";
import { packedChat } from "./share-sheet.ts";

/** One picture to take: the way from the screen before. */
export type Stop = readonly [name: string, walk: (phone: Phone) => Promise<unknown>];

const tap =
  (...names: readonly (string | RegExp)[]) =>
  async (phone: Phone): Promise<void> => {
    for (const name of names) await phone.tap(name);
  };
const fromCase = (...names: readonly (string | RegExp)[]) => tap("Case", ...names);
const choose =
  (choice: string | RegExp, then: string) =>
  async (phone: Phone): Promise<void> => {
    await phone.tap(choice, "radio");
    await phone.tap(then);
  };

const choosePicture = async (phone: Phone): Promise<void> => {
  await phone.tap(/^green scarf/u, "checkbox");
  await phone.tap("Continue");
};

/** A letter as a PDF of some pages, in the folder of the other file. */
const letterBeside = (file: string): string => {
  const pdf = new jsPDF({ unit: "pt", format: "a4" });
  for (let page = 1; page <= 6; page++) {
    if (page > 1) pdf.addPage("a4");
    pdf.setFontSize(22).text(`Notice ${String(page)}`, 60, 90);
    pdf.setFontSize(11).text(
      Array.from({ length: 30 }, (_, n) => `Line ${String(n + 1)} of what was written to the person.`),
      60,
      130,
    );
  }
  const path = join(dirname(file), "letter.pdf");
  writeFileSync(path, new Uint8Array(pdf.output("arraybuffer")));
  return path;
};

/** A chat with a picture, as phones pack it, in the same folder. */
const chatBeside = async (file: string): Promise<string> => {
  const path = join(dirname(file), "chat.zip");
  writeFileSync(path, await packedChat(sampleText("whatsapp-android.txt"), readFileSync(sample("threat-chat.png"))));
  return path;
};

/** What can be seen before there is a case. */
export const lockedStops: readonly Stop[] = [
  ["welcome", async (phone) => phone.at("This is not your fault.")],
  ["restore", tap("I have a backup")],
  ["open-file", tap("Back", "Someone sent me a file")],
  ["help-locked", tap("Back", "Talk to someone now")],
  ["safe", tap("Back", /^Start/u)],
  ["unsafe", tap("It may not be safe")],
  ["install", tap("Back", "I can use this phone")],
  ["opening-1", tap("Go on without installing")],
  ["opening-2", choose("No", "Continue")],
  ["opening-3", choose("No", "Continue")],
  [
    "passphrase",
    async (phone) => (await phone.tap("Skip this"), phone.page.getByRole("list", { name: "Six words, made for you" }).waitFor()),
  ],
  ["passphrase-own", tap("Use my own instead")],
  ["passphrase-confirm", tap("Use six words instead", "Use these words")],
];

/** What can be seen in the made-up case. */
export const sampleStops: readonly Stop[] = [
  ["now", async (phone) => phone.at("Next, one thing")],
  ["steps", tap("See all steps")],
  ["step", async (phone) => openStep(phone, "Talk to a helpline")],
  ["skip-step", tap("Doesn’t fit")],
  ["question", async (phone) => (await openStep(phone, "Do you want to go to the police"), phone.tap("Answer"))],
  ["help", tap("Talk to someone now")],
  ["case", tap("Case")],
  ["answers", tap(/^Your answers/u)],
  ["settings", fromCase("Settings")],
  ["links", fromCase(/^Links/u)],
  ["add-links", tap("Add links")],
  [
    "add-links-read",
    async (phone) => {
      await phone.fill("Links, one on each line or mixed with text", sampleText("links.txt"));
      await phone.tap("Read it");
    },
  ],
  ["links-full", async (phone) => (await phone.tap(/^Keep all/u), phone.at("Links"))],
  ["link", tap(/#t=30/u)],
  ["link-note", tap(/^Words beside it/u)],
  ["report-which", tap("Cancel", "Prepare the report")],
  ["report-taken-shows", choose(/^Copyright/u, "Continue")],
  [
    "report-taken",
    async (phone) => (await phone.tap("Nude or sexual", "checkbox"), phone.tap("Save"), phone.at("Did you take it yourself?")),
  ],
  [
    "report-which-again",
    async (phone) => {
      await phone.tap("No, or not sure", "radio");
      await phone.tap("Continue");
      await phone.at("Which way?");
    },
  ],
  ["report-about", choose(/TAKE IT DOWN/u, "Continue")],
  ["report-write", tap("Continue")],
  ["report-send", tap("Continue")],
  ["report-sent", tap("I sent it")],
  ["follow-report", tap("Keep it")],
  ["reports", fromCase(/^Reports/u)],
  ["capture-which", fromCase(/^Evidence/u, "Add a file")],
  ["capture-add", async (phone) => (await phone.tap(/^None of them/u, "checkbox"), phone.tap("Continue"))],
  ["pictures", fromCase(/^Pictures/u)],
  ["picture", tap(/^green scarf/u)],
  [
    "hash-service",
    async (phone) => {
      await openStep(phone, "Is the picture or video on a device you have");
      await phone.tap("Answer");
      await phone.tap("Yes", "radio");
      await saveAndGoBack(phone);
      await openStep(phone, "Help sites spot copies");
      await phone.tap("Start");
    },
  ],
  ["check-link", fromCase(/^Links/u, /#t=30/u, "Say if it is gone")],
  ["search", fromCase(/^Links/u, "Search results")],
  ["places", fromCase(/^Groups and channels/u)],
  ["place", tap(/^Made-up group/u)],
  ["add-place", tap("Back: Groups and channels", "Add a group or channel")],
  ["add-profile", fromCase(/^Fake profiles/u, /^Add/u)],
  [
    "profile",
    async (phone) => {
      await phone.fill("Name of the profile", "@made.up.profile");
      await phone.tap("Save");
      await phone.at("@made.up.profile");
    },
  ],
  ["profiles", fromCase(/^Fake profiles/u)],
  ["accounts", fromCase(/^Accounts/u)],
  ["account", tap(/^Mail/u)],
  ["add-accounts", fromCase(/^Accounts/u, "Add accounts")],
  ["messages", fromCase(/^Messages/u)],
  ["message", tap(/^helper@/u)],
  ["cover-words", tap("Cover words for copies")],
  ["add-message", fromCase(/^Messages/u, "Add a message")],
  ["people", fromCase(/^People/u)],
  ["person", tap(/^Sam/u)],
  ["timeline", tap("Timeline")],
  ["share-who", tap("Share")],
  ["share-cover", choose(/^A lawyer/u, "Continue")],
  ["share-what", tap("Continue")],
  ["share-preview", tap("Continue")],
  ["close-case", fromCase("Close this case")],
];

/** What can be seen only in a case of one's own: files, the sealed file, the locked page. `to`: where the sealed file goes, `backupTo`: the backup. */
export const ownStops = (to: string, backupTo: string, onSealed: (words: readonly string[]) => void): readonly Stop[] => [
  [
    "capture-name",
    async (phone) => {
      await begin(phone);
      await fromCase(/^Evidence/u, "Add a file")(phone);
    },
  ],
  [
    "age-first",
    async (phone) => {
      await phone.fill("Name for it", "green scarf");
      await phone.tap("Save");
      await choosePicture(phone);
    },
  ],
  ["no-media", choose("I don’t know", "Save")],
  [
    "capture-details",
    async (phone) => {
      await fromCase(/^Pictures/u, /^green scarf/u, /^Was everyone/u)(phone);
      await answer(phone, "Was everyone in “green scarf” 18 or older when it was taken?", "Everyone was 18 or older");
      await fromCase(/^Evidence/u, "Add a file")(phone);
      await choosePicture(phone);
      await phone.tap("Page that lists it", "radio");
      await phone.pick("Add the screenshot", [sample("listing-page.png")]);
      await phone.at("About this file");
    },
  ],
  ["picture-new", async (phone) => (await choose("I did", "Keep it")(phone), phone.at("Your screenshot"))],
  [
    "picture-no-address",
    async (phone) => {
      await saySeen(phone, ["No", "No", "Can’t tell"]);
      await phone.sees("Take it again, if you can");
    },
  ],
  ["evidence", fromCase(/^Evidence/u)],
  ["evidence-item", tap(/listing-page/u)],
  ["evidence-item-history", tap("Show what happened to it")],
  ["custody", tap("Custody sheet")],
  ["cover-hidden", async (phone) => (await tap("Back: Evidence")(phone), phone.tap("Cover parts of it"))],
  [
    "cover",
    async (phone) => {
      await phone.tap("Show the picture with covers");
      await phone.page.getByRole("button", { name: /^Cover 1:/u }).focus({ timeout: 60_000 });
    },
  ],
  ["cover-keep", tap("Continue")],
  ["cover-only", async (phone) => phone.tap(/^Only the covered copy/u, "radio")],
  [
    "covered-copy",
    async (phone) => {
      await phone.tap(/^Both/u, "radio");
      await phone.tap("Save the covered copy");
      await phone.sees("The covered copy is saved. The original stays, hidden.");
    },
  ],
  [
    "pages",
    async (phone) => {
      await fromCase(/^Evidence/u, "Add a file")(phone);
      await choosePicture(phone);
      await phone.tap("Another file", "radio");
      await phone.pick("Choose a file", [letterBeside(to)]);
      await phone.at("About this file");
      await choose("I did", "Keep it")(phone);
      await phone.at("The PDF is kept");
      await phone.tap(/Covered · PDF/u);
      await phone.page.locator("figure canvas:visible").waitFor();
    },
  ],
  ["pages-larger", tap("Larger")],
  ["page-kept", async (phone) => (await phone.tap("Keep this page as a picture"), phone.sees("Kept as a picture of its own."))],
  ["fingerprint", fromCase(/^Pictures/u, /^green scarf/u, "Make a fingerprint of the original")],
  [
    "fingerprint-made",
    async (phone) => {
      await phone.pick("Choose the file", [sample("listing-page.png")]);
      await phone.sees("Made. The file itself was not kept.");
    },
  ],
  ["same-picture", tap("Is a new copy the same picture?")],
  [
    "message-zip",
    async (phone) => {
      await fromCase(/^Messages/u, "Add a message")(phone);
      await phone.pick("Choose a file", [await chatBeside(to)]);
      await phone.at("What we read");
    },
  ],
  ["message-packed", async (phone) => (await phone.tap("Keep it"), phone.at("Also in the zip"))],
  [
    "evidence-sorted",
    async (phone) => {
      await fromCase(/^Evidence/u, "Add a file")(phone);
      await choosePicture(phone);
      await phone.tap("Another file", "radio");
      await phone.pick("Choose a file", [sample("extortion.eml"), sample("platform-reply.eml"), sample("listing-page.png")]);
      await phone.at("These 2 fit under Messages");
    },
  ],
  [
    "share-done",
    async (phone) => {
      const { words } = await shareWithLawyer(phone, { cover: { "Who has been told": "My sister" }, files: [/^listing-page/u], to });
      onSealed(words);
    },
  ],
  ...vaultStops(backupTo, () => chatBeside(to)),
  ["unlock", async (phone) => (await phone.tap("Lock"), phone.at("Locked"))],
];

/** What somebody sees who was sent the file. */
export const supporterStops = (file: string, words: () => readonly string[]): readonly Stop[] => [
  ["open-words", async (phone) => (await phone.tap("Someone sent me a file"), openSealed(phone, file, words()))],
  [
    "receipt",
    async (phone) => {
      await phone.tap("Open");
      await phone.page.getByRole("list", { name: "What was checked" }).waitFor({ timeout: 60_000 });
    },
  ],
  ["opened", async (phone) => (await phone.tap("Read the report"), phone.at("The report"))],
  ["opened-uncovered", uncover],
];
