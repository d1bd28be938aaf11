import { parseMediaAnswer, parseRange, type MediaAnswer, type MediaQuestion } from "../lib/media.ts";
import { policyHeaders } from "./policy.ts";

/** The page that plays answers by one message; a page that is gone never does, and then nobody waits for the response either. */
const ask = (client: Client, question: MediaQuestion): Promise<MediaAnswer> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(parseMediaAnswer(data));
    };
    client.postMessage(question, [port2]);
  });

/** A stream, not a body of bytes: those Chromium would hand on as a Blob. */
const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });

const headers = { ...policyHeaders, "Accept-Ranges": "bytes", "Cache-Control": "no-store" } as const;
const refused = (status: 404 | 416, more: Readonly<Record<string, string>> = {}): Response =>
  // With a type, so that nobody who opens the address by hand is offered a download.
  new Response(null, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", ...more } });

/**
 * Answers a player's request for a range of bytes with at most one piece of the file: a player asks for the next by itself. So there is
 * nothing to remember here, and the browser may end this worker between any two requests. Only the page that made the request is asked,
 * and only a player is answered: not a page of its own, not `fetch`, nothing without a range.
 */
export const respondMedia = async (request: Request, client: Client | undefined, token: string): Promise<Response> => {
  const range = parseRange(request.headers.get("range"));
  const isPlayer = request.destination === "video" || request.destination === "audio";
  if (range === undefined || !isPlayer || client === undefined) return refused(404);
  const answer = await ask(client, { type: "media", token, from: range.from });
  if (answer === null) return refused(404);
  const { type, size, bytes } = answer;
  if (range.from >= size || bytes.byteLength === 0) return refused(416, { "Content-Range": `bytes */${String(size)}` });
  const end = Math.min(range.from + bytes.byteLength, range.to === null ? size : range.to + 1, size);
  const length = end - range.from;
  return new Response(streamOf(new Uint8Array(bytes, 0, length)), {
    status: 206,
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Length": String(length),
      "Content-Range": `bytes ${String(range.from)}-${String(end - 1)}/${String(size)}`,
    },
  });
};
