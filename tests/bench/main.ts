import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findChromium } from "../support/chromium.ts";
import { firstScreen } from "./first-screen.ts";
import type { Measured } from "./measure.ts";

/** Prints the table of performance.md that exists so far, measured in real Chromium, and writes `latest.json`. */
export const main = async (): Promise<void> => {
  const found = findChromium();
  const server = await createServer({
    server: { port: 0, hmr: false, watch: null },
    // All found before the first row, so that none is bundled, and the page loaded anew, in the midst of one.
    optimizeDeps: { entries: ["tests/bench/page.ts", "tests/bench/rows/*.ts", "src/worker.ts"] },
    cacheDir: "node_modules/.vite-bench",
    logLevel: "error",
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the bench page has no address");
  // A profile on disk, as a person has one: without it the browser keeps every database in memory, and nothing that is confirmed is written anywhere.
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: found.path, args: ["--no-sandbox"] });
  const browser = context.browser();
  const page = context.pages()[0];
  if (browser === null || page === undefined) throw new Error("no browser to measure in");
  page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
  page.on("console", (message) => process.stdout.write(`  ${message.text()}\n`));
  const session = await browser.newBrowserCDPSession();
  await page.exposeFunction("rendererMegabytes", async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return Math.max(...processInfo.flatMap(({ type, id }) => (type === "renderer" ? [residentMegabytes(id)] : [])));
  });
  await page.goto(new URL("tests/bench/page.html", address).href);
  await page.waitForFunction(() => "rowNames" in window, undefined, { timeout: 60_000 });
  const only = process.argv.slice(2);
  const names = (await page.evaluate(() => window.rowNames)).filter(
    (name) => only.length === 0 || only.some((part) => name.includes(part)),
  );
  const rows: Measured[] = [];
  for (const name of names) {
    process.stdout.write(`${name} …\n`);
    rows.push(...(await page.evaluate((row) => window.runRow(row), name)));
  }
  if (only.length === 0 || only.includes("first-screen")) rows.push(...(await firstScreen(browser)));
  await context.close();
  rmSync(profile, { recursive: true, maxRetries: 5 });
  await server.close();
  process.stdout.write(table(rows));
  if (only.length > 0) return;
  const machine = { browser: found.version, cpu: cpus()[0]?.model ?? "unknown", cores: availableParallelism() };
  writeFileSync(
    new URL("latest.json", import.meta.url),
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine, rows }, undefined, 2)}\n`,
  );
};

/** What the system says a process holds; 0 where it does not say. */
const residentMegabytes = (pid: number): number => {
  const path = `/proc/${String(pid)}/status`;
  const found = existsSync(path) ? /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(path, "utf8")) : null;
  return Number(found?.[1] ?? "0") / 1_000;
};

const table = (rows: readonly Measured[]): string =>
  [
    "| what | against | ours | peer | ratio | goal | reached |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      (r) => `| ${r.what} | ${r.against} | ${r.ours} | ${r.peer} | ${r.ratio.toFixed(2)} | ${r.goal} | ${r.reached ? "yes" : "NO"} |`,
    ),
    "",
  ].join("\n");
