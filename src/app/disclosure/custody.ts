import type { Read } from "../../case/decode.ts";
import type { CaseState, Evidence, Message } from "../../case/state.ts";
import type { JsonObject } from "../../lib/json.ts";
import { historiesOf, type HistoryLine } from "../custody/history.ts";
import type { Choices } from "./choices.ts";
import type { Going } from "./going.ts";

/** What of a file's history may be told. */
type Tells = (line: HistoryLine) => boolean;

/** A line as JSON: its own members and no other. */
const lineJson = (line: HistoryLine): JsonObject => ({ ...line });

/** A kept file: what it is, when and how it came in, by whom, its digest, and what happened to it since. */
export const itemRow = (item: Evidence, path: string, history: readonly HistoryLine[], tells: Tells): JsonObject => ({
  path,
  id: item.id,
  name: item.name,
  sha256: item.sha256,
  size: item.size,
  type: item.type,
  role: item.role,
  cameIn: item.at,
  offset: item.offset,
  came: item.came,
  fileTime: item.fileTime,
  misnamed: item.misnamed,
  capturedAt: item.capturedAt,
  capturedFrom: item.capturedFrom,
  capturedBy: item.capturedBy,
  coveredFrom: item.source?.how === "covered" ? item.source.sha256 : null,
  source: item.source === null ? null : { sha256: item.source.sha256, how: item.source.how, at: item.source.at },
  original: item.forgotten ? "forgotten" : "kept",
  earlierExports: history.filter(({ what }) => what === "handed-over").length,
  history: history.filter(tells).map(lineJson),
});

/** The same for a message; `from`: its sender as it is noted. */
export const messageRow = (message: Message, path: string, history: readonly HistoryLine[], tells: Tells): JsonObject => ({
  path,
  id: message.id,
  name: message.name,
  sha256: message.sha256,
  size: message.size,
  cameIn: message.at,
  offset: message.offset,
  came: "import",
  channel: message.channel,
  from: message.from,
  coveredFrom: null,
  earlierExports: history.filter(({ what }) => what === "handed-over").length,
  history: history.filter(tells).map(lineJson),
});

/** Each time that all that is stored was read again and compared, without saying how much that is. */
export const checkRows = ({ checks }: Pick<CaseState, "checks">): readonly JsonObject[] =>
  checks.map(({ at, damaged }) => ({ record: "checked", at, outcome: damaged === 0 ? "as-saved" : "damaged" }));

/**
 * What this reader may be told: that copies were given, and that the record was copied to another place, only where the person ticked that. The
 * name of a reader does not tell whether it is this one. Checks of all that is stored have lines of their own.
 */
const tellsTo =
  ({ parts }: Choices): Tells =>
  ({ what }) => {
    if (what === "handed-over" || what === "backed-up" || what === "restored" || what === "merged") return parts.has("handovers");
    if (what === "fingerprinted") return parts.has("fingerprints");
    // What came in again may have come in for something that this reader is not given.
    return what !== "checked" && what !== "came-again";
  };

/**
 * `data/custody.jsonl`: a row for every file that goes, then the checks. A copy that was made here is named by its digest only where it goes
 * along. Exports to others are counted, whether or not they are listed.
 */
export const custodyRows = (going: Going, reads: readonly Read[], state: CaseState, choices: Choices): readonly JsonObject[] => {
  const histories = historiesOf(reads);
  const going256 = new Set(going.evidence.map(({ item }) => item.sha256));
  const tells = tellsTo(choices);
  const historyOf = (id: string): readonly HistoryLine[] =>
    (histories.get(id) ?? []).map((line) => {
      if (line.what !== "copy-made" || line.sha256 === undefined || going256.has(line.sha256)) return line;
      const { sha256: _, ...rest } = line;
      return rest;
    });
  return [
    ...going.evidence.map(({ item, path }) => itemRow(item, path, historyOf(item.id), tells)),
    ...going.messages.flatMap(({ message, path }) => (path === null ? [] : [messageRow(message, path, historyOf(message.id), tells)])),
    ...checkRows(state),
  ];
};
