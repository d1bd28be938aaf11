/** What a body of multipart/form-data (RFC 7578) brings, in order. `data` are views on what was fed: use them before the next feeding. */
export type MultipartEvent =
  | { readonly is: "part"; readonly name: string; /** null: a plain field. */ readonly file: string | null; readonly type: string }
  | { readonly is: "data"; readonly bytes: Uint8Array }
  | { readonly is: "end" };

export interface MultipartParser {
  /** Any cutting of a body into chunks gives the same parts and, joined, the same data. Nothing more comes once the body is found to be malformed. */
  readonly feed: (chunk: Uint8Array) => readonly MultipartEvent[];
  /** Whether the closing line was seen. Otherwise the last part is not whole, unless its `end` came. */
  readonly isWhole: () => boolean;
}

/** Head of one part, in bytes; a browser writes some hundred. */
const headLimit = 8_192;
const cr = 13;

/** The boundary that a Content-Type header names; undefined when it is another type, or names none. */
export const boundaryOf = (contentType: string | null): string | undefined => {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*(?:;|$)/iu.exec(contentType ?? "");
  return found?.[2];
};

const indexOf = (where: Uint8Array, what: Uint8Array): number => {
  for (let at = where.indexOf(cr); at !== -1 && at + what.length <= where.length; at = where.indexOf(cr, at + 1))
    if (what.every((byte, i) => where[at + i] === byte)) return at;
  return -1;
};

/** Browsers write quotes and line breaks in names as %22, %0D, %0A, and everything else as it is. */
const unescaped = (text: string): string => text.replaceAll(/%(?:22|0[DA])/giu, (code) => (code === "%22" ? '"' : " "));

const readHead = (head: string): MultipartEvent | undefined => {
  const lines = head.split("\r\n");
  const valueOf = (name: string): string | undefined =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const disposition = valueOf("content-disposition");
  const name = /^form-data\s*;.*?\bname="([^"]*)"/iu.exec(disposition ?? "")?.[1];
  if (disposition === undefined || name === undefined) return undefined;
  const file = /;\s*filename="([^"]*)"/iu.exec(disposition)?.[1];
  const type = (valueOf("content-type") ?? "").replace(/;.*$/su, "").trim().toLowerCase();
  return { is: "part", name: unescaped(name), file: file === undefined ? null : unescaped(file), type };
};

/** Reads a body chunk by chunk and holds on to no more than one head, or one boundary. Pure; for any bytes. */
export const multipartParser = (boundary: string): MultipartParser => {
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`);
  const blankLine = Uint8Array.of(cr, 10, cr, 10);
  const decoder = new TextDecoder();
  let at: "before" | "boundary" | "head" | "data" | "after" | "malformed" = "before";
  const step = (events: MultipartEvent[]): boolean => {
    switch (at) {
      case "boundary":
        return pastBoundary();
      case "head":
        return pastHead(events);
      case "before":
      case "data":
        return toBoundary(events);
      default:
        return false;
    }
  };
  // The first boundary has no line before it.
  let held: Uint8Array = Uint8Array.of(cr, 10);

  const toBoundary = (events: MultipartEvent[]): boolean => {
    const found = indexOf(held, delimiter);
    const plain = found === -1 ? Math.max(0, held.length - delimiter.length + 1) : found;
    if (at === "data" && plain > 0) events.push({ is: "data", bytes: held.subarray(0, plain) });
    if (found === -1) {
      held = held.subarray(plain);
      return false;
    }
    if (at === "data") events.push({ is: "end" });
    held = held.subarray(found + delimiter.length);
    at = "boundary";
    return true;
  };
  const pastBoundary = (): boolean => {
    if (held.length < 2) return false;
    const [one, two] = held;
    at = one === 45 && two === 45 ? "after" : one === cr && two === 10 ? "head" : "malformed";
    // The line break stays: of a part without any head it begins the blank line.
    return at === "head";
  };
  const pastHead = (events: MultipartEvent[]): boolean => {
    const found = indexOf(held, blankLine);
    if (found === -1 || found > headLimit) {
      if (held.length > headLimit) at = "malformed";
      return false;
    }
    const head = readHead(decoder.decode(held.subarray(2, Math.max(2, found))));
    at = head === undefined ? "malformed" : "data";
    if (head === undefined) return false;
    events.push(head);
    // Of the blank line the second break may begin the boundary of an empty part.
    held = held.subarray(found + 4);
    return true;
  };

  return {
    feed: (chunk) => {
      const events: MultipartEvent[] = [];
      if (at === "after" || at === "malformed") return events;
      const joined = new Uint8Array(held.length + chunk.length);
      joined.set(held);
      joined.set(chunk, held.length);
      held = joined;
      while (step(events));
      return events;
    },
    isWhole: () => at === "after",
  };
};
