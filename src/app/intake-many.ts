import type { Id } from "../case/events.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { instantFromMs } from "../lib/time.ts";
import { takeIn, type FileClaims } from "./intake.ts";
import type { Incoming } from "./shared.ts";
import type { App, AppError } from "./types.ts";

/** What became of one file. `joined`: its bytes are kept already, and that item now belongs to this as well; `there`: it did so before. */
export interface Taken {
  readonly name: string;
  readonly how: "kept" | "joined" | "there";
  readonly evidence: Id;
}
export interface ManyTaken {
  readonly taken: readonly Taken[];
  /** Each with its reason; they did not stop the others. */
  readonly failed: readonly { readonly name: string; readonly error: AppError }[];
  /** Files that were not begun, or were stopped in the middle. */ readonly left: number;
}

/** After these the next file would fail the same way: the disk is full, or the vault is not this tab's any more. */
const endsAll = ({ code }: AppError): boolean =>
  (code.startsWith("vault-") && code !== "vault-no-room" && code !== "vault-not-found") || code === "case-closed" || code === "case-newer";
const isStop = ({ code }: AppError): boolean => code === "stopped" || code === "vault-cancelled";

/** Puts the item that holds these bytes to what was said of them now. */
const join = async (app: App, sha256: string, { about, pictures }: FileClaims): Promise<Result<Omit<Taken, "name">, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const item = [...view.state.evidence.values()].find((one) => one.sha256 === sha256 && !one.forgotten);
  if (item === undefined) return err({ code: "unknown-subject" });
  const sent = await app.send({ do: "add-evidence-about", evidence: item.id, about, pictures }, view.caseId);
  if (sent.ok) return ok({ how: "joined", evidence: item.id });
  return sent.error.code === "nothing-to-add" ? ok({ how: "there", evidence: item.id }) : sent;
};

/**
 * Takes many files in, one after another, each durable before the next. One that cannot be kept is named with its reason and stops no other; a
 * full disk, or a vault that is lost or taken, ends it and leaves what is done. Bytes that are kept already are joined, also within the batch.
 * `capturedFrom: "file"`: each file's own time is its time of capture. `onProgress`: bytes of all files; what answers `false` stops, and what is done stays.
 */
export const takeMany = async (
  app: App,
  files: readonly Incoming[],
  claims: FileClaims,
  onProgress: (done: number, total: number) => unknown,
): Promise<ManyTaken> => {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const taken: Taken[] = [];
  const failed: { readonly name: string; readonly error: AppError }[] = [];
  let done = 0;
  for (const [n, file] of files.entries()) {
    const rest = { taken, failed, left: files.length - n };
    if (onProgress(done, total) === false) return rest;
    const own: FileClaims =
      claims.capturedFrom === "file" ? { ...claims, capturedAt: file.lastModified > 0 ? instantFromMs(file.lastModified) : null } : claims;
    let how: Taken["how"] = "kept";
    const before = done;
    const one = await takeIn(
      app,
      file,
      own,
      (part) => onProgress(before + part, total),
      async (sha256) => {
        const joined = await join(app, sha256, own);
        if (!joined.ok) return joined;
        ({ how } = joined.value);
        return ok(joined.value.evidence);
      },
    );
    if (one.ok) taken.push({ name: file.name, how, evidence: one.value });
    else if (isStop(one.error)) return rest;
    else {
      failed.push({ name: file.name, error: one.error });
      if (endsAll(one.error)) return { taken, failed, left: files.length - n - 1 };
    }
    done += file.size;
  }
  onProgress(total, total);
  return { taken, failed, left: 0 };
};
