import type { CheckName } from "../../../src/export/types.ts";

/** A vector as it is made: the file, how it is opened, and the one outcome that is right. */
export interface Made {
  readonly name: string;
  readonly about: string;
  readonly file: Uint8Array;
  readonly words?: readonly string[];
  /** Signing keys seen before, and the checkpoint of an earlier bundle in base64. */
  readonly before?: {
    readonly keys?: readonly string[];
    readonly checkpoint?: { readonly log: string; readonly size: number; readonly root: string };
  };
  readonly passes?: true;
  /** The container is refused. */ readonly code?: string;
  /** It opens, and exactly these checks fail, with exactly these items. */
  readonly fails?: Readonly<Partial<Record<CheckName, readonly string[]>>>;
  /** Outcomes other than pass and fail. */ readonly outcomes?: Readonly<
    Partial<Record<CheckName, "first-time" | "not-applicable" | "pass">>
  >;
}
