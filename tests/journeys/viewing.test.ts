import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Response } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newProfile, removeProfile, startPhone, type Phone } from "../support/app-driver.ts";
import { searchProfile } from "../support/disk.ts";
import { pdfOf, stream } from "../evidence/pdf-files.ts";
import { answer, begin, install } from "../support/journey-begin.ts";
import { plantCanaries } from "../support/journey-canary.ts";
import { makeFilm, makeSound } from "../support/make-film.ts";
import { startHost, type StaticHost } from "../support/server.ts";

const filmCanary = "canary-inside-of-a-film-4711 ";
const soundCanary = "canary-inside-of-a-sound-0815 ";
const textCanary = "canary-inside-of-a-saved-page-2342";
const pdfCanary = "canary-inside-of-a-letter-1881 ";
const seconds = 10;

let host: StaticHost;
let phone: Phone;
let folder: string;
const profile = newProfile();
beforeEach(async () => {
  host = await startHost(join(import.meta.dirname, "../../dist"));
  folder = mkdtempSync(join(tmpdir(), "film-"));
  phone = await startPhone({ url: host.url, profile });
});
afterEach(async () => {
  await phone.close();
  await host.close();
  removeProfile(profile);
  rmSync(folder, { recursive: true });
});

/** From anywhere: the file is brought in as it is, and shown behind its cover. */
const bringIn = async (file: string): Promise<void> => {
  await phone.tap("Case");
  await phone.tap(/^Evidence/u);
  await phone.tap("Add a file");
  const box = phone.page.getByRole("checkbox", { name: /^green scarf/u });
  await box.waitFor();
  if (!(await box.isChecked())) await box.click();
  await phone.tap("Continue");
  await phone.tap("Another file", "radio");
  await phone.pick("Choose a file", [file]);
  await phone.at("About this file");
  await phone.tap("I did", "radio");
  await phone.tap("Keep it");
  await phone.at(/ is kept$|^Your screenshot$/u);
};

const player = (): Locator => phone.page.locator("video");
const atSecond = (second: number): Promise<void> =>
  player().evaluate(
    (video: HTMLVideoElement, to) =>
      new Promise<void>((resolve, reject) => {
        video.addEventListener("seeked", () => resolve(), { once: true });
        video.addEventListener("error", () => reject(new Error("the player gave up")), { once: true });
        video.currentTime = to;
      }),
    second,
  );
/** Which second the picture in the player belongs to, by its grey: VP8 keeps 16 of 256 steps for black. */
const secondShown = async (): Promise<number> => secondOf((await colourShown(player()))[0] ?? -1);
const secondOf = (grey: number): number => Math.round((grey / 1.164 + 16) / 20);
const picture = (): Locator => phone.page.locator("figure canvas:visible");
const colourShown = (shown: Locator): Promise<readonly number[]> =>
  shown.evaluate((source: HTMLVideoElement | HTMLCanvasElement) => {
    const canvas = new OffscreenCanvas(1, 1);
    const pen = canvas.getContext("2d");
    pen?.drawImage(source, 100, 100, 1, 1, 0, 0, 1, 1);
    return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  });
