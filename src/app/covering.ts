import type { Id } from "../case/events.ts";
import type { CaseState, Evidence } from "../case/state.ts";
import type { OpenedPicture } from "../evidence/cover/coverer.ts";
import { err, type Result } from "../lib/result.ts";
import { showingOf } from "./evidence-view.ts";
import type { Area } from "./covers.ts";
import { fingerprintKept } from "./fingerprints.ts";
import { keepMade } from "./made.ts";
import type { App, AppError } from "./types.ts";

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

/**
 * Makes a new file with these areas painted over, beside the original, which it names by its digest. `decide` is asked before a byte is written;
 * a file that no entry names in the end is dropped again. Answers the id of the new evidence.
 */
export const coverPicture = (app: App, item: Evidence, areas: readonly Area[]): Promise<Result<Id, AppError>> =>
  keepMade(app, item, { how: "covered", at: "", ending: "covered" }, async (caseId) =>
    (await app.covering()).cover(caseId, item.file, item.type, areas),
  );

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
