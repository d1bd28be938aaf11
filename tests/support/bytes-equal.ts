import { expect } from "vitest";

const bytesOf = (value: unknown): Uint8Array | undefined =>
  value instanceof Uint8Array ? value : value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;

/*
 * Bytes are compared as bytes. Left to itself vitest compares two arrays of some megabytes as it does any objects, key by key, which takes longer
 * than all that the test is about.
 */
expect.addEqualityTesters([
  (a: unknown, b: unknown): boolean | undefined => {
    const [one, other] = [bytesOf(a), bytesOf(b)];
    if (one === undefined || other === undefined || a instanceof Uint8Array !== b instanceof Uint8Array) return undefined;
    if (one.length !== other.length) return false;
    for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
    return true;
  },
]);
