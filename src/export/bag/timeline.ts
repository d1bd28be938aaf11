import canonicalize from "canonicalize";
import { base64, hex, unbase64, unhex } from "../../lib/bytes.ts";
import type { JsonObject } from "../../lib/json.ts";
import { asObject, canonical, parseObject } from "./json.ts";

/** `data/timeline.jsonl`: the disclosed entries, one line each. */
export type TimelineLine =
  | { readonly kind: "extract"; readonly n: number; readonly text: string; readonly entry: JsonObject }
  | {
      readonly kind: "continuity";
      readonly log: string;
      readonly seq: number;
      readonly salt: Uint8Array;
      /** Exactly the hashed text. */ readonly text: string;
      readonly entry: JsonObject;
      readonly proof: readonly Uint8Array[];
    };

/** An extract leaves out the entry's number: it would tell how much was left out. undefined when the text is no entry. */
export const extractLine = (n: number, text: string): string | undefined => {
  const entry = parseObject(text);
  if (entry === undefined) return undefined;
  const { seq: _, ...rest } = entry;
  return canonical({ n, entry: canonicalize(rest) ?? "" });
};

export const continuityLine = (line: {
  readonly log: string;
  readonly seq: number;
  readonly salt: Uint8Array;
  readonly text: string;
  readonly proof: readonly Uint8Array[];
}): string => canonical({ log: line.log, seq: line.seq, salt: base64(line.salt), entry: line.text, proof: line.proof.map(hex) });

/** Numbers of the lines (1, 2, 3 …) that are not what this format writes, beside those that are. Orders and kinds may not be mixed. */
export const parseTimeline = (text: string): { readonly lines: readonly TimelineLine[]; readonly bad: readonly number[] } => {
  const lines: TimelineLine[] = [];
  const bad: number[] = [];
  const raw = text.split("\n");
  if (raw.pop() !== "") bad.push(raw.length + 1);
  /** A case that was restored or merged has several: each is told to its end before the next. */
  const logs = new Set<string>();
  for (const [i, line] of raw.entries()) {
    const parsed = parseLine(line);
    const before = lines.at(-1);
    if (
      parsed === undefined ||
      (before !== undefined && !follows(before, parsed, logs)) ||
      (parsed.kind === "extract" && parsed.n !== i + 1)
    )
      bad.push(i + 1);
    else {
      lines.push(parsed);
      if (parsed.kind === "continuity") logs.add(parsed.log);
    }
  }
  return { lines, bad };
};

const follows = (before: TimelineLine, line: TimelineLine, logs: ReadonlySet<string>): boolean =>
  before.kind === "extract" || line.kind === "extract"
    ? before.kind === line.kind
    : before.log === line.log
      ? before.seq < line.seq
      : !logs.has(line.log);

const parseLine = (text: string): TimelineLine | undefined => {
  const line = parseObject(text);
  if (line === undefined || typeof line["entry"] !== "string") return undefined;
  const entry = parseObject(line["entry"]);
  // Any other spelling of the same entry would have another hash, or hide something from one reader and not from another.
  if (entry === undefined || canonical(entry) !== line["entry"] || typeof entry["kind"] !== "string") return undefined;
  if (asObject(entry["body"] ?? null) === undefined) return undefined;
  return "n" in line ? extractOf(line, line["entry"], entry) : continuityOf(line, line["entry"], entry);
};

const extractOf = (line: JsonObject, text: string, entry: JsonObject): TimelineLine | undefined => {
  const n = line["n"];
  if (Object.keys(line).length !== 2 || typeof n !== "number" || "seq" in entry) return undefined;
  return { kind: "extract", n, text, entry };
};

const continuityOf = (line: JsonObject, text: string, entry: JsonObject): TimelineLine | undefined => {
  const { log, seq, salt: saltText, proof: proofTexts } = line;
  if (Object.keys(line).length !== 5 || typeof log !== "string" || !/^[0-9a-f]{32}$/u.test(log)) return undefined;
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq < 0 || entry["seq"] !== seq) return undefined;
  const salt = typeof saltText === "string" ? unbase64(saltText) : undefined;
  if (salt?.length !== 16 || !Array.isArray(proofTexts) || proofTexts.length > 64) return undefined;
  const proof: Uint8Array[] = [];
  for (const hash of proofTexts) {
    const bytes = typeof hash === "string" ? unhex(hash) : undefined;
    if (bytes?.length !== 32) return undefined;
    proof.push(bytes);
  }
  return { kind: "continuity", log, seq, salt, text, entry, proof };
};
