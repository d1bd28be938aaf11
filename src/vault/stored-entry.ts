import { fromUtf8 } from "../lib/bytes.ts";
import { instantFromMs } from "../lib/time.ts";
import { asFields, isCount, isText } from "./json-row.ts";
import type { Damage, LoadedCase, StoredEntry } from "./types.ts";

/** A case on its way from the worker to the page: per segment one JSON array as UTF-8, `null` where an entry was erased. Transferred, not copied. */
export interface CaseParts {
  readonly caseId: string;
  readonly size: number;
  readonly parts: readonly { readonly first: number; readonly json: ArrayBuffer }[];
  readonly damage: readonly Damage[];
  /** Of a case with several logs: the others, and where in its line each entry of any of them stands. */
  readonly line?: {
    readonly others: readonly { readonly log: string; readonly parts: CaseParts["parts"] }[];
    /** Three numbers a place: which log (0: its own, 1: the first of the others …), the entry's number there, and 1 where another copy brought it. */ readonly order: Uint32Array<ArrayBuffer>;
  };
}

/** What is left of an erased entry: its place. When and what it was is gone. */
export const erasedEntry = (seq: number): StoredEntry => ({ seq, at: instantFromMs(0), offset: 0, kind: "erased", body: null });

/** The entry from exactly the hashed text. Its place is `seq`; the text was checked when it was written and by the row's tag. */
export const storedEntry = (seq: number, text: Uint8Array): StoredEntry => toEntry(seq, JSON.parse(decode(text)));

export const entriesOf = ({ caseId, size, parts, damage, line }: CaseParts): LoadedCase => {
  const own = parsed(parts);
  if (line === undefined) return { caseId, size, damage, entries: own };
  const logs = [{ log: caseId, entries: own }, ...line.others.map(({ log, parts: other }) => ({ log, entries: parsed(other) }))].map(
    ({ log, entries }) => ({ log, entries: new Map(entries.map((entry) => [entry.seq, entry])) }),
  );
  const entries: StoredEntry[] = [];
  for (let n = 0; n * 3 < line.order.length; n++) {
    const from = logs[line.order[3 * n] ?? 0];
    const entry = from?.entries.get(line.order[3 * n + 1] ?? -1);
    if (from !== undefined && entry !== undefined)
      entries.push({ ...entry, seq: n, log: from.log, ...(line.order[3 * n + 2] === 1 ? { brought: true } : {}) });
  }
  return { caseId, size, damage, entries };
};

const parsed = (parts: CaseParts["parts"]): readonly StoredEntry[] =>
  parts.flatMap(({ first, json }) => {
    const list: unknown = JSON.parse(decode(new Uint8Array(json)));
    return Array.isArray(list) ? list.map((entry, i) => toEntry(first + i, entry)) : [];
  });

const toEntry = (seq: number, value: unknown): StoredEntry => {
  if (value === null) return erasedEntry(seq);
  if (!isEntry(value) || value.seq !== seq) throw new Error("an entry that was never written like this");
  return value;
};

/** The parsed text is the entry: its fields are the same. Only their types are looked at; that `at` is an instant was checked when it was written. */
const isEntry = (value: unknown): value is StoredEntry => {
  const { at, offset, kind, seq, body } = asFields(value) ?? {};
  return isText(at) && typeof offset === "number" && isText(kind) && isCount(seq) && body !== undefined;
};

const decode = (bytes: Uint8Array): string => {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new Error("an entry that is not UTF-8");
  return text;
};
