import type { UiKey } from "../content/locales/index.ts";

/** What kind of file it is, in words that a person knows. */
export const kindWord = (type: string): UiKey => {
  if (type === "image/heic" || type === "image/heif") return "metadata.kind-heic";
  if (type === "image/avif") return "metadata.kind-avif";
  if (type.startsWith("image/")) return "metadata.kind-picture";
  if (type.startsWith("video/")) return "metadata.kind-video";
  if (type.startsWith("audio/")) return "metadata.kind-audio";
  if (type === "application/pdf") return "metadata.kind-pdf";
  if (type === "message/rfc822") return "metadata.kind-mail";
  return type === "text/html" || type === "multipart/related" ? "metadata.kind-page" : "metadata.kind-file";
};
