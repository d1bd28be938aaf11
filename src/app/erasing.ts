import { familyOf } from "../case/copies.ts";
import type { Id } from "../case/events.ts";
import { namedOn } from "../case/media.ts";
import { ok, type Result } from "../lib/result.ts";
import type { App, AppError } from "./types.ts";

/**
 * Before a copy is erased: who was seen in it is written on what it was made from, first of all, where it counts for everything else that was made from
 * that. Else erasing the one frame in which somebody was recognised would show the film again. Anything else is left as it is.
 */
export const tellSource = async (app: App, item: Id): Promise<Result<null, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return ok(null);
  const copy = view.state.evidence.get(item);
  if (copy === undefined || copy.source === null) return ok(null);
  const { sources } = familyOf(view.state, copy);
  const source = sources.findLast((one) => one !== undefined);
  if (source === undefined || source.forgotten) return ok(null);
  const told = [...new Set(namedOn(view.state, copy))].filter(
    (picture) => view.state.pictures.has(picture) && !source.pictures.includes(picture),
  );
  if (told.length === 0) return ok(null);
  const sent = await app.send({ do: "add-evidence-about", evidence: source.id, about: [], pictures: told }, view.caseId);
  return sent.ok ? ok(null) : sent;
};
