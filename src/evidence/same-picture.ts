/** What is known of a file's content; null where it could not be made. */
export interface Print {
  /** 64 hex digits each. */ readonly sha256: string;
  readonly pdq: string | null;
  /** 0 to 100. */ readonly quality: number | null;
}

/** As `FingerprintVerdict` of the case. */
export type Verdict = "same-file" | "same-picture" | "different" | "cant-tell";

export interface Compared {
  readonly verdict: Verdict;
  /** Bits that differ, 0 to 256, in the closest of the eight ways to turn and mirror; null: not compared. */
  readonly distance: number | null;
}

/** Below this a hash says nothing and is not compared (ThreatExchange). */
export const leastQuality = 50;
/** Up to here two pictures are taken for the same (ThreatExchange). */
export const sameWithin = 31;
/**
 * From here on they are taken for different. Pictures that have nothing to do with each other lie around 128 apart; what lies between is neither,
 * such as a copy with a large part covered or cut off. See decisions/0031.
 */
export const differentBeyond = 90;

const ones = (digit: number): number => (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + (digit >> 3);

/** Bits in which two hashes of 64 hex digits differ. */
export const distanceOf = (a: string, b: string): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ones(Number.parseInt(a[i] ?? "0", 16) ^ Number.parseInt(b[i] ?? "0", 16));
  return sum;
};

/**
 * Is `other` the same picture? `turned`: its hashes turned and mirrored, itself among them, since who uploads a copy again may do that to it.
 * The same bytes are the same file, whatever can be seen in it.
 */
export const compare = (known: Print, other: Print, turned: readonly string[]): Compared => {
  const { pdq } = known;
  const isWorth = pdq !== null && other.pdq !== null && Math.min(known.quality ?? 0, other.quality ?? 0) >= leastQuality;
  const distance = isWorth ? Math.min(...[other.pdq, ...turned].map((hash) => distanceOf(pdq, hash))) : null;
  if (known.sha256 === other.sha256) return { verdict: "same-file", distance };
  if (distance === null) return { verdict: "cant-tell", distance };
  return { verdict: distance <= sameWithin ? "same-picture" : distance > differentBeyond ? "different" : "cant-tell", distance };
};
