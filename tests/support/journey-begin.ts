import type { Phone } from "./app-driver.ts";

/** Welcome, "Is this phone safe?", and kept on this device so that it opens without a network. */
export const install = async (phone: Phone): Promise<void> => {
  await phone.at("This is not your fault.");
  await phone.tap("Start");
  await phone.at("Is this phone safe?");
  await phone.sees("If someone watches this phone, they can see this too");
  await phone.tap("I can use this phone");
  await phone.at("Keep it on this device");
  await phone.sees("Ready to work without internet.");
};

/** Answers a question that stands on the screen, and saves it. */
export const answer = async (phone: Phone, question: string, choice: string, save = "Save"): Promise<void> => {
  const asked = phone.page.getByRole("heading", { name: question, exact: true });
  await asked.waitFor();
  await phone.tap(choice, "radio");
  await phone.tap(save);
  await asked.waitFor({ state: "detached" });
};

/** Taps a button that leads back to where the person came from, once what it saves is kept. */
export const saveAndGoBack = async (phone: Phone, button = "Save"): Promise<void> => {
  await phone.tap(button);
  await phone.page.getByRole("button", { name: button, exact: true }).waitFor({ state: "detached" });
};

/** Reads the one next thing on Now and does it with its button. */
export const doStep = async (phone: Phone, title: string, button: string): Promise<void> => {
  const shown = phone.page.getByRole("heading", { name: title, exact: true });
  await shown.waitFor();
  await phone.tap(button);
  await shown.waitFor({ state: "detached" });
};

/** The three opening questions and six generated words. Returns the words. */
export const begin = async (phone: Phone): Promise<string> => {
  await phone.tap("Go on without installing");
  await answer(phone, "Could anyone hurt you over this, or if you act on it?", "No", "Continue");
  await answer(phone, "Can someone see this phone, or get into your accounts?", "No", "Continue");
  await answer(phone, "What has happened?", "Both", "Continue");
  await phone.at("Choose how it opens");
  await phone.sees("There is no reset and no account. What is stored here would be lost.");
  const words = (await phone.list("Six words, made for you")).join(" ");
  await phone.tap("Use these words");
  await phone.at("Check that you have them");
  await phone.fill("The six words", words);
  await phone.tap("Make it and start");
  await phone.at("Next, one thing");
  return words;
};

/** Somebody threatens: these steps come before all others, one at a time. */
export const calmTheThreat = async (phone: Phone): Promise<void> => {
  await answer(phone, "Is anyone asking you for money, more pictures or anything else?", "Yes");
  await doStep(phone, "Stop answering them", "I have stopped");
  await doStep(phone, "Do not pay and do not send more", "I will not pay");
  await doStep(phone, "Keep the chat", "It is kept");
  await phone.page.getByRole("heading", { name: "Which country are you in?" }).waitFor();
  await phone.select("Country", "United States");
  await phone.tap("Save");
  await doStep(phone, "Report their account in the app, then block it", "Reported and blocked");
  await doStep(phone, "Hide your friend lists", "Lists are hidden");
  await answer(phone, "Have you paid anything?", "No");
  await doStep(phone, "Do not pass the pictures on", "I understand");
};

/** Opens a step from the list of all steps, by the words it begins with. */
export const openStep = async (phone: Phone, title: string): Promise<void> => {
  await phone.tap("Now");
  await phone.tap("See all steps");
  await phone.at("All steps");
  const more = phone.page.getByRole("button", { name: /^\d+ more$/u });
  while ((await more.count()) > 0) await more.first().click();
  await phone.tap(new RegExp(`^${title}`, "u"));
  await phone.page.getByRole("heading", { name: "All steps" }).waitFor({ state: "detached" });
};

/** A name for the picture, then its age, before any file may come in. */
export const namePicture = async (phone: Phone, label: string): Promise<void> => {
  await phone.page.getByRole("heading", { name: "Give each picture or video a short name" }).waitFor();
  await phone.fill("Name for it", label);
  await phone.tap("Save");
  await answer(phone, "Was anyone in it under 18 when it was taken?", "Everyone was 18 or older");
};
