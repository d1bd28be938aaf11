/** Why a picture cannot be written anew without what it says about itself. Each has a sentence. */
export type StripCode =
  /** Neither JPEG, PNG nor WebP. */
  | "strip-kind"
  | "strip-animated"
  /** Cut off, or its parts contradict each other. */
  | "strip-broken"
  /** It has parts that are not known: they may be the picture, or may tell something. */
  | "strip-unknown"
  | "strip-too-large"
  /** The new file was read again, and still told something. */
  | "strip-left";

/** Thrown while a picture is taken apart; caught in `strip.ts`. Carries no word of the file. */
export class Unfit extends Error {
  readonly code: StripCode;
  constructor(code: StripCode) {
    super(code);
    this.code = code;
  }
}
