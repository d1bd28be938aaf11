import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newProfile, removeProfile, startPhone, type Phone } from "../support/app-driver.ts";
import { searchProfile } from "../support/disk.ts";
import { plantCanaries } from "../support/journey-canary.ts";
import { databases } from "../support/journey-vault.ts";
import { startHost, type StaticHost } from "../support/server.ts";

let host: StaticHost;
let phone: Phone;
const profile = newProfile();
beforeEach(async () => {
  host = await startHost(join(import.meta.dirname, "../../dist"));
  phone = await startPhone({ url: host.url, profile });
});
afterEach(async () => {
  await phone.close();
  await host.close();
  removeProfile(profile);
});

test("looking around in the made-up case leaves no trace of what was done there", async () => {
  await phone.tap("Look around in a made-up case");
  await phone.at("Next, one thing");
  await phone.tap("Case");
  await phone.tap(/^Links/u);
  await phone.tap("Add links");
  await phone.fill("Links, one on each line or mixed with text", "https://clipmirror.example/tried-in-the-sample");
  await phone.tap("Read it");
  await phone.tap("Keep it");
  await phone.sees(/^Kept: 1/u);
  await phone.tap("Case");
  await phone.tap(/^People/u);
  const [field] = await phone.page.getByRole("textbox").all();
  await field?.fill("Marigold Tryout-Person");
  await phone.tap("Case");
  await phone.tap("Settings");
  await phone.fill("Leave goes to", "https://tried-in-settings.example/");
  await phone.tap("Save");
  expect(await databases(phone.page)).toEqual([]);
  await phone.tap("Close it");
  await phone.at("This is not your fault.");
  expect(await databases(phone.page)).toEqual([]);
  expect(await phone.page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith("-made")))).toEqual([]);

  // A search that finds what is planted in each of the places has seen them.
  const planted = await plantCanaries(phone, host.url);
  const typed = [...phone.typed, "tried-in-the-sample", "Marigold Tryout-Person", "tried-in-settings"];
  await phone.close();
  const { finds, undecoded } = searchProfile(profile, [...typed, ...planted]);
  expect(new Set(finds.map(({ text }) => text))).toEqual(new Set(planted));
  expect(undecoded).toEqual([]);
});
