import { parseInstant, type Instant } from "../../lib/time.ts";

/** What the signature says in words that it covers: `bundle <id> sealed <ISO instant, device clock> for <label>`. */
export interface SealComment {
  readonly bundleId: string;
  readonly sealedAt: Instant;
  readonly label: string;
}

/** A label fit for one line of any screen: no control or format character (bidi tricks), white space joined, at most 120 characters. */
export const tidyLabel = (label: string): string =>
  Array.from(
    label
      .normalize("NFC")
      .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
      .trim(),
  )
    .slice(0, 120)
    .join("")
    // The cut may fall behind a space.
    .trimEnd();

export const sealCommentText = ({ bundleId, sealedAt, label }: SealComment): string => `bundle ${bundleId} sealed ${sealedAt} for ${label}`;

export const parseSealComment = (text: string): SealComment | undefined => {
  const [, bundleId, at, label] = /^bundle ([0-9a-f]{32}) sealed (\S{24}) for (.*)$/u.exec(text) ?? [];
  const sealedAt = parseInstant(at ?? "");
  if (bundleId === undefined || label === undefined || sealedAt === undefined || tidyLabel(label) !== label) return undefined;
  return { bundleId, sealedAt, label };
};
