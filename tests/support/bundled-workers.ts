import { build, type Plugin, type ResolvedConfig } from "vite";
import { cutPdf } from "../tooling/build/cut-pdf.ts";
import { denseBytes } from "../tooling/build/dense.ts";

const query = "?worker&url";
const served = "/bundled-workers/";

/** One script as the build would make it: with all that it imports, in one file. */
const bundle = async (script: string, { root, define, resolve }: ResolvedConfig): Promise<string> => {
  const made = await build({
    configFile: false,
    root,
    logLevel: "error",
    ...(define === undefined ? {} : { define }),
    resolve: { alias: resolve.alias },
    plugins: [cutPdf(), denseBytes()],
    build: {
      target: "es2022",
      write: false,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: { input: script, output: { codeSplitting: false } },
    },
  });
  const [chunk] = Array.isArray(made) ? made.flatMap(({ output }) => output) : "output" in made ? made.output : [];
  if (chunk?.type !== "chunk") throw new Error(`${script} was not bundled`);
  return chunk.code;
};

/**
 * Gives tests in a browser their workers as the build makes them. Left alone, each start of one fetches some 200 modules from the test server,
 * and the tests start hundreds.
 */
export const bundledWorkers = (): Plugin => {
  const scripts: Promise<string>[] = [];
  const places = new Map<string, number>();
  let config: ResolvedConfig;
  return {
    name: "bundled-workers",
    apply: "serve",
    enforce: "pre",
    configResolved: (resolved) => {
      config = resolved;
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(served, (request, response, next) => {
        const script = scripts[Number.parseInt((request.url ?? "").slice(1), 10)];
        if (script === undefined) return next();
        script.then((code) => {
          response.setHeader("content-type", "text/javascript");
          response.end(code);
        }, next);
      });
    },
    async resolveId(source, importer) {
      if (!source.endsWith(query)) return null;
      const script = await this.resolve(source.slice(0, -query.length), importer);
      return script === null ? null : `\0${script.id}${query}`;
    },
    load: (id) => {
      if (!id.startsWith("\0") || !id.endsWith(query)) return null;
      const script = id.slice(1, -query.length);
      const place = places.get(script) ?? scripts.push(bundle(script, config)) - 1;
      places.set(script, place);
      return `export default ${JSON.stringify(`${served}${String(place)}.js`)};`;
    },
  };
};
