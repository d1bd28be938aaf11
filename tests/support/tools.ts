import { installPackages } from "./packages.ts";
import { which } from "./run.ts";

/** Programs of other people that must accept what Holdfast writes, and the package that holds each. */
const packageOf = { age: "age", minisign: "minisign", unzip: "unzip", sha256sum: "coreutils", pdftotext: "poppler-utils" } as const;

export type Tool = keyof typeof packageOf;

/** Installs what is missing of all of them, before tests that run side by side would ask for it at once. Whoever needs one that could not be had says so. */
export const installTools = (): void => {
  const missing = Object.entries(packageOf).flatMap(([tool, name]) => (which(tool) === undefined ? [name] : []));
  if (missing.length > 0) installPackages(missing);
};

/** The path of a tool, installed with the system's package manager when it is missing. Throws when it cannot be had: a skipped check proves nothing. */
export const findTool = (tool: Tool): string => {
  const here = which(tool);
  if (here !== undefined) return here;
  installPackages([packageOf[tool]]);
  const installed = which(tool);
  if (installed === undefined) throw new Error(`${tool} is missing and could not be installed: install the package ${packageOf[tool]}`);
  return installed;
};
