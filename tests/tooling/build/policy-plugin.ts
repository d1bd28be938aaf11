import type { Plugin } from "vite";
import { metaPolicy } from "../../../src/sw/policy.ts";

/** Puts the policy into every page of the build, first in its head. The development server needs inline scripts and goes without. */
export const policyInPages = (): Plugin => ({
  name: "policy-in-pages",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy }, injectTo: "head-prepend" }],
  },
});
