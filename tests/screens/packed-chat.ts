import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js";
import threatUrl from "../samples/threat-chat.png?url";
import whatsApp from "../samples/whatsapp-android.txt?raw";
import type { Shown } from "./support.ts";
import { choose, press } from "./tap.ts";

export const shot = async (): Promise<Blob> => (await fetch(threatUrl)).blob();

/** A zip of these files, by name. */
export const zipOf = async (name: string, files: readonly (readonly [string, Blob])[]): Promise<File> => {
  const zip = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
  for (const [called, blob] of files) await zip.add(called, new BlobReader(blob));
  return new File([await zip.close()], name, { type: "application/zip" });
};

/** As phones pack a chat: its text, a picture and a recording. */
export const chatZip = async (): Promise<File> =>
  zipOf("WhatsApp Chat with Ana.zip", [
    ["WhatsApp Chat with Ana.txt", new Blob([whatsApp])],
    ["IMG-20261119-WA0003.jpg", await shot()],
    ["PTT-20261119-WA0004.opus", new Blob(["OggS and the rest of it"])],
  ]);

/** From the list of what came in the zip, through the questions of any file, and back to the list. */
export const keepItsPicture = async (shown: Shown, picture: string): Promise<void> => {
  await press(shown, "Keep: IMG-20261119-WA0003.jpg");
  await shown.heading("Which picture is in this?");
  await choose(shown, picture);
  await press(shown, "Continue");
  await shown.heading("About this file");
  await choose(shown, "Someone else");
  await press(shown, "Keep it");
  await shown.heading("Also in the zip");
};
