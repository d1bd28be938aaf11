import { findEngine, engineNames, type FoundEngine } from "../support/engines.ts";
import { runTests, type Counts } from "./run-tests.ts";

/** Minutes after which a browser that hangs is ended. On a free machine each takes less than one. */
const limitMinutes = 8;

/** The other engines that can be had here. One that cannot is said, and is no failure. */
export const findEngines = (): readonly FoundEngine[] => engineNames.flatMap((name) => findEngine(name) ?? []);

/** The contracts of vault, evidence and export in each of them, at once: each has one page that works at a time, and so a core of its own. */
export const runEngines = (found: readonly FoundEngine[], args: readonly string[] = []): Promise<readonly Counts[]> =>
  Promise.all(
    found.map(({ name, command }) =>
      runTests(`engine-${name}`, args, {
        limitMinutes,
        killSignal: "SIGTERM",
        env: { HOLDFAST_ENGINE: [name, ...command].join("\n") },
      }),
    ),
  );
