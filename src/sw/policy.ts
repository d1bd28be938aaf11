/** The one Trusted Types policy (src/device/trusted-types.ts makes it). */
export const trustedTypesPolicy = "app";

const directives: readonly (readonly [name: string, value: string])[] = [
  ["default-src", "'none'"],
  ["script-src", "'self' 'wasm-unsafe-eval'"],
  ["worker-src", "'self'"],
  ["connect-src", "'self'"],
  ["style-src", "'self'"],
  ["img-src", "'self' blob:"],
  ["media-src", "'self'"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", trustedTypesPolicy],
];

const join = (list: typeof directives): string => list.map(([name, value]) => `${name} ${value}`).join("; ");

/** For a `<meta>` element, which cannot carry frame-ancestors. */
export const metaPolicy = join(directives);

/** For a header. */
export const headerPolicy = join([...directives, ["frame-ancestors", "'none'"]]);

/**
 * The headers that every response of the app carries: from a host that was set up to send them, and from the service worker in any case.
 * A worker takes its policy from its own script's response and from nowhere else.
 */
export const policyHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": headerPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** By the ending of a file's name; a kind that the app does not have gets none, and with nosniff is not run. */
const types: ReadonlyMap<string, string> = new Map([
  ["html", "text/html; charset=utf-8"],
  ["js", "text/javascript; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["json", "application/json"],
  ["txt", "text/plain; charset=utf-8"],
  ["wasm", "application/wasm"],
  ["webmanifest", "application/manifest+json"],
  ["svg", "image/svg+xml"],
  ["png", "image/png"],
  ["ttf", "font/ttf"],
  ["woff2", "font/woff2"],
]);

/**
 * The same body and status under the policy headers and nothing else. What the host sent beside its bytes is outside the build's hash, and some
 * of it acts: Refresh leaves the page, Link loads from elsewhere, a report-only policy tells addresses to others. So headers are made from nothing.
 */
export const withPolicy = ({ body, status }: Response, path: string): Response => {
  const type = types.get(path.slice(path.lastIndexOf(".") + 1)) ?? "application/octet-stream";
  return new Response(body, { status, headers: { ...(body === null ? {} : { "Content-Type": type }), ...policyHeaders } });
};
