import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLock } from "./lock.ts";

const path = join(import.meta.dirname, "../../package-lock.json");
writeFileSync(path, `${JSON.stringify(completeLock(JSON.parse(readFileSync(path, "utf8"))), null, 2)}\n`);
