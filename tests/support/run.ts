import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** What a command printed (both streams) and whether it ended with 0. A command that cannot start is `ok: false`. */
export const run = (command: string, args: readonly string[], timeoutMs = 240_000): { readonly ok: boolean; readonly output: string } => {
  const done = spawnSync(command, [...args], { encoding: "utf8", timeout: timeoutMs, stdio: ["ignore", "pipe", "pipe"] });
  // After a failed start the streams are null, whatever their type says.
  return done.error === undefined
    ? { ok: done.status === 0, output: `${done.stdout}${done.stderr}`.trim() }
    : { ok: false, output: done.error.message };
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The full path of a command on PATH (or of an absolute path that can be run). */
export const which = (command: string): string | undefined =>
  isAbsolute(command)
    ? isExecutable(command)
      ? command
      : undefined
    : (process.env["PATH"] ?? "")
        .split(delimiter)
        .map((folder) => join(folder, command))
        .find(isExecutable);

/** Test support speaks on standard error, so that a reporter's output on standard output stays whole. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
