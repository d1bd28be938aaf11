import { findEngines, runEngines } from "./engines.ts";
import { endOn, runShown, runTests, type Counts } from "./run-tests.ts";

/*
 * `npm test`: the checks that need no browser, then every test, then the contracts in the other engines. Ends with a line of its own,
 * "N passed, N failed", in which each check counts as one; fails when anything failed and when no test ran. Arguments go to vitest, which then
 * runs alone.
 */
const only = process.argv.slice(2);

const check = async (name: string): Promise<Counts> =>
  (await runShown("npm", ["run", "-s", name])) ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [name] };
const project = (name: string): Promise<Counts> => runTests(name, ["--project", name]);

/** One after the other: journeys derive keys too, and on two cores browsers that race each other starve until a test of a minute takes ten. */
const inOrder = async (): Promise<readonly Counts[]> => {
  const installing = runShown(process.execPath, ["tests/tooling/run.mjs", "tests/tooling/install.ts"]);
  // Two at a time: reading every file for its format takes as long as the others together.
  const format = check("format:check");
  const counts: Counts[] = [];
  for (const name of ["types", "lint", "unused"]) counts.push(await check(name));
  counts.push(await format);
  // Where it failed, the tests that miss something say what.
  await installing;
  const engines = findEngines();
  for (const name of ["unit", "browser", "journeys"]) counts.push(await project(name));
  return [...counts, ...(await runEngines(engines))];
};

const checks = 4;
if (only.length > 0) endOn([await runTests("only", only)], (passed) => passed > 0);
else endOn(await inOrder(), (passed) => passed > checks);
