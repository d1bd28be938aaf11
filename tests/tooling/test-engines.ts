import { findEngines, runEngines } from "./engines.ts";
import { endOn } from "./run-tests.ts";

/*
 * `npm run test:engines`: the contracts of vault, evidence and export in Firefox and in WebKitGTK, which are found or installed as
 * tests/support/engines.ts does it. HOLDFAST_ENGINE_FILES=all runs every test of those parts. Arguments go to vitest.
 */
endOn(await runEngines(findEngines(), process.argv.slice(2)), () => true);
