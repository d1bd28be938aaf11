import { agesVerdict, picturesOf, type AgeVerdict } from "../case/ages.ts";
import type { Command } from "../case/commands.ts";
import { decide } from "../case/decide.ts";
import type { EvidenceRole, Id, SubjectKey, TimeSource } from "../case/events.ts";
import { fileVerdict } from "../case/media.ts";
import type { CaseState } from "../case/state.ts";
import type { Inspected } from "../evidence/types.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { instantFromMs, type Instant } from "../lib/time.ts";
import { asUnopened, dropFiled, importIncoming, inspectIncoming, isShared, type Incoming } from "./shared.ts";
import type { App, AppError } from "./types.ts";
import { dropUnnamed } from "./unnamed-file.ts";

type Seen = Pick<Inspected, "sha256" | "size" | "type" | "mismatch">;

/** What the person says about a file before it is kept. */
export interface FileClaims {
  readonly role: EvidenceRole;
  readonly about: readonly SubjectKey[];
  /** Pictures seen in it; empty: none is. */
  readonly pictures: readonly Id[];
  readonly capturedAt: Instant | null;
  /** Where the person has that time from. */ readonly capturedFrom?: TimeSource | null;
  readonly capturedBy: "person" | "helper" | "other";
  readonly came: "import" | "paste" | "drop" | "share";
}

/** May a picture that shows these come in here at all? Asked before any chooser opens. */
export const mediaVerdict = (state: CaseState, pictures: readonly Id[], about: readonly SubjectKey[]): AgeVerdict =>
  fileVerdict(state, { type: "image/png", pictures, about, source: null });

/** The same for a link: may it be opened, searched for or looked at? */
export const linkVerdict = (state: CaseState, link: Id): AgeVerdict => agesVerdict(state, state.links.get(link)?.pictures ?? []);

/** Pictures that the person has said are shown there. */
export const picturesAt = (state: CaseState, about: readonly SubjectKey[]): readonly Id[] => picturesOf(state, about);

/** Would this be refused, as things stand? Writes nothing. */
export const wouldAccept = (app: App, command: Command): Result<null, AppError> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const decided = decide(view.state, command, { now: app.now() });
  return decided.ok ? ok(null) : decided;
};

/**
 * Takes one file in: its exact bytes are hashed first, its type is read from its content, `decide` is asked, and only then is a byte
 * written. A file that no entry names in the end is dropped again. Answers the id of the new evidence. What answers `false` to the progress of a
 * long file stops it (`stopped`, `vault-cancelled`). `onThere`: what to do with a file whose bytes are kept already, instead of refusing it.
 */
export const takeIn = async (
  app: App,
  file: Incoming,
  claims: FileClaims,
  onProgress: (done: number, total: number) => unknown,
  onThere?: (sha256: string) => Promise<Result<Id, AppError>>,
): Promise<Result<Id, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  // What was pasted has the time of the pasting.
  const fileTime = file.lastModified > 0 && claims.came !== "paste" ? instantFromMs(file.lastModified) : null;
  const evidence = app.newId();
  const addSeen = (stored: Id, { sha256, size, type, mismatch }: Seen): Command => ({
    do: "add-evidence",
    evidence,
    file: stored,
    name: file.name,
    sha256,
    size,
    type,
    fileTime,
    misnamed: mismatch,
    capturedFrom: null,
    source: null,
    ...claims,
  });
  // What waits sealed in the inbox is not even opened where it may not come in.
  const open = isShared(file)
    ? wouldAccept(
        app,
        asUnopened(file, (guess) => addSeen(app.newId(), guess)),
      )
    : ok(null);
  if (!open.ok) return open;
  const seen = await inspectIncoming(app, file, () => onProgress(0, file.size));
  if (!seen.ok) return seen;
  const { sha256 } = seen.value;
  const add = (stored: Id): Command => addSeen(stored, seen.value);
  const allowed = wouldAccept(app, add(app.newId()));
  if (!allowed.ok && allowed.error.code === "evidence-already-there" && onThere !== undefined) {
    const joined = await onThere(sha256);
    if (joined.ok) await dropFiled(app, file);
    return joined;
  }
  if (!allowed.ok) return allowed;
  const stored = await importIncoming(app, view.caseId, file, ({ done, total }) => onProgress(done, total));
  if (!stored.ok) return stored;
  // Changed between the two readings: what was asked about is not what was written.
  const sent =
    stored.value.sha256 === sha256 ? await app.send(add(stored.value.file), view.caseId) : err({ code: "file-unreadable" } as const);
  if (sent.ok) {
    await dropFiled(app, file);
    return ok(evidence);
  }
  await dropUnnamed(app, view.caseId, stored.value.file, sent.error);
  return sent;
};
