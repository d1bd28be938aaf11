import "../../src/vault/disarm.ts";
import "../../src/evidence/pages/disarm.ts";
import { failureOf, openPdf } from "../../src/evidence/pages/document.ts";

/** What comes of the first page of one file after another, in a worker that is as bare as the app's: to start one for each would take minutes. */
const wordFor = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    const pdf = await openPdf(bytes.length, async (from, to) => bytes.slice(from, to).buffer);
    (await pdf.draw(1)).picture.close();
    return "drawn";
  } catch (problem) {
    return failureOf(problem);
  }
};

self.addEventListener("message", ({ data }: MessageEvent<readonly Uint8Array<ArrayBuffer>[]>) => {
  const all = async (): Promise<void> => {
    const said: string[] = [];
    for (const bytes of data) said.push(await wordFor(bytes));
    self.postMessage(said);
  };
  void all();
});
