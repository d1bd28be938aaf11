/*
 * What pdf.js calls that came into browsers after those that this app runs in. Each is filled in only where it is missing, for this worker alone.
 */

/** A way that a kind of object may lack. */
const fill = (target: object, name: string, value: unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
};

interface Resolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

export const withResolvers = <T>(): Resolvers<T> => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
};

export const promiseTry = async <A extends readonly unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T> =>
  act(...args);

export const parseUrl = (address: string, base?: string): URL | null => {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
};

/** A copy of the first bytes, or of all with zeros behind; unlike the real one it leaves the first buffer as it was. */
export const resized = (buffer: ArrayBuffer, length: number): ArrayBuffer => {
  const out = new Uint8Array(length);
  out.set(new Uint8Array(buffer, 0, Math.min(length, buffer.byteLength)));
  return out.buffer;
};

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const findIn = <T>(items: Iterable<T>, test: (item: T) => boolean): T | undefined => {
  for (const item of items) if (test(item)) return item;
  return undefined;
};

/** Fills in what is missing here. */
export const fillOlderBrowsers = (): void => {
  fill(Promise, "withResolvers", withResolvers);
  fill(Promise, "try", promiseTry);
  fill(URL, "parse", parseUrl);
  fill(ArrayBuffer.prototype, "transferToFixedLength", function (this: ArrayBuffer, length: number) {
    return resized(this, length);
  });
  fill(Uint8Array.prototype, "toHex", function (this: Uint8Array) {
    return toHex(this);
  });
  const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf(new Set().keys()));
  fill(iterators, "find", function (this: Iterable<unknown>, test: (item: unknown) => boolean) {
    return findIn(this, test);
  });
};
