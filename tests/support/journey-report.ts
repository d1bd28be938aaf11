import type { Phone } from "./app-driver.ts";
import { openStep, saveAndGoBack } from "./journey-begin.ts";
import { capture, sample } from "./journey-evidence.ts";

/** What must be known before the first report. */
export const beforeReporting = async (phone: Phone): Promise<void> => {
  await openStep(phone, "Use only official help");
  await saveAndGoBack(phone, "I understand");
  await openStep(phone, "What does it show");
  await phone.tap("Answer");
  await phone.tap("Nude or sexual", "checkbox");
  await saveAndGoBack(phone);
  await openStep(phone, "Do you want to go to the police");
  await phone.tap("Answer");
  await phone.at("Do you want to go to the police?");
  await phone.tap("Maybe later", "radio");
  await saveAndGoBack(phone);
};

export interface Letter {
  readonly way: RegExp;
  readonly name: string;
  readonly contact: string;
  readonly ticks: readonly string[];
}

/** Which way, what it may say, and the text. Returns what a screen reader reads on the three pages, and the text itself. */
export const writeReport = async (
  phone: Phone,
  { way, name, contact, ticks }: Letter,
): Promise<{ ways: string; parts: string; text: string }> => {
  await phone.at("Which way?");
  await phone.tap(way, "radio");
  const ways = await phone.reads();
  await phone.tap("Continue");
  await phone.at("What the text may say");
  await phone.fill("Name to sign with", name);
  await phone.fill("E-mail address for answers", contact);
  for (const tick of ticks) await phone.tap(tick, "checkbox");
  await phone.tap("Continue");
  await phone.at("The text");
  return { ways, parts: await phone.reads(), text: await phone.page.getByRole("textbox", { name: "Text to send" }).inputValue() };
};

/** Copied, sent by the person, kept with its reference. */
export const sendReport = async (phone: Phone, reference: string): Promise<void> => {
  await phone.tap("Continue");
  await phone.at("Send it yourself");
  await phone.tap("Copy the text");
  await phone.sees(/^Copied\./u);
  await phone.tap("I sent it");
  await phone.fill("Ticket number or reference", reference);
  await phone.tap("Keep it");
  await phone.at(/^Report to /u);
};

export interface FakeProfile {
  readonly handle: string;
  readonly address: string;
  readonly screenshot: string;
  readonly letter: Letter;
  readonly reference: string;
}

/** A profile that pretends to be the person: noted, captured, reported as such. Returns the text that was sent. */
export const reportProfile = async (phone: Phone, { handle, address, screenshot, letter, reference }: FakeProfile): Promise<string> => {
  await phone.tap("Case");
  await phone.tap(/^Fake profiles/u);
  await phone.tap(/^Add/u);
  await phone.fill("Name of the profile", handle);
  await phone.fill("Its address", address);
  await phone.tap("Save");
  await phone.at(handle);
  await phone.tap("Add the screenshot");
  await capture(phone, [], { file: screenshot, seen: ["Yes", "Yes", "Yes"] });
  await phone.sees(screenshot);
  await phone.tap("Case");
  await phone.tap(/^Fake profiles/u);
  await phone.tap(new RegExp(`^${handle}`, "u"));
  await phone.at(handle);
  await phone.tap("Prepare the report");
  const { text } = await writeReport(phone, letter);
  await sendReport(phone, reference);
  return text;
};

/** The number of a StopNCII case is kept, its PIN behind a tap. */
export const keepHashNumber = async (phone: Phone, number: string, pin: string): Promise<void> => {
  await openStep(phone, "Is the picture or video on a device you have");
  await phone.tap("Answer");
  await phone.tap("Yes", "radio");
  await saveAndGoBack(phone);
  await openStep(phone, "Help sites spot copies");
  await phone.tap("Start");
  await phone.fill("Case number", number);
  await phone.fill("PIN", pin);
  await phone.tap("Keep it");
  await phone.sees(`Case number: ${number}`);
};

/** The accounts of a list; returns them in the order in which they are to be made safe. */
export const keepAccounts = async (phone: Phone, file: string, count: number): Promise<readonly string[]> => {
  await phone.tap("Case");
  await phone.tap(/^Accounts/u);
  await phone.pick("Choose a file with a list", [sample(file)]);
  await phone.tap(`Keep ${String(count)} accounts`);
  const order = phone.page.getByRole("list", { name: "In this order" }).getByRole("button");
  await order.nth(count - 1).waitFor();
  return order.allInnerTexts();
};

export const keepPerson = async (phone: Phone, name: string, relation: string): Promise<void> => {
  await openStep(phone, "Tell one person you trust");
  await phone.tap("Choose someone");
  await phone.fill("Name, or how you call them", name);
  await phone.fill("Who they are to you", relation);
  await phone.tap("I have told them", "checkbox");
  await phone.tap("Keep");
  await phone.page.getByRole("button", { name: new RegExp(`^${name}`, "u") }).waitFor();
};
