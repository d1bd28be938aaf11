/** Key bytes behind a handle: it prints as "[secret]", is opened by one word that can be searched for, and can be wiped. */
export interface Secret<Name extends string = string> {
  readonly name: Name;
  readonly toJSON: () => "[secret]";
  /** Zeroes the bytes; `reveal` throws from then on. */
  readonly wipe: () => void;
}

const bytesOf = new WeakMap<object, Uint8Array>();

/** Takes over `bytes`: wiping the secret zeroes them. */
export const secret = <Name extends string>(name: Name, bytes: Uint8Array): Secret<Name> => {
  const handle: Secret<Name> = Object.freeze({
    name,
    toJSON: () => "[secret]" as const,
    wipe: () => {
      bytesOf.get(handle)?.fill(0);
      bytesOf.delete(handle);
    },
  });
  bytesOf.set(handle, bytes);
  return handle;
};

/** The bytes themselves, not a copy: use them at once, keep them nowhere. */
export const reveal = (handle: Secret): Uint8Array => {
  const bytes = bytesOf.get(handle);
  if (bytes === undefined) throw new Error(`secret ${handle.name} was wiped`);
  return bytes;
};
