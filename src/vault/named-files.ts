import { fromUtf8 } from "../lib/bytes.ts";
import { textOf, type Entry } from "./entry.ts";
import { isId } from "./format.ts";
import { asFields } from "./json-row.ts";
import type { ReadSegment } from "./read-case.ts";

const liveText = (entry: Entry): string => (entry.state === "live" ? (fromUtf8(textOf(entry.hashed)) ?? "") : "");

/** Whether any readable entry that is not erased has the file's id anywhere in its text. `except`: sequence number of an entry that does not count. */
export const isNamed = (segments: readonly ReadSegment[], file: string, except?: number): boolean =>
  segments.some(({ ref, segment }) => segment?.entries.some((entry, i) => ref.first + i !== except && liveText(entry).includes(file)));

/** Ids of files that entries have in the `file` field of their body: each is to be there. */
export const namedFiles = (segments: readonly ReadSegment[]): ReadonlySet<string> =>
  new Set(
    segments
      .flatMap(({ segment }) => segment?.entries ?? [])
      .map(liveText)
      .filter((text) => text.includes('"file":'))
      .map((text) => asFields(asFields(JSON.parse(text))?.["body"])?.["file"])
      .filter(isId),
  );
