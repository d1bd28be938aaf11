/**
 * Bounds of what one entry may hold, in UTF-16 units or items. Chosen so that an ordinary entry stays below one row of the
 * vault (56 KiB); a longer one is refused before it is written, and counted as damaged if it is ever met.
 */
export const limits = {
  /** Names, labels, handles, references. */ label: 400,
  /** Ids of the directory and of steps. */ word: 64,
  /** Host with port; a registrable domain. */ host: 300,
  /** Notes, reasons, captions. */ note: 4_000,
  /** Start of a message, as the event says. */ excerpt: 2_000,
  /** A link or a kept line, byte for byte. */ line: 16_000,
  /** De-duplication key: escaping may lengthen the line. */ key: 48_000,
  /** The text of a notice that was sent. */ notice: 24_000,
  /** Subjects of one report or one file. */ subjects: 500,
  /** Pictures, signs, elements, resets. */ few: 200,
  /** Files in one bundle. */ files: 1_000,
  /** A clock may run this far ahead before a time counts as the future, in milliseconds. */ clockSkewMs: 5 * 60_000,
} as const;
