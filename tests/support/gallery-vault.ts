import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import type { Phone } from "./app-driver.ts";
import { answer, openStep } from "./journey-begin.ts";
import { sample } from "./journey-evidence.ts";
import type { Stop } from "./journey-gallery.ts";
import { share } from "./share-sheet.ts";

/** Screens of the vault itself: what opens it, what is kept elsewhere, what is erased, and what a lost one says. */

const settings = async (phone: Phone): Promise<void> => {
  await phone.tap("Case");
  await phone.tap("Settings");
  await phone.at("Settings");
};
const ways = async (phone: Phone): Promise<void> => {
  await settings(phone);
  await phone.tap(/^Ways to open this/u);
  await phone.at("Ways to open this");
};
const inSettings =
  (row: string | RegExp) =>
  async (phone: Phone): Promise<void> => {
    await settings(phone);
    await phone.tap(row);
  };
const inErase =
  (row: string | RegExp) =>
  async (phone: Phone): Promise<void> => {
    await settings(phone);
    await phone.tap("Erase");
    await phone.at("Erase");
    await phone.tap(row);
  };

const inInbox = async (phone: Phone): Promise<void> => {
  await inSettings(/^Shared to Daybook/u)(phone);
  await phone.at("Shared to Daybook");
};
const readZip = async (phone: Phone): Promise<void> => {
  await phone.tap(/^Zip: a chat, or files/u);
  await phone.page.getByRole("button", { name: "Keep it" }).waitFor();
};
/** As the share sheet sends it, in a page of its own. */
const shareFiles = async ({ page, context }: Phone, files: readonly string[]): Promise<void> => {
  const sheet = await share(context, new URL("./", page.url()).href, { files, fields: { text: "https://clipmirror.example/watch?v=1" } });
  await sheet.close();
  await page.bringToFront();
};

/** In a case that holds a file. `to`: where the backup goes; `chat`: the zip of a chat. */
export const vaultStops = (to: string, chat: () => Promise<string>): readonly Stop[] => {
  let words: readonly string[] = [];
  let identity = "";
  const forHelper = `${to}-helper.age`;
  return [
    ["inbox", inSettings(/^Shared to Daybook/u)],
    [
      "inbox-waiting",
      async (phone) => {
        await phone.tap("Let it wait here");
        await phone.sees("What you share to Daybook while it is locked waits here, sealed. Only this record can open it.");
        await shareFiles(phone, [await chat(), sample("listing-page.png"), sample("extortion.eml")]);
        await inInbox(phone);
        await phone.sees("Zip: a chat, or files");
      },
    ],
    ["inbox-zip", readZip],
    ["inbox-packed", async (phone) => (await phone.tap("Keep it"), phone.at("Also in the zip"))],
    ["ways", ways],
    [
      "way",
      async (phone) => (
        await phone.page.getByRole("list", { name: "Ways to open this" }).getByRole("button").first().click(),
        phone.at("Passphrase")
      ),
    ],
    ["recovery-words", async (phone) => (await ways(phone), phone.tap("Add recovery words"))],
    ["change-passphrase", async (phone) => (await ways(phone), phone.tap("Change the passphrase"))],
    ["add-passkey", async (phone) => (await ways(phone), phone.tap("Add a passkey"))],
    ["change-everything", async (phone) => (await ways(phone), phone.tap(/^Change everything/u))],
    ["beside", inSettings(/^A second place/u)],
    ["beside-choose", async (phone) => phone.tap("Choose its passphrase")],
    [
      "beside-prove",
      async (phone) => {
        const own = await phone.list("Six words, made for you");
        await phone.tap("Use these words");
        await phone.fill("The six words", own.join(" "));
        await phone.tap("Continue");
        await phone.at("First, one that works now");
      },
    ],
    ["backup", inSettings(/^Backup/u)],
    ["backup-helper", async (phone) => phone.tap("Lock it for a helper’s key instead")],
    [
      "backup-helper-made",
      async (phone) => {
        identity = await generateIdentity();
        await phone.tap("A lawyer", "radio");
        await phone.fill("Address of their key", await identityToRecipient(identity));
        await phone.tap("Make the file");
        await phone.at("The backup is made and checked");
      },
    ],
    [
      "backup-helper-saved",
      async (phone) => {
        await (await phone.saves("Save the file")).saveAs(forHelper);
        await phone.at("The backup is saved");
      },
    ],
    [
      "restore-helper",
      async (phone) => {
        await inSettings(/^I have a backup/u)(phone);
        await phone.pick("Choose the backup", [forHelper]);
        await phone.fill("The six words of this backup", identity);
        await phone.tap("Open it");
        await phone.at("The backup is whole");
      },
    ],
    [
      "backup-words",
      async (phone) => {
        await inSettings(/^Backup/u)(phone);
        await phone.tap("Make a backup");
        words = await phone.list("Six words, made for you");
      },
    ],
    [
      "backup-made",
      async (phone) => {
        await phone.tap("Use these words");
        await phone.fill("The six words", words.join(" "));
        await phone.tap("Make the file");
        await phone.at("The backup is made and checked");
      },
    ],
    [
      "backup-saved",
      async (phone) => {
        await (await phone.saves("Save the file")).saveAs(to);
        await phone.at("The backup is saved");
      },
    ],
    [
      "restore-words",
      async (phone) => {
        await inSettings(/^I have a backup/u)(phone);
        await phone.pick("Choose the backup", [to]);
        await phone.fill("The six words of this backup", words.join(" "));
      },
    ],
    [
      "restore-found",
      async (phone) => {
        await phone.tap("Open it");
        await phone.at("The backup is whole");
      },
    ],
    // Made where all that can be damaged was (tests/vectors/backup-1).
    [
      "backup-lost",
      async (phone) => {
        await inSettings(/^I have a backup/u)(phone);
        await phone.pick("Choose the backup", [join(import.meta.dirname, "../vectors/backup-1/lost-all.age")]);
        await phone.fill("The six words of this backup", "abacus abdomen abdominal abide abiding ability");
        await phone.tap("Open it");
        await phone.at("The backup opens. Something was damaged before it was made.");
        await phone.sees("Missing or damaged");
      },
    ],
    ["erase", inSettings("Erase")],
    ["erase-item", inErase(/^One file or message/u)],
    ["erase-item-sure", async (phone) => phone.tap(/^listing-page\.png/u)],
    ["erase-case", inErase(/^This case/u)],
    ["erase-vault", inErase(/^Everything that this passphrase opens/u)],
    ["erase-all", inErase(/^Everything on this device/u)],
    [
      "evidence-came-in",
      async (phone) => {
        await phone.tap("Case");
        await phone.tap(/^Pictures/u);
        await phone.tap(/^green scarf/u);
        await phone.tap(/^Was everyone/u);
        await answer(phone, "Was everyone in “green scarf” 18 or older when it was taken?", "I don’t know");
        await openStep(phone, "Ask before you delete");
        await phone.tap("See what is kept");
        await phone.at("Kept before the age was known");
      },
    ],
    ["inbox-sealed", inInbox],
    ["inbox-zip-sealed", readZip],
  ];
};

/** On a locked page whose database is then taken away, and in a browser without WebAssembly. */
export const lostStops: readonly Stop[] = [
  [
    "gone",
    async (phone) => {
      await phone.page.evaluate(async () => {
        for (const { name = "" } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      });
      await phone.page.reload();
      await phone.at("What was stored here is gone");
    },
  ],
  [
    "missing",
    async (phone) => {
      await phone.page.addInitScript("delete globalThis.WebAssembly");
      await phone.page.reload();
      await phone.at("This browser lacks something we need");
    },
  ],
];
