import { buildApp } from "./build.ts";
import { say } from "./run.ts";

/** Builds the app once per test run into dist/, for the journeys. HOLDFAST_DIST=kept uses what is there, for quick repeats by hand. */
export const setup = async (): Promise<void> => {
  if (process.env["HOLDFAST_DIST"] === "kept") return;
  const started = Date.now();
  await buildApp();
  say(`built dist/ in ${String(Math.round((Date.now() - started) / 1000))} s`);
};
