import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Phone } from "./app-driver.ts";

/** The person's own material. */
export const sample = (name: string): string => join(import.meta.dirname, "../samples", name);

export const sampleText = (name: string): string => readFileSync(sample(name), "utf8");

/** Unknown sites are asked about before anything is sent there. Returns how many there were. */
export const aboutTheSites = async (phone: Phone): Promise<number> => {
  const about = phone.page.getByRole("heading", { name: "Two questions about this site", exact: true });
  const next = phone.page.getByRole("main").getByRole("heading", { level: 2 }).first();
  await phone.at("Next, one thing");
  let sites = 0;
  for (; await about.isVisible(); sites += 1) {
    const question = await phone.page
      .getByRole("group", { name: /ask for money/u })
      .locator("legend")
      .innerText();
    for (const group of await phone.page.getByRole("group").all()) await group.getByRole("radio", { name: "No", exact: true }).click();
    await phone.tap("Save");
    await phone.page.getByRole("group", { name: question, exact: true }).waitFor({ state: "detached" });
    await next.waitFor();
  }
  return sites;
};

/** Pastes what the person has. Returns what the app says it understood, line by line, read from the top to the end of the list. */
export const pasteLinks = async (phone: Phone, text: string, picture: string): Promise<readonly string[]> => {
  await phone.tap("Add the links");
  await phone.fill("Links, one on each line or mixed with text", text);
  await phone.tap("Read it");
  await phone.at("What we read");
  const rows = phone.page.getByRole("list", { name: "What we read" }).getByRole("listitem");
  const lines = new Map<number, string>();
  // The list draws what is near the screen: a person scrolls.
  const last = text.split(/\r?\n/u).filter((line, n, all) => n < all.length - 1 || line !== "").length;
  while (!lines.has(last)) {
    const before = lines.size;
    for (const said of await rows.allInnerTexts()) {
      const number = /^Line (\d+)/u.exec(said)?.[1];
      if (number !== undefined) lines.set(Number(number), said);
    }
    if (lines.size > before) await rows.last().scrollIntoViewIfNeeded();
  }
  await phone.tap(picture, "checkbox");
  await phone.tap(/^Keep all/u);
  await phone.at("Links");
  return [...lines].toSorted(([a], [b]) => a - b).map(([, said]) => said);
};

type Said = "Yes" | "No" | "Can’t tell";

export interface Shot {
  readonly file: string;
  /** What it is, where the screen does not know it from the step. */
  readonly what?: string;
  readonly by?: string;
  /** Address, date, uploader: what can be seen in it. Not asked of a chat. */
  readonly seen?: readonly [Said, Said, Said];
}

/** On the capture screen: which picture, the file, by whom, and the three questions about it. */
export const capture = async (phone: Phone, pictures: readonly string[], { file, what, by = "I did", seen }: Shot): Promise<void> => {
  await phone.at("Which picture is in this?");
  for (const name of pictures.length === 0 ? ["None of them"] : pictures) {
    const box = phone.page.getByRole("checkbox", { name: new RegExp(`^${name}`, "u") });
    if (!(await box.isChecked())) await box.click();
  }
  await phone.tap("Continue");
  if (what !== undefined) await phone.tap(what, "radio");
  await phone.pick("Add the screenshot", [sample(file)]);
  await phone.at("About this file");
  await phone.tap(by, "radio");
  await phone.tap("Keep it");
  await phone.at("Your screenshot");
  // Covered: what it is and how large, not what it shows.
  await phone.page.getByRole("button", { name: /Covered · (PNG|JPG|WEBP), \d/u }).waitFor();
  if (seen !== undefined) await saySeen(phone, seen);
};

/** Answers the three questions about a screenshot. */
export const saySeen = async (phone: Phone, seen: readonly [Said, Said, Said]): Promise<void> => {
  const asked = ["Can you see the page’s address?", "The date or time?", "Who uploaded it?"];
  for (const [n, question] of asked.entries())
    await phone.page
      .getByRole("group", { name: question })
      .getByRole("radio", { name: seen[n] ?? "", exact: true })
      .click();
  await phone.tap("Save");
  await phone.page.getByRole("group", { name: "Who uploaded it?" }).waitFor({ state: "detached" });
};

/** From anywhere: Case, Links, and the link whose shown end matches. */
export const openLink = async (phone: Phone, end: RegExp, site: string): Promise<void> => {
  await phone.tap("Case");
  await phone.tap(/^Links/u);
  await phone.at("Links");
  await phone.tap(end);
  await phone.at(site);
};

/** What is known about the link on the screen. */
export const note = async (phone: Phone, field: string, value: string): Promise<void> => {
  await phone.tap(new RegExp(`^${field}`, "u"));
  await phone.fill(field, value);
  await phone.tap("Save");
  await phone.page.getByRole("textbox", { name: field }).waitFor({ state: "detached" });
};

/** A chat or mail that came as a file. Returns what stands on the screen before it is kept, and after. */
export const addMessage = async (phone: Phone, file: string): Promise<{ readonly review: string; readonly kept: string }> => {
  await phone.tap("Case");
  await phone.tap(/^Messages/u);
  await phone.tap("Add a message");
  await phone.pick("Choose a file", [sample(file)]);
  await phone.at("What we read");
  const review = await phone.reads();
  await phone.tap("Keep it");
  await phone.at("Message");
  return { review, kept: await phone.page.getByRole("main").innerText() };
};
