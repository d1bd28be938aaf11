import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const parseManifest = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const at = line.search(/\s/u);
        return [line.slice(at).trimStart().replace(/%0D/giu, "\r").replace(/%0A/giu, "\n"), line.slice(0, at).toLowerCase()];
      }),
  );

/**
 * A BagIt validator (RFC 8493 §2 and §3), written from the RFC and apart from the code under test. Returns what keeps the bag from being
 * complete and valid; nothing when it is.
 */
export const bagItFaults = (bag: string): readonly string[] => {
  const read = (name: string): string => readFileSync(join(bag, name), "utf8");
  const digest = (name: string): string =>
    createHash("sha256")
      .update(readFileSync(join(bag, name)))
      .digest("hex");
  const files = readdirSync(bag, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1));
  const payload = files.filter((path) => path.startsWith("data/"));
  const manifest = parseManifest(read("manifest-sha256.txt"));
  const tags = parseManifest(read("tagmanifest-sha256.txt"));
  const octets = payload.reduce((sum, path) => sum + readFileSync(join(bag, path)).length, 0);
  const oxum = /^Payload-Oxum: (.*)$/mu.exec(read("bag-info.txt"))?.[1];
  return [
    ...(/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/u.test(read("bagit.txt")) ? [] : ["bagit.txt"]),
    ...payload.filter((path) => !manifest.has(path)).map((path) => `not in the manifest: ${path}`),
    ...[...manifest.keys()].filter((path) => !payload.includes(path)).map((path) => `missing payload: ${path}`),
    ...[...tags.keys()].filter((path) => !files.includes(path)).map((path) => `missing tag file: ${path}`),
    ...["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]
      .filter((path) => !tags.has(path))
      .map((path) => `not in the tag manifest: ${path}`),
    ...[...manifest, ...tags].filter(([path, sum]) => files.includes(path) && digest(path) !== sum).map(([path]) => `changed: ${path}`),
    ...(oxum === `${String(octets)}.${String(payload.length)}` ? [] : [`Payload-Oxum is ${String(oxum)}`]),
  ];
};
