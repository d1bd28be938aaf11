import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";
import { startHost } from "../support/server.ts";
import { budget, sizesOf } from "../tooling/size.ts";
import type { Measured } from "./measure.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Scripts and styles that a new visitor's browser really asks for until Welcome is drawn, but for the vault worker's own. */
const asked = async (browser: Browser): Promise<readonly string[]> => {
  const host = await startHost(dist);
  const page = await browser.newPage();
  const paths: string[] = [];
  // The page's own requests; the service worker's, which keeps everything, go beside them.
  page.on("request", (request) => {
    if (request.serviceWorker() === null) paths.push(new URL(request.url()).pathname.slice(1));
  });
  await page.goto(host.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.close();
  await host.close();
  return [...new Set(paths)].filter((path) => /\.(?:js|css)$/u.test(path) && !path.startsWith("assets/worker-"));
};

/** Bytes that cross the network, gzip, of the last build: until the first screen stands, and everything that is kept for use offline. */
export const firstScreen = async (browser: Browser): Promise<readonly Measured[]> => {
  const paths = await asked(browser);
  if (paths.length === 0) throw new Error("no script was asked for");
  const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(dist + path), { level: 9 }).length, 0);
  return [
    row(`first screen, ${String(paths.length)} scripts and styles`, bytes, budget.firstScreen),
    row("whole precache", sizesOf(dist).wholeApp, budget.wholeApp),
  ];
};

const row = (what: string, bytes: number, goal: number): Measured => ({
  what,
  against: "budget, gzip",
  goal: `≤ ${String(goal / 1000)} KB`,
  ours: `${(bytes / 1000).toFixed(1)} KB`,
  peer: `${String(goal / 1000)} KB`,
  ratio: goal / bytes,
  reached: bytes <= goal,
});
