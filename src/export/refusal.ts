import { err, ok, type Result } from "../lib/result.ts";
import type { ExportError } from "./types.ts";

/** An expected failure on its way out of nested streams. Never leaves this folder: `settle` makes a value of it at every public function. */
export class Refusal extends Error {
  readonly error: ExportError;
  constructor(code: ExportError["code"], where?: string) {
    super(code);
    this.error = where === undefined ? { code } : { code, where };
  }
}

/** Runs `work`; a Refusal becomes a value, anything else is a bug and goes on. */
export const settle = async <T>(work: () => Promise<T>): Promise<Result<T, ExportError>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    if (thrown instanceof Refusal) return err(thrown.error);
    // The file that was chosen is gone or changed under our hands.
    if (thrown instanceof DOMException && thrown.name === "NotReadableError") return err({ code: "bundle-cut-off" });
    throw thrown;
  }
};
