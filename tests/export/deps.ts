import { randomBelow, randomBytes } from "../../src/crypto/random.ts";
import type { Copier } from "../../src/export/copies.ts";
import type { SealDeps } from "../../src/export/seal.ts";
import { strip, unstrippable } from "../../src/evidence/strip/strip.ts";
import { utf8 } from "../../src/lib/bytes.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { scrypt } from "./age/support.ts";

/** Real parts, but for the work factor (low, for speed), the clock (stands still) and the report (a short text). */
export const deps: SealDeps = {
  random: randomBytes,
  randomBelow,
  scrypt,
  now: () => instantFromMs(Date.UTC(2026, 10, 22, 9, 58)),
  makeReport: () => Promise.resolve(utf8("%PDF-1.3\n% stands in for the report\n")),
  copier: { unfit: unstrippable, copy: strip },
  logN: 4,
};

/** As the worker has it. */
export const copier: Copier = { unfit: unstrippable, copy: strip };

export const noise = (size: number): Uint8Array<ArrayBuffer> => randomBytes(size);

export const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};
