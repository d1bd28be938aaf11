/**
 * Names that any system can hold and no screen can be fooled by. The same rule for writing and for reading. Forbidden besides: `%`, which
 * BagIt escapes, and `\`, which sha256sum does; so that every tool reads the manifest the same way.
 */
const segmentRule = /^(?![ .])[\p{L}\p{M}\p{N}\p{P}\p{S} ]+(?<![ .])$/u;
const forbidden = /[\\/:*?"<>|%]/u;
/** Names of devices on Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

export const maxNameBytes = 200;

/** One part of a path: 1 to 200 bytes of UTF-8, NFC, no control, format, private or unassigned character, no separator, no leading dot. */
export const isNameAllowed = (name: string): boolean =>
  segmentRule.test(name) &&
  !forbidden.test(name) &&
  !device.test(name) &&
  name.normalize("NFC") === name &&
  new TextEncoder().encode(name).length <= maxNameBytes;

/** A relative path of at most six allowed names joined by `/`. */
export const isPathAllowed = (path: string): boolean => {
  const parts = path.split("/");
  return parts.length <= 6 && parts.every(isNameAllowed);
};

/** Equal for two paths that some file system takes for the same: by normal form, or by case. */
export const pathKey = (path: string): string => path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
