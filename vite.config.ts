import { fileURLToPath } from "node:url";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { bundledWorkers } from "./tests/support/bundled-workers.ts";
import { cutPdf } from "./tests/tooling/build/cut-pdf.ts";
import { denseBytes } from "./tests/tooling/build/dense.ts";
import { writeFileList } from "./tests/tooling/build/file-list.ts";
import { policyInPages } from "./tests/tooling/build/policy-plugin.ts";
import { shorterWordlists } from "./tests/tooling/build/shorter-wordlists.ts";
import { smallerJspdf } from "./tests/tooling/build/smaller-jspdf.ts";
import { withoutCore } from "./tests/tooling/build/without-core.ts";
import packageJson from "./package.json" with { type: "json" };
import { policyHeaders } from "./src/sw/policy.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Elsewhere for the test that builds twice. */
const outDir = process.env["HOLDFAST_OUT"] ?? here("dist");

export default defineConfig(async (): Promise<ViteUserConfig> => ({
  // Relative, so that the same build can be hosted at any path.
  base: "./",
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: {
      react: here("node_modules/preact/compat"),
      "react-dom": here("node_modules/preact/compat"),
      // Optional parts of jsPDF that must not reach the build.
      html2canvas: here("tests/tooling/build/empty.ts"),
      canvg: here("tests/tooling/build/empty.ts"),
      dompurify: here("tests/tooling/build/empty.ts"),
    },
  },
  build: {
    target: "es2022",
    outDir,
    emptyOutDir: true,
    // The policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: "es", plugins: () => [cutPdf(), denseBytes(), smallerJspdf()] },
  // It would be bundled before it is cut.
  optimizeDeps: { exclude: ["pdfjs-dist"] },
  preview: { headers: policyHeaders },
  plugins: [
    policyInPages(),
    cutPdf(),
    denseBytes(),
    shorterWordlists(),
    ...(process.env["VITEST"] === undefined ? [] : [bundledWorkers()]),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "sw.ts",
      // The manifest is a file of public/, and src/device/service-worker.ts registers.
      manifest: false,
      injectRegister: false,
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,wasm,svg,png,webmanifest,ttf,woff2,json}"],
        globIgnores: ["hosting/**", "screenshots/**"],
        dontCacheBustURLsMatching: /^assets\//u,
        maximumFileSizeToCacheInBytes: 5_000_000,
        manifestTransforms: [writeFileList(outDir)],
        rollupFormat: "iife",
        buildPlugins: { vite: [withoutCore()] },
        target: "es2022",
      },
    }),
  ],
  ...(process.env["VITEST"] === undefined
    ? {}
    : {
        test: {
          // A test that asserts nothing fails.
          expect: { requireAssertions: true, poll: { timeout: 60_000 } },
          projects: (await import("./tests/support/vitest-projects.ts")).vitestProjects(),
        },
      }),
}));
