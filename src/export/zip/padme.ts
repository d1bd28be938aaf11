/**
 * Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PoPETs 2019): the next size of which only few exist, at most 12 %
 * more and less as sizes grow, so that the size of a file says little about what is in it.
 */
export const padme = (size: number): number => {
  if (size < 2) return size;
  const exponent = Math.floor(Math.log2(size));
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(size / unit) * unit;
};

/** The largest Padmé size that is at most `size`. */
export const padmeBelow = (size: number): number => {
  if (size < 2) return size;
  const exponent = Math.floor(Math.log2(size));
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.floor(size / unit) * unit;
};
