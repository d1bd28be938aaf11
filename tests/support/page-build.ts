import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { build } from "vite";

/** Builds one script, with the workers that it starts, into `folder` beside an empty page: for a browser that is driven from outside. */
export const buildPage = async (script: string, folder: string): Promise<void> => {
  await build({
    configFile: false,
    root: join(import.meta.dirname, "../.."),
    base: "./",
    mode: "production",
    logLevel: "warn",
    worker: { format: "es" },
    build: {
      target: "es2022",
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: script, output: { entryFileNames: "page.js" } },
    },
  });
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><meta charset="utf-8"><title>-</title><script type="module" src="./page.js"></script>',
  );
};
