import type { Phone } from "./app-driver.ts";

export interface Handover {
  /** The first page, by its questions. */
  readonly cover: Readonly<Record<string, string>>;
  /** Files that go along, by the words they begin with. */
  readonly files: readonly RegExp[];
  /** Where the sealed file is put. */
  readonly to: string;
}

export interface HandedOver {
  readonly name: string;
  readonly words: readonly string[];
  /** What the preview promised. */
  readonly preview: string;
  readonly sealCode: readonly string[];
}

/** Share with a lawyer: the first page, what goes in, exactly that shown, sealed, checked by the app itself, saved by the browser. */
export const shareWithLawyer = async (phone: Phone, { cover, files, to }: Handover): Promise<HandedOver> => {
  await phone.tap("Share");
  await phone.at("Who is it for?");
  await phone.tap(/^A lawyer/u, "radio");
  await phone.tap("Continue");
  await phone.at("A first page, if you want one");
  for (const [question, text] of Object.entries(cover)) await phone.fill(question, text);
  await phone.tap("Continue");
  await phone.at("What goes in");
  for (const file of files) await phone.tap(file, "checkbox");
  await phone.tap("Continue");
  await phone.at("This is what they will see");
  await phone.page.getByRole("button", { name: "Seal it" }).waitFor();
  const preview = await phone.page.getByRole("main").innerText();
  await phone.tap("Seal it");
  await phone.page.getByRole("heading", { name: /^Sealed for/u }).waitFor({ timeout: 60_000 });
  await phone.sees("Checked: it opens, and every part is whole.");
  const words = await phone.list("Say these six words, do not send them");
  const download = await phone.saves("Save to this device");
  await download.saveAs(to);
  await phone.tap("Seal code");
  return { name: download.suggestedFilename(), words, preview, sealCode: await phone.list("Seal code") };
};

/** How many entries the timeline says it has. */
export const timelineCount = async (phone: Phone): Promise<number> => {
  await phone.tap("Timeline");
  await phone.at("Timeline");
  const said = await phone.page.getByText(/^[1-9]\d* entries$/u).innerText();
  return Number.parseInt(said, 10);
};

/** What the timeline says of one kind of entries. */
export const timelineOf = async (phone: Phone, kind: string): Promise<string> => {
  await phone.tap("Timeline");
  await phone.at("Timeline");
  await phone.select("Show", kind);
  return phone.page.getByRole("list", { name: "Timeline" }).innerText();
};

/** What somebody who was sent the file sees: the receipt of checks, the report, and one picture that they uncover. */
export interface Received {
  readonly checks: readonly string[];
  readonly sealCode: readonly string[];
  readonly report: string;
  readonly covered: number;
}

/** The file and its words, ready to be opened. */
export const openSealed = async (supporter: Phone, file: string, words: readonly string[]): Promise<void> => {
  await supporter.at("Someone sent me a file");
  await supporter.pick("Choose the file", [file]);
  await supporter.fill("The six words", words.join(" "));
};

/** The first covered picture, shown. */
export const uncover = async ({ page }: Phone): Promise<void> => {
  await page
    .getByRole("button", { name: /Covered · PNG/u })
    .first()
    .click();
  await page.getByRole("button", { name: "Cover it again" }).waitFor();
  // What is drawn is the picture, not an empty box.
  await page.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > 100);
};

/** In an empty profile: the words, the receipt, the report, one covered picture shown, and closed again. */
export const openAsSupporter = async (supporter: Phone, file: string, words: readonly string[]): Promise<Received> => {
  const { page } = supporter;
  await supporter.tap("Someone sent me a file");
  await openSealed(supporter, file, words);
  await supporter.tap("Open");
  await page.getByRole("heading", { level: 1, name: "It opens, and every part is whole." }).waitFor({ timeout: 60_000 });
  const checks = await page.getByRole("list", { name: "What was checked" }).getByRole("listitem").allInnerTexts();
  const sealCode = await supporter.list("Seal code");
  await supporter.tap("Read the report");
  await supporter.at("The report");
  const report = await page.getByRole("main").innerText();
  const covered = await page.getByRole("button", { name: /Covered · PNG/u }).count();
  await uncover(supporter);
  await supporter.tap("Read and close");
  await supporter.sees("Closed. Nothing of it was kept here.");
  return { checks, sealCode, report, covered };
};
