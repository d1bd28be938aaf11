import { sha256 } from "../crypto/hash.ts";
import { hex } from "../lib/bytes.ts";
import type { Result } from "../lib/result.ts";
import type { DisclosureSource } from "../vault/types.ts";
import { Refusal } from "./refusal.ts";
import type { CopyOutcome, CopyReason, DisclosedFile, FileToCopy } from "./types.ts";

/** How a copy without what the file says about itself is made; `evidence` does it. The same bytes give the same copy. */
export interface Copier {
  /** Before a byte is read: why there can be none of this kind or size. */
  readonly unfit: (type: string, size: number) => CopyReason | undefined;
  readonly copy: (bytes: Uint8Array, type: string) => Promise<Result<Uint8Array, { readonly code: CopyReason }>>;
}

/** The whole of a file whose size is known. */
const wholeOf = async (source: DisclosureSource, { file, size }: Pick<FileToCopy, "file" | "size">): Promise<Uint8Array> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of source.file(file)) {
    if (at + piece.length > size) throw new Refusal("seal-source-damaged");
    bytes.set(piece, at);
    at += piece.length;
  }
  if (at !== size) throw new Refusal("seal-source-damaged");
  return bytes;
};

/** What each file would be sent as: a copy, named by its digest, or as it is with the reason. One whole file is in memory at a time. */
export const copiesOf = async (
  source: DisclosureSource,
  files: readonly FileToCopy[],
  copier: Copier,
  isStopped: () => boolean,
): Promise<readonly CopyOutcome[]> => {
  const outcomes: CopyOutcome[] = [];
  for (const one of files) {
    if (isStopped()) throw new Refusal("stopped");
    const reason = copier.unfit(one.type, one.size);
    const made = reason === undefined ? await copier.copy(await wholeOf(source, one), one.type) : undefined;
    outcomes.push(
      made?.ok === true
        ? { how: "stripped", sha256: hex(sha256(made.value)), size: made.value.length }
        : { how: "exact", why: reason ?? (made?.ok === false ? made.error.code : "strip-kind") },
    );
  }
  return outcomes;
};

/** The bytes of a copy that was previewed. Throws a Refusal when they are not those of the preview. */
export const copyBytes = async function* (
  source: DisclosureSource,
  file: DisclosedFile,
  copier: Copier | undefined,
): AsyncGenerator<Uint8Array, void> {
  const made = await copier?.copy(await wholeOf(source, file), file.type);
  if (made?.ok !== true || hex(sha256(made.value)) !== file.copy?.sha256) throw new Refusal("seal-self-check-failed", file.name);
  yield made.value;
};
