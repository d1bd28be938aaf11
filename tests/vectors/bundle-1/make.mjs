// Writes the vectors: `node tests/vectors/bundle-1/make.mjs`. Run once for format 1 and never again: it refuses where vectors.json exists.
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
if (existsSync(here("vectors.json"))) throw new Error("the vectors are frozen");
const server = await createServer({
  configFile: false,
  root: here("../../.."),
  server: { middlewareMode: true },
  appType: "custom",
  logLevel: "error",
});
const { cryptoReady } = await server.ssrLoadModule("/src/crypto/sodium.ts");
await cryptoReady();
const { container } = await server.ssrLoadModule("/tests/vectors/bundle-1/container.ts");
const { archive } = await server.ssrLoadModule("/tests/vectors/bundle-1/archive.ts");
const { bag } = await server.ssrLoadModule("/tests/vectors/bundle-1/bag.ts");
const { words } = await server.ssrLoadModule("/tests/vectors/bundle-1/craft.ts");

const made = [...(await container()), ...(await archive()), ...(await bag())];
const index = made.map(({ file, ...rest }) => {
  writeFileSync(here(`${rest.name}.age`), file);
  return { ...rest, words: rest.words ?? words };
});
writeFileSync(here("vectors.json"), `${JSON.stringify(index, null, 2)}\n`);
await server.close();
