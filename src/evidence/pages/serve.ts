import { failureOf, openPdf, type PdfDocument } from "./document.ts";
import type { PagesAsk, PagesSaid } from "./protocol.ts";

const say = (said: PagesSaid): void => self.postMessage(said, { transfer: said.said === "drawn" ? [said.picture] : [] });

/** Answers what `protocol.ts` asks, for one PDF; the worker is ended with it. */
export const servePages = (): void => {
  const wanted = new Map<number, (bytes: ArrayBuffer) => void>();
  let pdf: PdfDocument | undefined;
  const read = (from: number, to: number): Promise<ArrayBuffer> =>
    new Promise((resolve) => {
      wanted.set(from, resolve);
      say({ said: "want", from, to });
    });
  const answer = async (asked: Exclude<PagesAsk, { ask: "bytes" }>): Promise<void> => {
    try {
      if (asked.ask === "open") {
        pdf = await openPdf(asked.size, read);
        say({ said: "opened", count: pdf.count });
      } else if (pdf !== undefined) say({ said: "drawn", ...(await pdf.draw(asked.page)) });
    } catch (problem) {
      say({ said: "failed", why: failureOf(problem) });
    }
  };
  self.addEventListener("message", ({ data }: MessageEvent<PagesAsk>) => {
    if (data.ask !== "bytes") return void answer(data);
    wanted.get(data.from)?.(data.bytes);
    wanted.delete(data.from);
  });
};
