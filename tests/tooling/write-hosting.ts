import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hostingFiles } from "./hosting.ts";

for (const [path, text] of Object.entries(hostingFiles)) {
  const file = join(import.meta.dirname, "../../public", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
