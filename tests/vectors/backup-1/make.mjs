// Writes the vectors that are not there yet: `node tests/vectors/backup-1/make.mjs`. One that is there is frozen, and never written again.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const frozen = existsSync(here("vectors.json")) ? JSON.parse(readFileSync(here("vectors.json"), "utf8")) : [];
const server = await createServer({
  configFile: false,
  root: here("../../.."),
  server: { middlewareMode: true },
  appType: "custom",
  logLevel: "error",
});
const { cryptoReady } = await server.ssrLoadModule("/src/crypto/sodium.ts");
await cryptoReady();
const { vectors } = await server.ssrLoadModule("/tests/vectors/backup-1/make.ts");
const { words } = await server.ssrLoadModule("/tests/vectors/bundle-1/craft.ts");

const made = (await vectors()).filter(({ name }) => !frozen.some((one) => one.name === name));
const index = made.map(({ file, ...rest }) => {
  writeFileSync(here(`${rest.name}.age`), file);
  return { ...rest, words: rest.words ?? words };
});
writeFileSync(here("vectors.json"), `${JSON.stringify([...frozen, ...index], null, 2)}\n`);
await server.close();
