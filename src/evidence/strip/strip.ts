import { err, ok, type Result } from "../../lib/result.ts";
import { Unfit, type StripCode } from "../container/unfit.ts";
import { readMetadata } from "../metadata/read.ts";
import { stripJpeg } from "./jpeg.ts";
import { stripPng } from "./png.ts";
import { stripWebp } from "./webp.ts";

export type { StripCode } from "../container/unfit.ts";
export interface StripError {
  readonly code: StripCode;
}

/** Largest picture that is taken apart, in bytes: it lies in memory twice. */
export const maxStripBytes = 64 * 1024 * 1024;

const kinds: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>>> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/webp": stripWebp,
};

/**
 * Which kinds can be written anew, before a byte is read: undefined, or why not. Whether one really can is told by `strip`.
 */
export const unstrippable = (type: string, size: number): StripCode | undefined =>
  Object.hasOwn(kinds, type) ? (size > maxStripBytes ? "strip-too-large" : undefined) : "strip-kind";

/**
 * A copy of a picture that says nothing but what it shows: the container is written anew, the coded picture taken over byte for byte, nothing is
 * decoded. `bytes` are not changed. The same bytes give the same copy. Kept are how to turn it and, in our own words, a common standard of its
 * colours. Before it is handed out it is read again: one that still tells something is refused. Errors: every StripCode.
 */
export const strip = async (bytes: Uint8Array, type: string): Promise<Result<Uint8Array<ArrayBuffer>, StripError>> => {
  const reason = unstrippable(type, bytes.length);
  if (reason !== undefined) return err({ code: reason });
  try {
    const copy = (await kinds[type]?.(bytes)) ?? new Uint8Array(0);
    const left = (await readMetadata(copy, type)).some(({ what }) => what !== "colours");
    return left ? err({ code: "strip-left" }) : ok(copy);
  } catch (thrown) {
    if (thrown instanceof Unfit) return err({ code: thrown.code });
    throw thrown;
  }
};
