const textTypes: ReadonlySet<string> = new Set([
  "text/plain",
  "text/csv",
  "text/tab-separated-values",
  "text/markdown",
  "text/calendar",
  "text/vcard",
]);

/**
 * Anything that is not plain text may hold a picture: images, video, sound, PDF, archives, unknown bytes, a saved web page, and a raw
 * e-mail with its attachments. (An e-mail's text enters as a message, its attachments dropped.)
 */
export const isMedia = (type: string): boolean => !textTypes.has(type.replace(/;.*$/su, "").trim().toLowerCase());
