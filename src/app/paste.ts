import type { PastedLine } from "../case/commands.ts";
import type { CaseState } from "../case/state.ts";
import type { App } from "./types.ts";

/** What a part of a line was understood as. `again`: the same page stands further up; `known`: it is in the case already. */
export type ReadAs = "link" | "again" | "known" | "account-name" | "unusable" | "text";

/** One link or text found in a line. */
export interface ReadPart {
  readonly as: ReadAs;
  readonly line: PastedLine;
  /** Number of the line that shows the same page, for `again`. */
  readonly sameAs: number | null;
  /** Host of the platform that this address resembles without being it. */
  readonly resembles: string | null;
}
/** One line of a paste as it came, and all that is kept of it. Counted from 1; only empty lines have no parts. */
export interface ReadLine {
  readonly number: number;
  readonly parts: readonly ReadPart[];
}
export interface ReadPaste {
  readonly lines: readonly ReadLine[];
  readonly counts: {
    readonly lines: number;
    readonly empty: number;
    readonly links: number;
    readonly joined: number;
    readonly texts: number;
  };
}

/** The directory and the public-suffix list are large: both are fetched when something is pasted. */
const tools = async () => {
  const [links, likeness, { platforms }] = await Promise.all([
    import("../evidence/links.ts"),
    import("../evidence/look-alike.ts"),
    import("../content/platforms/index.ts"),
  ]);
  return { ...links, ...likeness, platforms };
};

const partOf = (line: Extract<PastedLine, { as: "text" }>): ReadPart => {
  const { why } = line.body;
  return { as: why === "account-name" ? why : why === "unusable-link" ? "unusable" : "text", line, sameAs: null, resembles: null };
};

const portless = (host: string): string => host.replace(/:\d+$/u, "");

/** Reads a paste line by line. Nothing is dropped but empty lines, which are counted; nothing is fetched from the network or kept yet. */
export const readPaste = async (text: string, state: CaseState, newId: () => string): Promise<ReadPaste> => {
  const { understandPaste, lookAlike, platforms } = await tools();
  const firstLine = new Map<string, number>();
  const likeness = new Map<string, string | null>();
  // A thousand links stand on few hosts, and the comparison goes through the whole directory.
  const resembles = (host: string): string | null => {
    const known = likeness.get(host);
    if (known !== undefined) return known;
    const found = lookAlike(host, platforms)?.like ?? null;
    likeness.set(host, found);
    return found;
  };
  const read = (line: PastedLine, number: number): ReadPart => {
    if (line.as === "text") return partOf(line);
    const { key, host } = line.body;
    const first = firstLine.get(key);
    if (first === undefined) firstLine.set(key, number);
    const as = state.linkByKey.has(key) ? "known" : first === undefined ? "link" : "again";
    return { as, line, sameAs: first ?? null, resembles: resembles(portless(host)) };
  };
  const raw = text.split(/\r\n|\n|\r/u);
  // What follows the last line break is no line.
  if (raw.length > 1 && raw.at(-1) === "") raw.pop();
  const lines = raw.map((line, i): ReadLine => {
    const number = i + 1;
    return { number, parts: understandPaste(line, platforms, newId).map((part) => read(part, number)) };
  });
  const parts = lines.flatMap((line) => line.parts);
  const count = (...kinds: readonly ReadAs[]): number => parts.filter(({ as }) => kinds.includes(as)).length;
  return {
    lines,
    counts: {
      lines: lines.length,
      empty: lines.filter((line) => line.parts.length === 0).length,
      links: count("link"),
      joined: count("again", "known"),
      texts: count("account-name", "unusable", "text"),
    },
  };
};

/** One write holds at most so many lines, and so many UTF-16 units of text: what a phone encrypts and stores without a pause. */
const CHUNK_LINES = 200;
const CHUNK_UNITS = 400_000;

/** The lines in pieces that fit one write each, in their order. */
export const inChunks = (lines: readonly PastedLine[]): readonly (readonly PastedLine[])[] => {
  const chunks: PastedLine[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const size = JSON.stringify(line).length;
    const last = chunks.at(-1);
    if (last === undefined || last.length >= CHUNK_LINES || units + size > CHUNK_UNITS) {
      chunks.push([line]);
      units = size;
    } else {
      last.push(line);
      units += size;
    }
  }
  return chunks;
};

/**
 * Saves what was read, piece by piece, each piece durable before the next. Answers how many lines are saved: fewer than given when one was
 * refused, which has then been told. `onProgress` gets the same number as it grows.
 */
export const savePaste = async (
  app: App,
  lines: readonly PastedLine[],
  pictures: readonly string[],
  onProgress: (saved: number) => void,
): Promise<number> => {
  let saved = 0;
  for (const chunk of inChunks(lines)) {
    if (!(await app.act({ do: "paste", lines: chunk, from: "paste", pictures }))) return saved;
    saved += chunk.length;
    onProgress(saved);
  }
  return saved;
};

/** Where an address would really lead, and what it belongs to. */
export interface KnownAddress {
  /** As a browser would go there; null when it is not a web page. */
  readonly href: string | null;
  readonly site: string;
  readonly platform: string | null;
  /** Host of the platform that it resembles without being it. */
  readonly resembles: string | null;
}

/** Reads one address; undefined when the text is none. */
export const readAddress = async (text: string): Promise<KnownAddress | undefined> => {
  const { parseAddress, understandPaste, lookAlike, platforms } = await tools();
  const url = parseAddress(text.trim());
  const first = understandPaste(text.trim(), platforms, () => "0".repeat(32))[0];
  if (url === undefined || first?.as !== "link") return undefined;
  const { site, platform } = first.body;
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return { href: isWeb ? url.href : null, site, platform, resembles: lookAlike(url.hostname, platforms)?.like ?? null };
};
