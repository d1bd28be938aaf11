import { err, ok, type Result } from "../../lib/result.ts";
import { largestPdf, longestSide, mostPages, patience, type Patience } from "./limits.ts";
import { parseSaid, type Lack, type PagesAsk, type PagesFailure, type PagesSaid } from "./protocol.ts";

/** `slow`: it took too long, and was stopped; `large`: too large to be opened here; `unread`: a piece of the file could not be read. */
export type PagesError = PagesFailure | "slow" | "large" | "unread";

/** A PDF, read by ranges. */
export interface PdfSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `from`…`to` (exclusive); null when they may not or cannot be read. */
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface DrawnPage {
  /** The one who asked closes it. */
  readonly picture: ImageBitmap;
  /** What the page needs and was drawn without. */
  readonly lacks: readonly Lack[];
}

export interface OpenPages {
  readonly count: number;
  /** The file says that it has more pages than are shown. */
  readonly hasMore: boolean;
  /** Page from 1. One at a time, in the order in which they were asked for; after one that took too long the next begins in a new worker. */
  readonly draw: (page: number) => Promise<Result<DrawnPage, PagesError>>;
  /** Ends the worker, and what is being drawn. */
  readonly end: () => void;
}

/** One worker and the question it is asked. */
interface Drawer {
  readonly ask: (asked: PagesAsk, ms: number) => Promise<Result<PagesSaid, PagesError>>;
  readonly end: () => void;
  readonly isOver: () => boolean;
}

const isFitting = ({ width, height }: ImageBitmap): boolean => width <= longestSide && height <= longestSide;

/** `worker` is ended with the first failure but a damaged page's: what is left of it is not trusted. */
const startDrawer = (worker: Worker, source: PdfSource): Drawer => {
  let over = false;
  let settle: (answer: Result<PagesSaid, PagesError>) => void = () => undefined;
  const end = (why: PagesError): void => {
    over = true;
    worker.terminate();
    settle(err(why));
  };
  const give = async (from: number, to: number): Promise<void> => {
    const bytes = to <= source.size ? await source.read(from, to) : null;
    if (over) return;
    if (bytes === null) return end("unread");
    worker.postMessage({ ask: "bytes", from, bytes: bytes.buffer } satisfies PagesAsk, [bytes.buffer]);
  };
  worker.addEventListener("message", ({ data }) => {
    const said = parseSaid(data);
    if (said === undefined || (said.said === "drawn" && !isFitting(said.picture))) end("damaged");
    else if (said.said === "want") void give(said.from, said.to);
    else settle(said.said === "failed" ? err(said.why) : ok(said));
  });
  for (const event of ["error", "messageerror"]) worker.addEventListener(event, () => end("damaged"));
  return {
    isOver: () => over,
    end: () => end("unread"),
    ask: (asked, ms) =>
      new Promise((resolve) => {
        const late = setTimeout(() => end("slow"), ms);
        settle = (answer) => {
          clearTimeout(late);
          settle = () => undefined;
          resolve(answer);
        };
        worker.postMessage(asked);
      }),
  };
};

/** Opens a PDF in a worker of its own (`start` makes it), which has no keys and gets the bytes of this file alone. */
export const openPages = async (
  start: () => Worker,
  source: PdfSource,
  ms: Patience = patience,
): Promise<Result<OpenPages, PagesError>> => {
  if (source.size > largestPdf) return err("large");
  let drawer: Drawer | undefined;
  let ended = false;
  const opened = async (): Promise<Result<{ readonly drawer: Drawer; readonly said: number }, PagesError>> => {
    const next = startDrawer(start(), source);
    drawer = next;
    const said = await next.ask({ ask: "open", size: source.size }, ms.open);
    if (said.ok && said.value.said === "opened") return ok({ drawer: next, said: said.value.count });
    next.end();
    return said.ok ? err("damaged") : said;
  };
  const first = await opened();
  if (!first.ok) return first;
  const drawOne = async (page: number): Promise<Result<DrawnPage, PagesError>> => {
    if (ended) return err("unread");
    const used = drawer === undefined || drawer.isOver() ? await opened() : ok({ drawer });
    if (!used.ok) return used;
    const said = await used.value.drawer.ask({ ask: "draw", page }, ms.draw);
    if (!said.ok) return said;
    return said.value.said === "drawn" ? ok(said.value) : err("damaged");
  };
  // What the worker says does not name the page, so the next is asked for when the one before was answered.
  let before: Promise<unknown> = Promise.resolve();
  return ok({
    count: Math.min(first.value.said, mostPages),
    hasMore: first.value.said > mostPages,
    end: () => {
      ended = true;
      drawer?.end();
    },
    draw: (page) => {
      const drawn = before.then(() => drawOne(page));
      before = drawn.catch(() => undefined);
      return drawn;
    },
  });
};
