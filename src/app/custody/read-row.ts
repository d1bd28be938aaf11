import type { Json, JsonObject } from "../../lib/json.ts";
import { parseInstant, type Instant } from "../../lib/time.ts";
import type { EvidenceRole, RecipientKind, TimeSource } from "../../case/events.ts";
import type { CopySource } from "../../case/evidence-events.ts";
import { historyKinds, type HistoryLine } from "./history.ts";

/** A row of `custody.jsonl` as the sheet needs it. It may come out of somebody else's bundle, so what does not fit is left out, never guessed. */
export interface CustodyRow {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly role: EvidenceRole | undefined;
  readonly channel: "whatsapp" | "email" | "chat" | "sms" | "other" | undefined;
  /** Sender of a message. */ readonly from: string;
  readonly cameIn: Instant | undefined;
  /** Of the device's clock then; undefined: an older bundle does not say. */ readonly offset: number | undefined;
  readonly came: "import" | "paste" | "drop" | "share" | "made" | undefined;
  readonly fileTime: Instant | undefined;
  readonly misnamed: boolean;
  readonly capturedAt: Instant | undefined;
  readonly capturedFrom: TimeSource | undefined;
  readonly capturedBy: "person" | "helper" | "other" | undefined;
  readonly source: { readonly sha256: string; readonly how: CopySource["how"] } | undefined;
  readonly earlierExports: number;
  readonly history: readonly HistoryLine[];
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const count = (value: Json | undefined): number => (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0);
const instant = (value: Json | undefined): Instant | undefined => parseInstant(text(value));
const digest = (value: Json | undefined): string => (/^[0-9a-f]{64}$/u.test(text(value)) ? text(value) : "");
const oneOf = <T extends string>(words: readonly T[], value: Json | undefined): T | undefined => words.find((word) => word === value);
/** No clock on Earth is further from UTC than 14 hours; a day leaves room. */
const offset = (value: Json | undefined): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) <= 1_440 ? value : undefined;

const hows = ["covered", "stripped", "page", "still"] as const;
const recipients = ["friend", "helpline", "lawyer", "police"] as const satisfies readonly RecipientKind[];

const lineOf = (value: Json): readonly HistoryLine[] => {
  if (!isObject(value)) return [];
  const at = instant(value["at"]);
  const what = oneOf(historyKinds, value["what"]);
  if (at === undefined || what === undefined) return [];
  const how = oneOf([...hows, "exact"] as const, value["how"]);
  const to = oneOf(recipients, value["to"]);
  const outcome = oneOf(["as-saved", "damaged"] as const, value["outcome"]);
  const sha256 = digest(value["sha256"]);
  const label = text(value["label"]);
  return [
    {
      at,
      offset: offset(value["offset"]) ?? 0,
      what,
      ...(how === undefined ? {} : { how }),
      ...(sha256 === "" ? {} : { sha256 }),
      ...(to === undefined ? {} : { to }),
      ...(label === "" ? {} : { label }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(value["some"] === true ? { some: true } : {}),
    },
  ];
};

/** undefined: a row of something else, such as a check or a copy. */
export const readRow = (row: JsonObject): CustodyRow | undefined => {
  if (row["record"] !== undefined) return undefined;
  const source = row["source"];
  const how = isObject(source) ? oneOf(hows, source["how"]) : undefined;
  const history = row["history"];
  return {
    path: text(row["path"]),
    name: text(row["name"]),
    sha256: digest(row["sha256"]),
    size: count(row["size"]),
    type: text(row["type"]),
    role: oneOf(["listing", "content", "chat", "profile", "search", "answer", "receipt", "access", "other"] as const, row["role"]),
    channel: oneOf(["whatsapp", "email", "chat", "sms", "other"] as const, row["channel"]),
    from: text(row["from"]),
    cameIn: instant(row["cameIn"]),
    offset: offset(row["offset"]),
    came: oneOf(["import", "paste", "drop", "share", "made"] as const, row["came"]),
    fileTime: instant(row["fileTime"]),
    misnamed: row["misnamed"] === true,
    capturedAt: instant(row["capturedAt"]),
    capturedFrom: oneOf(["screen", "file", "memory", "other"] as const, row["capturedFrom"]),
    capturedBy: oneOf(["person", "helper", "other"] as const, row["capturedBy"]),
    source: isObject(source) && how !== undefined ? { sha256: digest(source["sha256"]), how } : undefined,
    earlierExports: count(row["earlierExports"]),
    history: Array.isArray(history) ? history.flatMap(lineOf) : [],
  };
};

/** A check of all that is stored. */
export const readCheck = (row: JsonObject): { readonly at: Instant; readonly outcome: "as-saved" | "damaged" } | undefined => {
  const at = instant(row["at"]);
  const outcome = oneOf(["as-saved", "damaged"] as const, row["outcome"]);
  return row["record"] === "checked" && at !== undefined && outcome !== undefined ? { at, outcome } : undefined;
};

/** That a file goes as a copy without hidden details: where it lies, and the digest that the copy has. */
export const readCopy = (row: JsonObject): { readonly path: string; readonly sha256: string } | undefined =>
  row["record"] === "copy" ? { path: text(row["path"]), sha256: digest(row["sha256"]) } : undefined;
