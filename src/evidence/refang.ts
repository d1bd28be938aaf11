/** Ways in which people make an address unclickable: `hxxps://`, `https[:]//`, `host[.]example`, `host(dot)example`. */
const schemes = /^h(?:tt|xx)p(s?)(?:\[:\]|:)\/\//iu;
const dots = /\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/giu;

/** The address that a defanged one stands for; any other text comes back unchanged. Used for reading only, never stored. */
export const refang = (text: string): string => {
  const live = text.replace(schemes, "http$1://");
  const start = live.startsWith("http") ? live.indexOf("://") + 3 : 0;
  const end = live.slice(start).search(/[/?#]/u);
  const cut = end < 0 ? live.length : start + end;
  const authority = live.slice(0, cut).replace(dots, ".");
  const rest = live.slice(cut);
  // Only where the host itself was written so: `[.]` in a path may be part of the path.
  return authority === live.slice(0, cut) ? live : authority + rest.replaceAll("[.]", ".");
};
