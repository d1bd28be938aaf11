import type { Read } from "../../case/decode.ts";
import type { CopySource } from "../../case/evidence-events.ts";
import type { CaseState } from "../../case/state.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { Going } from "./going.ts";

/** The document or film that a kept page or frame was drawn from. */
const madeFrom = (source: CopySource | null): JsonObject | null =>
  source?.how === "page" || source?.how === "still" ? { sha256: source.sha256, how: source.how, at: source.at } : null;

/**
 * `data/custody.jsonl`: for every item when and how it came in, by whom, its digest, and every export of it; then each time that all
 * that is stored was read again and compared, without saying how much that is. Looks are not logged. Exports to others are counted without saying to whom.
 */
export const custodyRows = (going: Going, reads: readonly Read[], { checks }: Pick<CaseState, "checks">): readonly JsonObject[] => {
  const exportsOf = (id: string): number =>
    reads.filter((read) => read.as === "read" && read.event.kind === "bundle.sealed.v1" && read.event.body.evidence.includes(id)).length;
  return [
    ...going.evidence.map(({ item, path }) => ({
      path,
      id: item.id,
      name: item.name,
      sha256: item.sha256,
      size: item.size,
      type: item.type,
      cameIn: item.at,
      came: item.came,
      capturedAt: item.capturedAt,
      capturedBy: item.capturedBy,
      coveredFrom: item.source?.how === "covered" ? item.source.sha256 : null,
      madeFrom: madeFrom(item.source),
      original: item.forgotten ? "forgotten" : "kept",
      earlierExports: exportsOf(item.id),
    })),
    ...going.messages.flatMap(({ message, path }) =>
      path === null
        ? []
        : [
            {
              path,
              id: message.id,
              name: message.name,
              sha256: message.sha256,
              size: message.size,
              cameIn: message.at,
              came: "import",
              coveredFrom: null,
            },
          ],
    ),
    ...checks.map(({ at, damaged }) => ({ record: "checked", at, outcome: damaged === 0 ? "as-saved" : "damaged" })),
  ];
};