/** A letter that would like to run and to load something, with 6 MB that no page shows. */
const hostileLetter = (): Uint8Array =>
  pdfOf({
    content: `0 0 1 rg 0 0 200 200 re f BT /F 12 Tf 10 100 Td (${pdfCanary}) Tj ET`,
    resources: "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
    catalog: "/OpenAction << /S /JavaScript /JS (app.launchURL\\('https://other.test/a'\\);) >>",
    page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /A << /S /URI /URI (https://other.test/b) >> >>]",
    extra: [stream("", pdfCanary.repeat(200_000))],
    second: "1 0 0 rg 0 0 200 200 re f",
  });
const uncover = (): Promise<void> => phone.tap(/Covered · /u);
const play = (): Promise<void> =>
  player().evaluate(
    (video: HTMLVideoElement) =>
      new Promise<void>((resolve) => {
        video.addEventListener("ended", () => resolve(), { once: true });
        video.playbackRate = 8;
        void video.play();
      }),
  );

test("film and sound play and seek by piece under an address that says nothing, text is text, a PDF is pages, and nothing of them comes to the disk", async () => {
  await install(phone);
  const film = await makeFilm(phone.page, { seconds, ballast: 700_000, canary: filmCanary });
  writeFileSync(join(folder, "film.webm"), film);
  writeFileSync(join(folder, "sound.wav"), makeSound(30, soundCanary));
  writeFileSync(
    join(folder, "page.html"),
    `<!doctype html><html><img src="https://other.test/a.png" onerror="alert(1)"><script>document.title="owned"</script>${textCanary}</html>`,
  );
  writeFileSync(join(folder, "broken.webm"), film.subarray(0, 60));
  await begin(phone);
  await phone.tap("Case");
  await phone.tap(/^Evidence/u);
  await phone.tap("Add a file");
  await phone.fill("Name for it", "green scarf");
  await phone.tap("Save");
  await phone.tap(/^green scarf/u, "checkbox");
  await phone.tap("Continue");
  await answer(phone, "Was everyone in “green scarf” 18 or older when it was taken?", "Everyone was 18 or older");
  const asked: Response[] = [];
  phone.page.on("response", (response) => {
    if (response.url().includes("/media/")) asked.push(response);
  });
  host.forgetRequests();

  // Film: covered, then silent, and each second is found by ranges.
  await bringIn(join(folder, "film.webm"));
  expect(await player().count()).toBe(0);
  await uncover();
  await phone.sees("It starts without sound.");
  for (const second of [0.5, 8.5, 3.5]) {
    await atSecond(second);
    await expect.poll(secondShown).toBe(Math.ceil(second));
  }
  await play();
  const [address = ""] = [...new Set(asked.map((response) => response.url()))];
  expect(address).toMatch(new RegExp(`^${host.url}media/[0-9a-f]{32}$`, "u"));
  for (const response of asked) {
    expect([response.url(), response.status(), response.fromServiceWorker()]).toEqual([address, 206, true]);
    expect(response.headers()).toMatchObject({ "cache-control": "no-store", "content-type": "video/webm" });
    expect(Number(response.headers()["content-length"])).toBeLessThanOrEqual(1024 * 1024);
  }
  expect(asked.length).toBeGreaterThan(film.length / 1024 / 1024);
  expect(await player().evaluate((video: HTMLVideoElement) => [video.muted, video.disableRemotePlayback, video.autoplay])).toEqual([
    true,
    true,
    false,
  ]);
  expect(await phone.page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe("Daybook");

  // Nobody else gets it: not fetch, not a page of its own.
  expect(await phone.page.evaluate(async (url) => (await fetch(url, { headers: { range: "bytes=0-" } })).status, address)).toBe(404);
  const tab = await phone.context.newPage();
  await expect(tab.goto(address)).rejects.toThrow("ERR_HTTP_RESPONSE_CODE_FAILURE");
  await tab.close();

  // The browser ends an idle service worker when it likes; the next range starts another.
  const session = await phone.context.newCDPSession(phone.page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await atSecond(6.5);
  // The player may say that it is there a moment before it shows it.
  await expect.poll(secondShown).toBe(7);

  // Hiding the page covers it, and leaving the screen ends the address.
  await phone.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await phone.page.getByRole("button", { name: /Covered · WEBM/u }).waitFor();
  expect(await player().count()).toBe(0);
  expect(await phone.page.evaluate(() => navigator.mediaSession.metadata)).toBeNull();
  const dead = await phone.page.evaluate(
    (url) =>
      new Promise<number | undefined>((resolve) => {
        const video = document.createElement("video");
        video.addEventListener("error", () => resolve(video.error?.code));
        video.preload = "auto";
        // Another key in the memory of Chromium's players, which may still hold what was shown a moment ago.
        video.crossOrigin = "anonymous";
        video.src = url;
      }),
    address,
  );
  expect(dead).toBe(4);

  await bringIn(join(folder, "sound.wav"));
  await uncover();
  await phone.sees("You will hear it when you press play.");
  await atSecond(20);
  expect(await player().evaluate((video: HTMLVideoElement) => [video.muted, Math.round(video.duration)])).toEqual([false, 30]);

  await bringIn(join(folder, "broken.webm"));
  await uncover();
  await phone.sees("This browser cannot play this kind of file.");

  await bringIn(join(folder, "page.html"));
  await uncover();
  await phone.sees(`document.title="owned"`);
  await phone.sees(textCanary);

  // A PDF: page by page, with nothing run or loaded, and one of its pages kept as a picture.
  writeFileSync(join(folder, "letter.pdf"), hostileLetter());
  await bringIn(join(folder, "letter.pdf"));
  await uncover();
  await picture().waitFor();
  expect(await colourShown(picture())).toEqual([0, 0, 255]);
  await phone.tap("Next page");
  await phone.sees("Page 2 of 2");
  await expect.poll(async () => ((await picture().count()) === 1 ? colourShown(picture()) : null)).toEqual([255, 0, 0]);
  await phone.tap("Keep this page as a picture");
  await phone.sees("Kept as a picture of its own.");
  await uncover();
  await picture().waitFor();
  await expect.poll(() => colourShown(picture())).toEqual([255, 0, 0]);

  // What the player shows is kept as a picture too.
  await phone.tap("Case");
  await phone.tap(/^Evidence/u);
  await phone.tap(/film\.webm/u);
  await uncover();
  await atSecond(5.5);
  await expect.poll(secondShown).toBe(6);
  await phone.tap("Keep this frame as a picture");
  // Five frames a second: the time is the frame's own.
  await phone.page.getByText(/^Frame at 0:05\.[46]00$/u).waitFor();
  await uncover();
  await picture().waitFor();
  await expect.poll(async () => secondOf((await colourShown(picture()))[0] ?? -1)).toBe(6);

  // While it plays the app is locked: the player is gone with the page.
  await phone.tap("Case");
  await phone.tap(/^Evidence/u);
  await phone.tap(/film\.webm/u);
  await uncover();
  await atSecond(2.5);
  await phone.tap("Lock");
  await phone.at("Locked");
  expect(await player().count()).toBe(0);
  expect(host.requests.filter((path) => !path.endsWith("/sw.js"))).toEqual([]);
  expect(phone.watched.wrong.filter((what) => !what.includes("/media/") && !what.includes("404"))).toEqual([]);

  const planted = await plantCanaries(phone, host.url);
  await phone.close();
  const { finds, undecoded } = searchProfile(profile, [
    filmCanary,
    soundCanary,
    textCanary,
    pdfCanary,
    "film.webm",
    "letter.pdf",
    ...planted,
  ]);
  expect(new Set(finds.map(({ text }) => text))).toEqual(new Set(planted));
  expect(undecoded).toEqual([]);
}, 180_000);
