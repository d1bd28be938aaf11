import type { Command } from "../case/commands.ts";
import type { Id } from "../case/events.ts";
import type { CaseState, Evidence } from "../case/state.ts";
import type { CoveredFile } from "../evidence/cover/coverer.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { wouldAccept } from "./intake.ts";
import type { App, AppError } from "./types.ts";
import { dropUnnamed } from "./unnamed-file.ts";

/** How a picture came out of a file that is kept: see `CopySource` in case/evidence-events.ts. */
export interface Made {
  readonly how: "covered" | "page" | "still";
  /** Page from 1, or seconds into the film with three decimals; "" for a whole picture. */
  readonly at: string;
  /** Behind the name of the file. */
  readonly ending: string;
}

/** The person's own name for it, with what was done to it; its ending tells what it is now. */
const nameOf = (name: string, ending: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/iu, "").slice(0, 200)}-${ending}.png`;

/**
 * Keeps a picture that `make` stores beside the file it was made from, which it names by its digest: about the same, of the same pictures. `decide`
 * is asked before a byte is written; a file that no entry names in the end is dropped again. Answers the id of the new evidence.
 */
export const keepMade = async (
  app: App,
  item: Evidence,
  { how, at, ending }: Made,
  make: (caseId: Id) => Promise<Result<CoveredFile, AppError>>,
): Promise<Result<Id, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const { caseId } = view;
  const { role, about, pictures, capturedAt, capturedBy, capturedFrom } = item;
  const evidence = app.newId();
  const add = (file: Id, sha256: string, size: number): Command => ({
    do: "add-evidence",
    evidence,
    file,
    name: nameOf(item.name, ending),
    sha256,
    size,
    type: "image/png",
    role,
    about,
    pictures,
    capturedAt,
    capturedBy,
    capturedFrom,
    fileTime: null,
    misnamed: false,
    came: "made",
    source: { evidence: item.id, sha256: item.sha256, how, at },
  });
  const allowed = wouldAccept(app, add(app.newId(), "0".repeat(64), 1));
  if (!allowed.ok) return allowed;
  const made = await make(caseId);
  if (!made.ok) return made;
  const { file, sha256, size } = made.value;
  const sent = await app.send(add(file, sha256, size), caseId);
  if (sent.ok) return ok(evidence);
  await dropUnnamed(app, caseId, file, sent.error);
  return sent;
};

/** Pages and frames of a file that are kept as pictures of their own, newest first. */
export const stillsOf = (state: CaseState, id: Id): readonly Evidence[] =>
  [...state.evidence.values()]
    .filter(({ forgotten, source }) => !forgotten && source?.evidence === id && (source.how === "page" || source.how === "still"))
    .toReversed();

/** A drawn page of a PDF, from 1, kept as a picture. Takes the bitmap. */
export const keepPage = (app: App, item: Evidence, page: number, picture: ImageBitmap): Promise<Result<Id, AppError>> =>
  keepMade(app, item, { how: "page", at: String(page), ending: `page-${String(page)}` }, async (caseId) =>
    (await app.covering()).keep(caseId, picture),
  );

/** One frame of a film, `seconds` into it, kept as a picture. Takes the bitmap. */
export const keepFrame = (app: App, item: Evidence, seconds: number, picture: ImageBitmap): Promise<Result<Id, AppError>> => {
  const at = seconds.toFixed(3);
  return keepMade(app, item, { how: "still", at, ending: `${at}s` }, async (caseId) => (await app.covering()).keep(caseId, picture));
};
