const allowed: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'", "'none'"],
  "connect-src": ["'self'", "'none'"],
};

/**
 * Whether a Content-Security-Policy header (as the host sent it; null: none) keeps a worker from reaching anybody else: nothing by
 * default, scripts and connections from the app's own origin at most. A header with several policies counts by its first.
 */
export const isStrictPolicy = (header: string | null): boolean => {
  const directives = (header ?? "")
    .split(",")[0]
    ?.split(";")
    .map((part) => part.trim().toLowerCase().split(/\s+/u));
  const rows = new Map(directives?.map(([name = "", ...sources]) => [name, sources]));
  return Object.entries(allowed).every(([name, sources]) => {
    const given = rows.get(name);
    // Without a row of its own, a directive falls back to default-src 'none'.
    if (given === undefined) return name !== "default-src";
    return given.length > 0 && given.every((source) => sources.includes(source));
  });
};
