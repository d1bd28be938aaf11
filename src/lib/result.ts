/** An expected outcome: a value, or a plain error object with a `code`. Plain, so that it crosses worker boundaries. Bugs throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Marks a branch that the types say cannot be reached. Names the place and never prints the value: it may hold decrypted text. */
export const unreachable = (_: never, where: string): never => {
  throw new Error(`unhandled case in ${where}`);
};
