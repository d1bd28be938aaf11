/** Decodes one label without its `xn--` (RFC 3492); undefined when it is not valid. */
const decodeLabel = (input: string): string | undefined => {
  const cut = input.lastIndexOf("-");
  const output = cut > 0 ? Array.from(input.slice(0, cut)) : [];
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = cut > 0 ? cut + 1 : 0; at < input.length;) {
    const start = i;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(input[at++] ?? "?");
      if (digit < 0) return undefined;
      i += digit * weight;
      if (i > 0x7f_ff_ff_ff) return undefined;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const size = output.length + 1;
    let delta = start === 0 ? Math.floor((i - start) / 700) : Math.floor((i - start) / 2);
    delta += Math.floor(delta / size);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    n += Math.floor(i / size);
    if (n > 0x10ffff) return undefined;
    i %= size;
    output.splice(i++, 0, String.fromCodePoint(n));
  }
  return output.join("");
};

/** The Unicode form of a punycode host, for comparing looks. Labels that do not decode stay as they are. Never for showing. */
export const unicodeHost = (host: string): string =>
  host
    .toLowerCase()
    .split(".")
    .map((label) => (label.startsWith("xn--") && label.length <= 63 ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join(".");
