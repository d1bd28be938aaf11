import { BlobReader, BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js";
import type { BrowserContext, Page } from "playwright";
import { expect } from "vitest";
import { shareAction } from "../../src/lib/share-target.ts";

/** As a phone packs a chat: this text and a picture, with nothing made smaller, so that a disk would show both as they are. */
export const packedChat = async (text: string, picture: Uint8Array): Promise<Uint8Array> => {
  const zip = new ZipWriter(new BlobWriter("application/zip"), { level: 0 });
  await zip.add("WhatsApp Chat with Ana.txt", new TextReader(text));
  await zip.add("IMG-20261119-WA0003.png", new BlobReader(new Blob([picture.slice()])));
  return new Uint8Array(await (await zip.close()).arrayBuffer());
};

export interface Shared {
  readonly files?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  /** Address of a page that posts it; a page without a name by default, which sends what the share sheet sends. */
  readonly from?: string;
}

/**
 * A POST as the browser makes it when another app shares: a top-level navigation with a multipart body whose files lie on the disk, without the name of
 * any site as its Origin. The service worker is stopped first: the share sheet finds it asleep.
 */
export const share = async (
  context: BrowserContext,
  url: string,
  { files = [], fields = {}, from = "about:blank" }: Shared,
): Promise<Page> => {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("ServiceWorker.enable");
  await cdp.send("ServiceWorker.stopAllWorkers");
  await cdp.detach();
  await page.goto(from);
  await page.setContent(
    `<form method="post" autocomplete="off" enctype="multipart/form-data" action="${url}${shareAction}">${Object.entries(fields)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join("")}<input type="file" name="files" multiple></form>`,
  );
  if (files.length > 0) await page.locator("input[type=file]").setInputFiles([...files]);
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.url() === `${url}${shareAction}`) answers.push(response.status());
  });
  await page.evaluate(() => document.forms[0]?.submit());
  await page.waitForURL((address) => address.href.startsWith(url));
  expect(answers).toEqual([303]);
  return page;
};
