import { join } from "node:path";
import { budget, sizesOf } from "./size.ts";

const sizes = sizesOf(join(import.meta.dirname, "../../dist"));
const line = (name: string, bytes: number, most: number): string =>
  `${name.padEnd(13)} ${(bytes / 1000).toFixed(1).padStart(7)} KB gzip of ${String(most / 1000)} KB`;
process.stdout.write(
  `${line("first screen", sizes.firstScreen, budget.firstScreen)}\n${line("whole app", sizes.wholeApp, budget.wholeApp)}\n`,
);
if (sizes.firstScreen > budget.firstScreen || sizes.wholeApp > budget.wholeApp) process.exitCode = 1;
