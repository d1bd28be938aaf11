/** The name that the Content-Security-Policy allows (src/sw/policy.ts; a test compares them). */
const policyName = "app";

interface ScriptUrlPolicy {
  /** Really a TrustedScriptURL, which the types of `Worker` do not know; it must be handed on as it is. */
  readonly createScriptURL: (address: string) => string;
}

declare global {
  /** Missing in browsers without Trusted Types. */
  var trustedTypes:
    | { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => ScriptUrlPolicy }
    | undefined;
}

/**
 * Lets a script address through when it lies in the app's own folder: on an origin that is shared, another folder is somebody else's. `blob:` and
 * `data:` never do, though a blob's origin is the page's own. In a worker the folder is the one of its script.
 */
const ownScript = (address: string): string => {
  const url = new URL(address, self.location.href);
  if (!url.href.startsWith(new URL("./", self.location.href).href)) throw new TypeError("script address outside the app");
  return url.href;
};

// One policy for the page and one for each worker; a second one of the name is refused by the browser.
const policy: ScriptUrlPolicy = globalThis.trustedTypes?.createPolicy(policyName, { createScriptURL: ownScript }) ?? {
  createScriptURL: ownScript,
};

/**
 * The address of a script of the app's own, for `new Worker` and for the service worker's registration; nothing else may name a script.
 * Import workers with `?worker&url`: wrapping `new URL(…)` makes Vite emit raw TypeScript. Throws for any other address, which is a bug.
 */
export const scriptUrl = (address: string): string => policy.createScriptURL(address);
