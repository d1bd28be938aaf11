import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const reportOf = (project: string): string => join(root, `.cache/vitest-${project}.json`);

interface RunOptions {
  readonly limitMinutes?: number;
  /** What ends it after that. A program that listens to SIGTERM can end what it has started. */ readonly killSignal?: NodeJS.Signals;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program with its output shown; true when it ended well. */
export const runShown = (command: string, args: readonly string[], options: RunOptions = {}): Promise<boolean> => {
  const { limitMinutes = 40, killSignal = "SIGKILL", env = {} } = options;
  process.stdout.write(`\n> ${[command, ...args].join(" ")}\n`);
  const child = spawn(command, [...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
    // A loop without end in a test cannot be stopped from inside: the whole run is, before a host of tests would.
    timeout: limitMinutes * 60_000,
    killSignal,
  });
  const began = performance.now();
  return new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => {
      process.stdout.write(`(${((performance.now() - began) / 1000).toFixed(0)} s)\n`);
      resolve(code === 0);
    });
  });
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, a line or more each. */ readonly failures: readonly string[];
}

/** Every test that failed in vitest's report with what it said, and every file that could not be read. */
const failuresIn = (read: unknown): string[] =>
  listIn(read, "testResults").flatMap((file) => {
    const failed = listIn(file, "assertionResults").filter((test) => isRecord(test) && test["status"] === "failed");
    const name = isRecord(file) ? String(file["name"]).replace(`${root}/`, "") : "";
    if (failed.length === 0) return isRecord(file) && file["status"] === "failed" ? [`${name}: ${String(file["message"])}`] : [];
    return failed.map(
      (test) => `${name} > ${isRecord(test) ? String(test["fullName"]) : ""}\n${listIn(test, "failureMessages").join("\n")}`,
    );
  });

/** Tests that passed and failed by vitest's own report; nothing when it wrote none. */
const countsIn = (report: string): Counts => {
  try {
    const read: unknown = JSON.parse(readFileSync(report, "utf8"));
    const numberOf = (name: string): number => (isRecord(read) && typeof read[name] === "number" ? read[name] : 0);
    return { passed: numberOf("numPassedTests"), failed: numberOf("numFailedTests"), failures: failuresIn(read) };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
};

/** Runs vitest. It also fails for an error outside of every test; such a run may not end on "0 failed". */
export const runTests = async (name: string, args: readonly string[], options?: RunOptions): Promise<Counts> => {
  const report = reportOf(name);
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ended = await runShown(process.execPath, [...vitest, ...args], options);
  const { passed, failed, failures } = countsIn(report);
  if (ended && passed + failed > 0) return { passed, failed, failures };
  return { passed, failed: Math.max(failed, 1), failures: failures.length > 0 ? failures : [`${name}: did not end well, see above`] };
};

/** What failed, the line that a run ends with, and its exit code. Who reads only the end of a long run must find all of it there. */
export const endOn = (runs: readonly Counts[], isEnough: (passed: number) => boolean): void => {
  const passed = runs.reduce((sum, one) => sum + one.passed, 0);
  const failed = runs.reduce((sum, one) => sum + one.failed, 0);
  for (const failure of runs.flatMap((run) => run.failures)) process.stdout.write(`\nFAILED ${failure}\n`);
  process.stdout.write(`\n${String(passed)} passed, ${String(failed)} failed\n`);
  process.exitCode = failed === 0 && isEnough(passed) ? 0 : 1;
};
