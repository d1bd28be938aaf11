import { ok, type Result } from "../lib/result.ts";
import type { Fact } from "./metadata/facts.ts";
import { isReadable, readMetadata } from "./metadata/read.ts";
import { strip, unstrippable, type StripCode } from "./strip/strip.ts";

export type { Fact } from "./metadata/facts.ts";

/** What a kept file says about itself. */
export interface Told {
  readonly facts: readonly Fact[];
  /** False: of this kind, or of this size, nothing can be read; it may say a lot. */ readonly isRead: boolean;
  /** Why no copy without it can be made; null: one can. */ readonly copy: StripCode | null;
}

/** What the page may ask of files that lie in the vault: they are read in the worker, and only answers come out. */
export interface KeptReader<E> {
  /** `file`: vault file id; `type` and `size` as its entry says. A kind that is not known is not read at all. */
  readonly metadata: (caseId: string, file: string, type: string, size: number) => Promise<Result<Told, E>>;
}

/** `readFile`: the vault's. Its errors are handed on. */
export const makeKeptReader = <E>(readFile: (caseId: string, file: string) => Promise<Result<ArrayBuffer, E>>): KeptReader<E> => ({
  metadata: async (caseId, file, type, size) => {
    const unfit = unstrippable(type, size);
    if (!isReadable(type) || unfit !== undefined) return ok({ facts: [], isRead: false, copy: unfit ?? "strip-kind" });
    const read = await readFile(caseId, file);
    if (!read.ok) return read;
    const bytes = new Uint8Array(read.value);
    const copy = await strip(bytes, type);
    return ok({ facts: await readMetadata(bytes, type), isRead: true, copy: copy.ok ? null : copy.error.code });
  },
});
