import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errors } from "../../src/content/locales/en/errors.ts";
import { open } from "../../src/content/locales/en/open.ts";
import { type Phone, removeProfile, startPhone } from "../support/app-driver.ts";
import { startHost, type StaticHost } from "../support/server.ts";

/** The frozen vectors of the format, as far as the screen can show them: without what a reader knows from earlier files. */
interface Vector {
  readonly name: string;
  readonly words: readonly string[];
  readonly before?: unknown;
  readonly passes?: boolean;
  readonly code?: string;
  readonly fails?: Readonly<Record<string, unknown>>;
}
const folder = join(import.meta.dirname, "../vectors/bundle-1");
const all: readonly Vector[] = JSON.parse(readFileSync(join(folder, "vectors.json"), "utf8"));
const outcomeOf = ({ code, fails, passes }: Vector): string => code ?? (passes === true ? "passes" : Object.keys(fails ?? {}).join(" "));
/** Every outcome up to three times: that each file has its outcome is tested with the exporter, that each outcome has its sentence here. */
const vectors = all
  .filter(({ before }) => before === undefined)
  .filter((one, n, some) => some.slice(0, n).filter((earlier) => outcomeOf(earlier) === outcomeOf(one)).length < 3);
const sentences: Readonly<Record<string, string | object>> = { ...errors, ...open };
const sentence = (key: string): string => {
  const said = sentences[key];
  if (typeof said !== "string") throw new Error(`no sentence for ${key}`);
  return said;
};

const copies = mkdtempSync(join(tmpdir(), "received-"));
let host: StaticHost;
let phone: Phone;
beforeAll(async () => {
  host = await startHost(join(import.meta.dirname, "../../dist"));
  phone = await startPhone({ url: host.url });
  await phone.tap("Someone sent me a file");
});
afterAll(async () => {
  await phone.close();
  await host.close();
  removeProfile(phone.profile);
  rmSync(copies, { recursive: true });
});

/** Chooses the file, says the words, and reads what the screen then says: a message, or the receipt. */
const openOnScreen = async ({ name, words }: Vector): Promise<string> => {
  const received = join(copies, "received.age");
  copyFileSync(join(folder, `${name}.age`), received);
  await phone.pick("Choose the file", [received]);
  await phone.fill("The six words", words.join(" "));
  await phone.tap("Open");
  const { page } = phone;
  const receipt = page.getByRole("list", { name: "What was checked" });
  const dismiss = page.getByRole("button", { name: "Close this message" });
  const message = page.getByRole("status").filter({ has: dismiss }).getByRole("paragraph");
  await receipt.or(message).first().waitFor();
  const said = (await receipt.isVisible()) ? await page.getByRole("main").innerText() : await message.innerText();
  if (await receipt.isVisible()) await phone.tap("Close");
  else await dismiss.click();
  return said;
};

test("more than twenty hostile files are among them", () => {
  expect(vectors.filter(({ passes }) => passes !== true).length).toBeGreaterThan(20);
});

test.each(vectors.map((vector) => [vector.name, vector] as const))("%s", async (_, vector) => {
  const said = await openOnScreen(vector);
  if (vector.code !== undefined) expect(said).toBe(sentence(`error.${vector.code}`));
  else if (vector.passes === true) expect(said).toContain(sentence("open.all-good"));
  else {
    expect(said).toContain(sentence("open.some-bad"));
    for (const check of Object.keys(vector.fails ?? {})) expect(said).toContain(sentence(`open.fail-${check}`));
  }
});
