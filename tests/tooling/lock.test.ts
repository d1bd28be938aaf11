import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completeLock, type Lock, missingRows } from "./lock.ts";

const root = join(import.meta.dirname, "../..");
const lock: Lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

test("every platform's binary has its row, so that `npm ci` works everywhere (if not: npm run lock)", () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(missingRows(lock).map(({ name }) => name)).toEqual([]);
});

test("a row that is missing is seen, and written from its name", () => {
  const cut: Lock = {
    packages: { "node_modules/a": { dev: true, optionalDependencies: { "@a/linux-x64-musl": "1.2.3", "@a/win32-arm64-msvc": "1.2.3" } } },
  };
  expect(missingRows(cut).map(({ name }) => name)).toEqual(["@a/linux-x64-musl", "@a/win32-arm64-msvc"]);
  expect(completeLock(cut).packages).toMatchObject({
    "node_modules/@a/linux-x64-musl": { version: "1.2.3", os: ["linux"], cpu: ["x64"], libc: ["musl"], optional: true, dev: true },
    "node_modules/@a/win32-arm64-msvc": { version: "1.2.3", os: ["win32"], cpu: ["arm64"], optional: true, dev: true },
  });
});

test("every version is exact and no install script is needed", () => {
  const packageJson: { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const versions = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  expect(readFileSync(join(root, ".npmrc"), "utf8")).toContain("ignore-scripts=true");
});
