import type { Command } from "../case/commands.ts";
import type { Id } from "../case/events.ts";
import type { CaseState, Evidence } from "../case/state.ts";
import type { OpenedPicture } from "../evidence/cover/coverer.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { showingOf } from "./evidence-view.ts";
import type { Area } from "./covers.ts";
import { fingerprintKept } from "./fingerprints.ts";
import { wouldAccept } from "./intake.ts";
import type { App, AppError } from "./types.ts";
import { dropUnnamed } from "./unnamed-file.ts";

export type { OpenedPicture };

/** Covered copies of an item that are kept, newest first. */
export const coveredCopies = (state: CaseState, id: Id): readonly Evidence[] =>
  [...state.evidence.values()]
    .filter((item) => !item.forgotten && item.source?.how === "covered" && item.source.evidence === id)
    .toReversed();

/** Can parts of it be covered here? Only of a picture that may be shown. */
export const mayCover = (state: CaseState, item: Evidence): boolean => showingOf(state, item) === "picture";

/** The picture as it will be burned, decoded in the worker. Its file never comes to the page. */
export const openForCovering = async (app: App, item: Evidence): Promise<Result<OpenedPicture, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked" || !mayCover(view.state, item)) return err({ code: "vault-locked" });
  return (await app.covering()).open(view.caseId, item.file, item.type);
};

/** The person's own name for it, with what was done to it; its ending tells what it is now. */
const nameOf = (name: string): string => `${name.replace(/\.[a-z0-9]{1,5}$/iu, "").slice(0, 200)}-covered.png`;

/**
 * Makes a new file with these areas painted over, beside the original, which it names by its digest. `decide` is asked before a byte is written;
 * a file that no entry names in the end is dropped again. Answers the id of the new evidence.
 */
export const coverPicture = async (app: App, item: Evidence, areas: readonly Area[]): Promise<Result<Id, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const { caseId } = view;
  const { role, about, pictures, capturedAt, capturedBy, capturedFrom } = item;
  const evidence = app.newId();
  const add = (file: Id, sha256: string, size: number): Command => ({
    do: "add-evidence",
    evidence,
    file,
    name: nameOf(item.name),
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
    source: { evidence: item.id, sha256: item.sha256, how: "covered", at: "" },
  });
  const allowed = wouldAccept(app, add(app.newId(), "0".repeat(64), 1));
  if (!allowed.ok) return allowed;
  const made = await (await app.covering()).cover(caseId, item.file, item.type, areas);
  if (!made.ok) return made;
  const { file, sha256, size } = made.value;
  const sent = await app.send(add(file, sha256, size), caseId);
  if (sent.ok) return ok(evidence);
  await dropUnnamed(app, caseId, file, sent.error);
  return sent;
};

/**
 * Keeps only the covered copy: the log says first that the original is forgotten, then the vault forgets its key and its bytes. What breaks off in
 * between is finished when the case is next opened. Digest and fingerprint stay in the log.
 */
export const forgetOriginal = async (app: App, item: Evidence, reason: string): Promise<Result<null, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const { caseId } = view;
  // Its fingerprint is what is left to tell it by. Where none can be made, that it goes is still the person's word.
  if (item.fingerprint === null) await fingerprintKept(app, item.id, () => true);
  const sent = await app.send({ do: "forget-original", evidence: item.id, reason }, caseId);
  return sent.ok ? (await app.vault()).forgetFiles(caseId, [item.file]) : sent;
};
