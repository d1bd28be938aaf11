// Runs a TypeScript file in Node 20, which cannot strip types by itself: `node tests/tooling/run.mjs <file> [arguments]`.
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [file, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], resolve(file), ...rest];
await runnerImport(resolve(file), { configFile: false, logLevel: "error" });
